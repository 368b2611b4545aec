package io.fortnoxconnector.sandbox.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts in fixed windows and estimates the sliding one: the last window's count times its share
 * that still overlaps, plus the current count (Fortnox, "Regarding Fortnox API rate limits": {@code
 * rate = 260 * ((60 - 15) / 60) + 40}).
 */
final class TwoWindowCounter implements RateLimit {

  private long window = Long.MIN_VALUE;
  private int current;
  private int previous;

  @Override
  public synchronized Optional<Duration> refuse(Instant now) {
    var length = WINDOW.toMillis();
    var millis = now.toEpochMilli();
    moveTo(Math.floorDiv(millis, length));
    var intoWindow = Math.floorMod(millis, length);
    var estimate = previous * (length - intoWindow) / (double) length + current;
    if (estimate + 1 > REQUESTS) {
      return Optional.of(Duration.ofMillis(length - intoWindow));
    }
    current++;
    return Optional.empty();
  }

  private void moveTo(long next) {
    if (next != window) {
      previous = next == window + 1 ? current : 0;
      current = 0;
      window = next;
    }
  }
}
