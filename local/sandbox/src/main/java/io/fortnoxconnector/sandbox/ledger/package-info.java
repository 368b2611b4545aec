/** A record of every request, for tests to look at. */
@NullMarked
package io.fortnoxconnector.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
