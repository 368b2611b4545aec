/** The customers function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.customers;
