/** A process whose clock is wrong: a Java agent that moves it while the process runs. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.faults.clock;
