package io.fortnoxconnector.sandbox.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Remembers when each of the last requests came. */
final class SlidingWindow implements RateLimit {

  private final Deque<Instant> passed = new ArrayDeque<>(REQUESTS);

  @Override
  public synchronized Optional<Duration> refuse(Instant now) {
    var start = now.minus(WINDOW);
    while (!passed.isEmpty() && !passed.getFirst().isAfter(start)) {
      passed.removeFirst();
    }
    if (passed.size() >= REQUESTS) {
      return Optional.of(Duration.between(start, passed.getFirst()));
    }
    passed.addLast(now);
    return Optional.empty();
  }
}
