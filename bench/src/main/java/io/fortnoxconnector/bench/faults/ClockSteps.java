package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.audit.Report;
import io.fortnoxconnector.bench.faults.clock.AgentJar;
import io.fortnoxconnector.local.stack.ProcessOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One writer process's clock steps while the other processes' stay right. What may come of it:
 * docs/adr/0004-writes-as-tasks.md.
 */
final class ClockSteps {

  private static final String FIRST = "local-1";

  private final Path folder;

  private ClockSteps(Path folder) {
    this.folder = folder;
  }

  /**
   * Steps through the offsets and back to none.
   *
   * @param each how long an offset lasts
   */
  static Report.Trial run(List<Duration> offsets, Duration each, Options options)
      throws InterruptedException {
    var steps = new ClockSteps(temporary());
    long begin = System.nanoTime();
    try (Bed bed =
            Bed.start(
                stack ->
                    stack
                        .parameter("WriterConcurrency", "2")
                        .processes(
                            ProcessOptions.of(Set.of("WriterFunction"))
                                .jvmOptions(AgentJar.option(steps.folder))));
        Crowd crowd =
            new Crowd(
                bed,
                bed.companies().connect(options.companies() / 2, options.companies() / 2),
                options.seed())) {
      crowd.begin();
      Thread.sleep(each);
      for (Duration offset : offsets) {
        steps.step(offset);
        Thread.sleep(each);
        steps.step(Duration.ZERO);
        Thread.sleep(each);
      }
      Findings findings = crowd.end(options.limit(), Allowed.nothing());
      return new Report.Trial(
          "one clock steps by " + offsets,
          (System.nanoTime() - begin) / 1e9,
          2L * offsets.size(),
          findings);
    }
  }

  private void step(Duration offset) {
    try {
      // In one go: half a number would be another step.
      Path next = Files.writeString(folder.resolve("next"), Long.toString(offset.toMillis()));
      Files.move(next, folder.resolve(FIRST), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("clock-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
