package io.fortnoxconnector.bench.startup;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A candidate's starts, each value at the median. Times in milliseconds, sizes in MiB. */
record Row(
    Candidate candidate,
    double zip,
    double ready,
    double firstAnswer,
    double fastest,
    double slowest,
    double processor,
    double later,
    long classes,
    double resident) {

  static Row of(Candidate candidate, long zipBytes, List<Start> starts) {
    List<Double> answers =
        starts.stream().map(start -> millis(start.firstAnswer())).sorted().toList();
    return new Row(
        candidate,
        zipBytes / 1024.0 / 1024.0,
        median(starts, start -> millis(start.ready())),
        median(starts, start -> millis(start.firstAnswer())),
        answers.getFirst(),
        answers.getLast(),
        median(starts, start -> millis(start.processor())),
        middle(starts.stream().flatMap(start -> start.later().stream()).map(Row::millis).toList()),
        (long) median(starts, start -> start.footprint().classes()),
        median(starts, start -> start.footprint().residentKilobytes() / 1024.0));
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
    return middle(starts.stream().map(value::applyAsDouble).toList());
  }

  /** Of an even number of values, the smaller of the two in the middle. */
  static double middle(List<Double> values) {
    return values.stream().sorted().toList().get((values.size() - 1) / 2);
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
