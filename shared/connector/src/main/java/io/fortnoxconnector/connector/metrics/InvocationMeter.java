package io.fortnoxconnector.connector.metrics;

import io.fortnoxconnector.connector.metrics.Metric.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is measured during an invocation, until its end takes it. */
public final class InvocationMeter implements Meter {

  private final String service;
  private Map<Metric, List<Long>> values = new EnumMap<>(Metric.class);

  /**
   * The meter of a new instance: the first invocation is its cold start.
   *
   * @param service the stack's name
   */
  public InvocationMeter(String service) {
    this.service = service;
    count(Metric.COLD_START);
  }

  public String service() {
    return service;
  }

  @Override
  public synchronized void add(Metric metric, long value) {
    if (metric.unit() != Unit.COUNT) {
      values.computeIfAbsent(metric, _ -> new ArrayList<>()).add(value);
    } else if (value != 0) {
      values.merge(metric, List.of(value), (old, one) -> List.of(old.getFirst() + one.getFirst()));
    }
  }

  /** What was measured since the last time: one sum of each count, all values of each time. */
  public synchronized Map<Metric, List<Long>> take() {
    Map<Metric, List<Long>> taken = values;
    values = new EnumMap<>(Metric.class);
    return taken;
  }
}
