package io.fortnoxconnector.bench.bulk;

import io.fortnoxconnector.sandbox.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What Fortnox received for the company, as to time.
 *
 * @param working without the pauses
 * @param standing the pauses that a death made, in all
 */
record Arrivals(int requests, int pauses, Duration working, Duration standing) {

  /** At the pace two requests are 0.22 s apart. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  static Arrivals of(List<Entry> entries) {
    List<Instant> times = entries.stream().map(Entry::at).sorted().toList();
    int pauses = 0;
    Duration working = Duration.ZERO;
    Duration standing = Duration.ZERO;
    for (int i = 1; i < times.size(); i++) {
      Duration gap = Duration.between(times.get(i - 1), times.get(i));
      if (gap.compareTo(PAUSE) > 0) {
        pauses++;
        standing = standing.plus(gap);
      } else {
        working = working.plus(gap);
      }
    }
    return new Arrivals(times.size(), pauses, working, standing);
  }

  double perMinute() {
    return (requests - 1 - pauses) * 60_000.0 / Math.max(1, working.toMillis());
  }
}
