package io.fortnoxconnector.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fortnoxconnector.bench.audit.Report;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trouble within a writer's own process, on the zip that ships. */
class ProcessTroubleTest {

  private static final Options FEW =
      Options.of("--companies", "4", "--limit", "180", "--seed", "3");

  @Test
  void aWriterThatRunsOutOfMemoryLosesNothing() throws InterruptedException {
    Report.Trial trial = OutOfMemory.run(1, Duration.ofSeconds(3), FEW);
    new Report(List.of(trial)).printTo(System.out);

    assertThat(trial.findings().violations()).isEmpty();
    assertThat(trial.findings().done()).isPositive();
    assertThat(trial.strikes()).isPositive();
  }

  @Test
  void aClockThatStepsByTwoMinutesDoublesNothing() throws InterruptedException {
    Report.Trial trial =
        ClockSteps.run(
            List.of(Duration.ofMinutes(2), Duration.ofMinutes(-2)), Duration.ofSeconds(2), FEW);
    new Report(List.of(trial)).printTo(System.out);

    assertThat(trial.findings().violations()).isEmpty();
    assertThat(trial.findings().done()).isPositive();
    assumeThat(trial.strikes()).as("the process with the wrong clock got work").isPositive();
  }
}
