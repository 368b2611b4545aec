/** Trouble on demand: delays, lost requests and replies, server errors, refusals. */
@NullMarked
package io.fortnoxconnector.sandbox.faults;

import org.jspecify.annotations.NullMarked;
