package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.audit.Report;
import io.fortnoxconnector.bench.wire.Rule;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/** Companies are written to, one kind of trouble comes and goes, and all is audited. */
final class WireTrial {

  private static final Duration CALM = Duration.ofSeconds(2);

  private WireTrial() {}

  static Report.Trial run(Bed bed, Fault fault, Duration time, Options options)
      throws InterruptedException {
    return run(bed, fault, fault.name(), fault::strikes, time, options);
  }

  /** SQS delivers again what is at work, and what is done. */
  static Report.Trial redeliver(Bed bed, Options options) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var redelivery = new Redelivery(bed::stack, threads);
      return run(bed, redelivery, Redelivery.NAME, redelivery::deliveries, options.time(), options);
    }
  }

  private static Report.Trial run(
      Bed bed, Rule rule, String name, LongSupplier strikes, Duration time, Options options)
      throws InterruptedException {
    long begin = System.nanoTime();
    int half = Math.max(1, options.companies() / 2);
    try (Crowd crowd = new Crowd(bed, bed.companies().connect(half, half), options.seed())) {
      crowd.begin();
      Thread.sleep(CALM);
      bed.wire().obey(rule);
      Thread.sleep(time);
      bed.wire().obey(Rule.FORWARD);
      Thread.sleep(CALM);
      Findings findings = crowd.end(options.limit(), allowed(rule));
      return new Report.Trial(
          name, (System.nanoTime() - begin) / 1e9, strikes.getAsLong(), findings);
    }
  }

  private static Allowed allowed(Rule rule) {
    return rule instanceof Fault fault
        ? new Allowed((int) Catalogue.lost(fault))
        : Allowed.nothing();
  }
}
