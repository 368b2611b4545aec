package io.fortnoxconnector.local.stack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** How long the parts of a start took; they run side by side, so the times don't add up. */
final class Timings {

  private final Map<String, Duration> parts = new ConcurrentSkipListMap<>();

  <T> T time(String part, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(part, System.nanoTime() - start);
    }
  }

  void add(String part, long nanoseconds) {
    parts.put(part, Duration.ofNanos(nanoseconds));
  }

  Map<String, Duration> parts() {
    return Map.copyOf(parts);
  }
}
