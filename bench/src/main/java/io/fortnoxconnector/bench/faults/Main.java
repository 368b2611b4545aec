package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.audit.Report;
import io.fortnoxconnector.bench.wire.Rule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Every kind of trouble, each with companies of its own. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.of(arguments);
    Report report = run(options, System.out);
    report.printTo(System.out);
    report.writeTo(Path.of("target", "faults.json"));
    // DynamoDB Local's threads outlive it.
    System.exit(report.isClean() ? 0 : 1);
  }

  static Report run(Options options, PrintStream out) throws InterruptedException {
    var trials = new ArrayList<Report.Trial>();
    try (Bed bed = Bed.start(stack -> stack)) {
      List<Fault> faults = new Catalogue(new Faults(new Random(options.seed()))).all();
      for (Fault fault : faults) {
        if (fault.name().contains(options.only())) {
          Report.Trial trial = trial(bed, fault, options);
          new Report(List.of(trial)).printTo(out);
          trials.add(trial);
        }
      }
    }
    return new Report(trials);
  }

  private static Report.Trial trial(Bed bed, Fault fault, Options options)
      throws InterruptedException {
    long begin = System.nanoTime();
    int half = Math.max(1, options.companies() / 2);
    var companies = bed.companies().connect(half, Math.max(1, options.companies() - half));
    try (Crowd crowd = new Crowd(bed, companies, options.seed())) {
      crowd.begin();
      Thread.sleep(Duration.ofSeconds(2));
      bed.wire().obey(fault);
      Thread.sleep(options.time());
      bed.wire().obey(Rule.FORWARD);
      Thread.sleep(Duration.ofSeconds(2));
      Findings findings = crowd.end(options.limit(), new Allowed((int) Catalogue.lost(fault)));
      return new Report.Trial(
          fault.name(), (System.nanoTime() - begin) / 1e9, fault.strikes(), findings);
    }
  }
}
