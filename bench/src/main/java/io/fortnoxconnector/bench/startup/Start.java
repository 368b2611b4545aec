package io.fortnoxconnector.bench.startup;

import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import io.fortnoxconnector.local.stack.functions.FunctionProcess.StartUp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One start of a candidate.
 *
 * @param ready until its handler was made, or its snapshot could be taken
 * @param firstAnswer until it had answered an event; of a restored process, since it went on
 * @param processor what all threads of the process together had used by then, since it began
 * @param later what the next answers took
 */
record Start(
    Duration ready,
    Duration firstAnswer,
    Duration processor,
    List<Duration> later,
    Footprint footprint) {

  /** With the first, fewer than Fortnox allows a company in five seconds. */
  private static final int LATER = 9;

  static Start of(Candidate candidate, Bed bed)
      throws FunctionFailure, IOException, InterruptedException {
    bed.invoke(candidate);
    FunctionProcess process = bed.process();
    StartUp startUp = process.startUp().orElseThrow();
    long pid = process.pid().orElseThrow();
    Duration processor =
        ProcessHandle.of(pid).flatMap(handle -> handle.info().totalCpuDuration()).orElseThrow();
    var later = new ArrayList<Duration>();
    for (int i = 0; i < LATER; i++) {
      long begin = System.nanoTime();
      bed.invoke(candidate);
      later.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    Footprint footprint = Footprint.of(pid);
    bed.end();
    return new Start(
        startUp.ready(), startUp.firstAnswer(), processor, List.copyOf(later), footprint);
  }
}
