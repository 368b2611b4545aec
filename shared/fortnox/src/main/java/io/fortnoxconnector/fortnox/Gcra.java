package io.fortnoxconnector.fortnox;

import java.time.Duration;

/**
 * The generic cell rate algorithm: evenly paced grants, with a little slack. All times in
 * milliseconds since the epoch.
 *
 * <p>In any window W it grants at most ⌊(W + tolerance) / interval⌋ + 1, by the times that the
 * callers gave, in whatever order they came.
 *
 * @param interval between two grants in the long run
 * @param tolerance how far ahead of the even pace a caller may be
 */
public record Gcra(long interval, long tolerance) {

  /** At most 25 in any 5 s, 272 a minute. Why these: docs/adr/0003-rate-budget.md. */
  public static final Gcra FORTNOX = new Gcra(220, 440);

  /**
   * Decides for a caller at {@code now}, given the stored theoretical arrival time (0 where there
   * is none yet).
   */
  public Decision decide(long theoreticalArrival, long now) {
    long wait = theoreticalArrival - tolerance - now;
    return wait > 0
        ? new Decision.Wait(Duration.ofMillis(wait))
        : new Decision.Granted(Math.max(theoreticalArrival, now) + interval);
  }

  /** Granted, or how long to wait. */
  public sealed interface Decision {
    record Granted(long theoreticalArrival) implements Decision {}

    record Wait(Duration time) implements Decision {}
  }
}
