/** The connections function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connections;
