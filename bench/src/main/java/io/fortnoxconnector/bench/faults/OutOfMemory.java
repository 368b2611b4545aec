package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.audit.Report;
import io.fortnoxconnector.bench.wire.Action;
import io.fortnoxconnector.bench.wire.Exchange;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.bench.wire.Wire;
import io.fortnoxconnector.local.stack.ProcessOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A writer with a small heap gets an answer that doesn't fit into it, after Fortnox has made the
 * change. The JVM ends, in the middle of everything.
 */
final class OutOfMemory implements Rule {

  /** Nine megabytes, which the connector takes for an answer, and a million objects once read. */
  private static final int OBJECTS = 1_100_000;

  private final String body = "{\"Customer\":{\"Rows\":[" + "{\"A\":1},".repeat(OBJECTS) + "{}]}}";
  private final AtomicInteger left;
  private final AtomicInteger strikes = new AtomicInteger();

  private OutOfMemory(int strikes) {
    this.left = new AtomicInteger(strikes);
  }

  /**
   * Lets as many writers die.
   *
   * @param time how long companies are written to
   */
  static Report.Trial run(int deaths, Duration time, Options options) throws InterruptedException {
    var rule = new OutOfMemory(deaths);
    var ended = new AtomicLong();
    Queue<Wire> wires = new ConcurrentLinkedQueue<>();
    long begin = System.nanoTime();
    try (Bed bed =
            Bed.start(
                stack ->
                    stack
                        .parameter("WriterConcurrency", "2")
                        .processes(
                            ProcessOptions.of(Set.of("WriterFunction"))
                                .jvmOptions("-Xmx96m", "-XX:+ExitOnOutOfMemoryError")
                                .between(
                                    (process, services) -> {
                                      Wire wire = new Wire(services, rule, () -> {});
                                      wires.add(wire);
                                      var _ = process.onExit().thenRun(ended::incrementAndGet);
                                      return wire.urls();
                                    })));
        Crowd crowd =
            new Crowd(
                bed,
                bed.companies().connect(options.companies() / 2, options.companies() / 2),
                options.seed())) {
      crowd.begin();
      Thread.sleep(time);
      Findings findings = crowd.end(options.limit(), Allowed.nothing());
      return new Report.Trial(
          "writers out of memory", (System.nanoTime() - begin) / 1e9, ended.get(), findings);
    } finally {
      wires.forEach(Wire::close);
    }
  }

  int strikes() {
    return strikes.get();
  }

  @Override
  public Action before(Exchange exchange) {
    return Action.FORWARD;
  }

  @Override
  public Action after(Exchange exchange, int status, String reply) {
    if (exchange.operation().equals("POST /3/customers")
        && status < 300
        && left.getAndDecrement() > 0) {
      strikes.incrementAndGet();
      return new Action.Answer(status, Map.of("Content-Type", "application/json"), body);
    }
    return Action.FORWARD;
  }
}
