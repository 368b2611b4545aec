/** The about function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.about;
