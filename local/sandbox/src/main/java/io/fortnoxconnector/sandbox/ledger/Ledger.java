package io.fortnoxconnector.sandbox.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Every request since the start, oldest first; of very many only the last 100,000 are kept. */
public final class Ledger {

  private static final int KEPT = 100_000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long count;

  /**
   * Notes a request.
   *
   * @param entry makes the entry from its number
   */
  public synchronized void add(LongFunction<Entry> entry) {
    entries.addLast(entry.apply(++count));
    if (entries.size() > KEPT) {
      entries.removeFirst();
    }
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  public List<Entry> entries(String method, String pathPrefix) {
    return entries().stream().filter(entry -> entry.is(method, pathPrefix)).toList();
  }

  /** All requests ever received, kept or not. */
  public synchronized long count() {
    return count;
  }

  /** The most requests under {@code /3/} that any window of this length held, for one company. */
  public int mostWithin(Duration window, String company) {
    return mostWithin(window, entry -> company.equals(entry.company()));
  }

  /** The same, of one client: that is how Fortnox counts. */
  public int mostWithin(Duration window, String clientId, String company) {
    return mostWithin(
        window, entry -> company.equals(entry.company()) && clientId.equals(entry.clientId()));
  }

  private int mostWithin(Duration window, Predicate<Entry> counted) {
    var times =
        entries().stream()
            .filter(entry -> entry.path().startsWith("/3/"))
            .filter(counted)
            .map(Entry::at)
            .sorted()
            .toList();
    var most = 0;
    var first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (!within(window, times.get(first), times.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static boolean within(Duration window, Instant first, Instant last) {
    return Duration.between(first, last).compareTo(window) < 0;
  }

  public synchronized void clear() {
    entries.clear();
    count = 0;
  }
}
