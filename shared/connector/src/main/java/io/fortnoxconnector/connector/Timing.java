package io.fortnoxconnector.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting by it: tests pass one whose waits take no time. */
public interface Timing {

  Instant now();

  /** Returns after {@code time}, or early where the thread is interrupted. */
  void pause(Duration time);

  default long millis() {
    return now().toEpochMilli();
  }

  static Timing real(Clock clock) {
    return new Timing() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public void pause(Duration time) {
        try {
          Thread.sleep(time);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
