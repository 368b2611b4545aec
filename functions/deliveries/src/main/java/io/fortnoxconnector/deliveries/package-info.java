/** The deliveries function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.deliveries;
