package io.fortnoxconnector.bench.wire;

import io.fortnoxconnector.local.stack.Service;
import java.util.Map;
import java.util.TreeMap;

/** How many requests there were of each kind. */
public record Counts(Map<Kind, Long> byKind) {

  /** One operation of one service, as in {@link Exchange}. */
  public record Kind(Service service, String operation) implements Comparable<Kind> {

    @Override
    public int compareTo(Kind other) {
      int services = service.compareTo(other.service);
      return services == 0 ? operation.compareTo(other.operation) : services;
    }
  }

  public long of(Service service) {
    return byKind.entrySet().stream()
        .filter(entry -> entry.getKey().service() == service)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  public long of(Service service, String operation) {
    return byKind.getOrDefault(new Kind(service, operation), 0L);
  }

  /** What came on top of an earlier count. */
  public Counts since(Counts earlier) {
    var more = new TreeMap<Kind, Long>();
    byKind.forEach((kind, count) -> more.put(kind, count - earlier.byKind.getOrDefault(kind, 0L)));
    more.values().removeIf(count -> count == 0);
    return new Counts(more);
  }
}
