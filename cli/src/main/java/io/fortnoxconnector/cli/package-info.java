/** The connector's API from a command line. It knows the API as anybody does: by HTTP. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.cli;
