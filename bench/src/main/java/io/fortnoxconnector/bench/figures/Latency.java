package io.fortnoxconnector.bench.figures;

import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** How fast one company is written to, depending on how long Fortnox takes for each request. */
final class Latency {

  private static final Duration PACE = Duration.ofMillis(219);

  /** What a write takes besides Fortnox's time, roughly; only for how many writes fill the time. */
  private static final Duration OWN_TIME = Duration.ofMillis(40);

  private Latency() {}

  static Figure measure(Bed bed, Duration fortnox, Duration time, PrintStream out)
      throws InterruptedException {
    bed.fortnox().limit(RateLimit.Kind.EXACT, false);
    ConnectedCompany company = bed.company();
    Duration each = fortnox.plus(OWN_TIME);
    int writes = (int) time.dividedBy(each.compareTo(PACE) > 0 ? each : PACE);
    var queued = new Writes(company, writes);
    bed.fortnox().faults().clear();
    bed.fortnox().faults().on("*", "/3/").delays(fortnox);
    try {
      Thread feeder = queued.queueAside();
      bed.untilCreated(
          List.of(company),
          writes,
          new Progress(out, "Fortnox takes " + fortnox.toMillis() + " ms", writes));
      feeder.join();
    } finally {
      bed.fortnox().faults().clear();
    }
    return Figure.of(
        "Writes of one company a minute, by Fortnox's own time",
        "Fortnox takes " + fortnox.toMillis() + " ms",
        Received.of(bed.fortnox(), company.number()).perMinute(),
        "");
  }
}
