/**
 * A Fortnox to test against: OAuth, registers, the request limit and faults on demand, on one
 * loopback port.
 */
@NullMarked
package io.fortnoxconnector.sandbox;

import org.jspecify.annotations.NullMarked;
