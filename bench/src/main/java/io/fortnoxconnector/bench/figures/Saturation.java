package io.fortnoxconnector.bench.figures;

import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * One company with more to write than its limit allows, and a user who reads at the same time.
 *
 * @param inOrder whether Fortnox received every write once, in the order of acceptance
 */
record Saturation(
    RateLimit.Kind kind, int writes, boolean inOrder, Received received, Sample reads, int failed) {

  static Saturation measure(Bed bed, RateLimit.Kind kind, int writes, PrintStream out)
      throws InterruptedException {
    bed.fortnox().limit(kind, false);
    ConnectedCompany company = bed.company();
    var queued = new Writes(company, writes);
    var progress = new Progress(out, part(kind), writes);
    try (var reading = new Reading(company)) {
      Thread feeder = queued.queueAside();
      bed.untilCreated(List.of(company), writes, progress);
      feeder.join();
      Received received = Received.of(bed.fortnox(), company.number());
      return new Saturation(
          kind,
          writes,
          received.created().equals(queued.names()),
          received,
          reading.waits(),
          reading.failures());
    }
  }

  List<Figure> figures() {
    String part = part(kind);
    return List.of(
        Figure.of(part, "writes", writes, ""),
        Figure.of(part, "requests a minute in steady state", received.perMinute(), "").atLeast(270),
        Figure.of(part, "answers 429", received.refusals(), "").atMost(0),
        Figure.of(part, "writes out of order, lost or doubled", inOrder ? 0 : 1, "").atMost(0),
        Figure.of(part, "reads", reads.size(), ""),
        Figure.of(part, "reads that failed", failed, "").atMost(0),
        Figure.of(part, "a read's wait, median", reads.median()).below(300),
        Figure.of(part, "a read's wait, p99", reads.p99()));
  }

  private static String part(RateLimit.Kind kind) {
    return "One company saturated, limit counted as " + kind.name().toLowerCase(Locale.ROOT);
  }
}
