/** The orders function: what a company sells, and its documents about that. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.orders;
