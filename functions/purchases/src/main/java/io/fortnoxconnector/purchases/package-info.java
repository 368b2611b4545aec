/** The purchases function: what a company buys, and its suppliers' documents about that. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.purchases;
