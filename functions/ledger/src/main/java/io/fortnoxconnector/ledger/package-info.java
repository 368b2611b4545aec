/** The ledger function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.ledger;
