package io.fortnoxconnector.connector;

import java.time.Duration;
import java.time.Instant;

/** The moment by which an invocation must be done. */
public record Deadline(Instant at) {

  public static Deadline in(Duration time, Timing timing) {
    return new Deadline(timing.now().plus(time));
  }

  public Duration left(Timing timing) {
    return Duration.between(timing.now(), at);
  }

  /** Whether there is time for something that takes {@code time}. */
  public boolean allows(Duration time, Timing timing) {
    return left(timing).compareTo(time) >= 0;
  }

  public Deadline orEarlier(Deadline other) {
    return at.isBefore(other.at) ? this : other;
  }
}
