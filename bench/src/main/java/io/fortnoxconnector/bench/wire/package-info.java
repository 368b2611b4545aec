/**
 * A proxy between a process and the services that it calls: it counts, delays, doubles, answers
 * instead, cuts off, and says when to kill.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.wire;
