package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.audit.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Every kind of trouble, each with companies of its own: {@code mvn -Pbench
 * -Dbench.main=io.fortnoxconnector.bench.faults.Main}. Arguments in {@link Options}.
 */
public final class Main {

  private static final Duration STEP = Duration.ofMinutes(2);

  private static final Duration LATENCY = Duration.ofSeconds(60);
  private static final int DEATHS = 4;

  private final Options options;
  private final PrintStream out;
  private final List<Report.Trial> trials = new ArrayList<>();

  private Main(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Report report = new Main(Options.of(arguments), System.out).run();
    report.printTo(System.out);
    report.writeTo(Path.of("target", "faults.json"));
    // DynamoDB Local's threads outlive it.
    System.exit(report.isClean() ? 0 : 1);
  }

  private Report run() throws InterruptedException {
    List<Fault> faults =
        new Catalogue(new Faults(new Random(options.seed())))
            .all().stream().filter(fault -> options.wants(fault.name())).toList();
    if (!faults.isEmpty()) {
      try (Bed bed = Bed.start(stack -> stack)) {
        for (Fault fault : faults) {
          done(WireTrial.run(bed, fault, options.time(), options));
        }
        if (options.wants(Redelivery.NAME)) {
          done(WireTrial.redeliver(bed, options));
        }
      }
    }
    if (options.wants("latency, real times")) {
      try (Bed bed = Bed.withRealTimes(stack -> stack)) {
        Fault slow = new Faults(new Random(options.seed())).slow(LATENCY);
        done(WireTrial.run(bed, slow, LATENCY, options));
      }
    }
    if (options.wants("clock")) {
      done(ClockSteps.run(List.of(STEP, STEP.negated()), options.time(), options));
    }
    if (options.wants("memory")) {
      done(OutOfMemory.run(DEATHS, options.time(), options));
    }
    return new Report(List.copyOf(trials));
  }

  private void done(Report.Trial trial) {
    trials.add(trial);
    new Report(List.of(trial)).printTo(out);
  }
}
