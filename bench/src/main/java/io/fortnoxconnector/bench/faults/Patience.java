package io.fortnoxconnector.bench.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what happens at its own pace. */
final class Patience {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private Patience() {}

  /** Returns when it's so, or after 40 s. */
  static void until(BooleanSupplier happened) throws InterruptedException {
    Instant giveUp = Instant.now().plus(LONGEST);
    while (!happened.getAsBoolean() && Instant.now().isBefore(giveUp)) {
      Thread.sleep(POLL);
    }
  }
}
