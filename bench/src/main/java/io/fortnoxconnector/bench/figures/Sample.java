package io.fortnoxconnector.bench.figures;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Durations of one kind of call. */
final class Sample {

  private final ConcurrentLinkedQueue<Duration> durations = new ConcurrentLinkedQueue<>();

  /** Does it, and keeps how long it took. */
  <T> T time(Supplier<T> call) {
    long begin = System.nanoTime();
    T answer = call.get();
    add(Duration.ofNanos(System.nanoTime() - begin));
    return answer;
  }

  void add(Duration duration) {
    durations.add(duration);
  }

  int size() {
    return durations.size();
  }

  Duration median() {
    return quantile(0.5);
  }

  Duration p99() {
    return quantile(0.99);
  }

  /** The smallest duration that this share of all doesn't exceed; zero where there are none. */
  private Duration quantile(double share) {
    List<Duration> sorted = durations.stream().sorted().toList();
    return sorted.isEmpty()
        ? Duration.ZERO
        : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }
}
