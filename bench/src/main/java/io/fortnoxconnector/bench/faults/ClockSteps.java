package io.fortnoxconnector.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.audit.Report;
import io.fortnoxconnector.bench.faults.clock.AgentJar;
import io.fortnoxconnector.bench.wire.Action;
import io.fortnoxconnector.bench.wire.Exchange;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.bench.wire.Wire;
import io.fortnoxconnector.local.stack.ProcessOptions;
import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * One writer process's clock steps while the other processes' stay right. What may come of it:
 * docs/adr/0004-writes-as-tasks.md.
 */
final class ClockSteps implements Rule {

  private static final long MINUTE = 60_000;

  private final Path folder;
  private final LongAdder wrong = new LongAdder();
  private final Queue<Wire> wires = new ConcurrentLinkedQueue<>();
  private final Queue<FunctionProcess> processes = new ConcurrentLinkedQueue<>();

  private ClockSteps(Path folder) {
    this.folder = folder;
  }

  /**
   * Steps through the offsets, each time back to none.
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
                                .jvmOptions(AgentJar.option(steps.folder))
                                .between(steps::wire)));
        Crowd crowd =
            new Crowd(
                bed,
                bed.companies().connect(options.companies() / 2, options.companies() / 2),
                options.seed())) {
      crowd.begin();
      Thread.sleep(each);
      for (Duration offset : offsets) {
        long before = steps.wrong.sum();
        int process = steps.oldest();
        steps.step(process, offset);
        Thread.sleep(each);
        if (offset.isNegative()) {
          // One that is ahead finds its time over, and asks nobody anything.
          Patience.until(() -> steps.wrong.sum() > before);
        }
        steps.step(process, Duration.ZERO);
        Thread.sleep(each);
      }
      Findings findings = crowd.end(options.limit(), Allowed.nothing());
      return new Report.Trial(
          "one clock steps by " + offsets,
          (System.nanoTime() - begin) / 1e9,
          steps.wrong.sum(),
          findings);
    } finally {
      steps.wires.forEach(Wire::close);
    }
  }

  private Map<Service, URI> wire(FunctionProcess process, Map<Service, URI> services) {
    processes.add(process);
    Wire wire = new Wire(services, this, () -> {});
    wires.add(wire);
    return wire.urls();
  }

  /** Counts the requests that name a moment which isn't now. */
  @Override
  public Action before(Exchange exchange) {
    JsonNode now = exchange.json().at("/ExpressionAttributeValues/:now/N");
    if (!now.isMissingNode() && Math.abs(now.asLong() - System.currentTimeMillis()) > MINUTE) {
      wrong.increment();
    }
    return Action.FORWARD;
  }

  /** The number of the process that has been there longest. */
  private int oldest() {
    return processes.stream()
        .filter(FunctionProcess::isAlive)
        .mapToInt(FunctionProcess::number)
        .min()
        .orElse(1);
  }

  private void step(int process, Duration offset) {
    try {
      // In one go: half a number would be another step.
      Path next = Files.writeString(folder.resolve("next"), Long.toString(offset.toMillis()));
      Files.move(next, folder.resolve("local-" + process), StandardCopyOption.ATOMIC_MOVE);
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
