package io.fortnoxconnector.connector.metrics;

import java.time.Duration;
import java.time.Instant;

/** Where measurements go. Costs nothing worth mentioning and never fails. */
public interface Meter {

  /** Notes one value, in the metric's unit; of counts, the sum is kept. */
  void add(Metric metric, long value);

  /** Something happened once. */
  default void count(Metric metric) {
    add(metric, 1);
  }

  /** Something took from then to now. */
  default void time(Metric metric, Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    add(
        metric,
        switch (metric.unit()) {
          case SECONDS -> time.toSeconds();
          case MILLISECONDS -> time.toMillis();
          case COUNT -> throw new IllegalArgumentException(metric + " is no time");
        });
  }
}
