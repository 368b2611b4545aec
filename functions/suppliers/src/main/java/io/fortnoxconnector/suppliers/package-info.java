/** The suppliers function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.suppliers;
