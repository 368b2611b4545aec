/** Trouble at Fortnox, at AWS and in the functions' own processes, and what it must not break. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.faults;
