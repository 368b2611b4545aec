package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.bench.workload.WritingCompany;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * One crowd under one kind of trouble after the other; the next comes while the last still aches.
 */
final class Weather {

  private final Bed bed;
  private final PrintStream out;

  Weather(Bed bed, PrintStream out) {
    this.bed = bed;
    this.out = out;
  }

  /** All of them. */
  Findings pass(
      List<WritingCompany> companies,
      List<Fault> faults,
      Duration each,
      Duration calm,
      Duration limit,
      long seed)
      throws InterruptedException {
    try (Crowd crowd = new Crowd(bed, companies, seed)) {
      crowd.begin();
      for (Fault fault : faults) {
        Thread.sleep(calm);
        bed.wire().obey(fault);
        crowd.expireTokens();
        Thread.sleep(each);
        // On a busy machine nothing may have come by yet.
        Patience.until(() -> fault.strikes() > 0);
        bed.wire().obey(Rule.FORWARD);
        out.printf(
            "  %-34s struck %4d times, %5d writes so far%n",
            fault, fault.strikes(), crowd.acknowledged());
      }
      long lost = faults.stream().mapToLong(Catalogue::lost).sum();
      return crowd.end(limit, new Allowed((int) lost));
    }
  }
}
