package io.fortnoxconnector.bench.faults.clock;

import java.time.Clock;
import java.time.Instant;

/** Prints what the JDK's clocks say, in milliseconds. */
final class ClockProbe {

  private ClockProbe() {}

  public static void main(String[] arguments) {
    System.out.println(
        Clock.systemUTC().millis()
            + " "
            + Clock.systemUTC().instant().toEpochMilli()
            + " "
            + Instant.now().toEpochMilli());
  }
}
