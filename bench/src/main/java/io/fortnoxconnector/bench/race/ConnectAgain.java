package io.fortnoxconnector.bench.race;

import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.faults.Bed;
import io.fortnoxconnector.bench.faults.Crowd;
import io.fortnoxconnector.bench.workload.WritingCompany;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Users go through the connect flow again and again while their companies are written to: tokens
 * and account keys are renewed under running writes, and none is lost.
 */
final class ConnectAgain implements Race {

  private static final int TIMES = 4;
  private static final Duration BETWEEN = Duration.ofMillis(1500);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public List<String> run(Bed bed) throws InterruptedException {
    List<WritingCompany> companies = bed.companies().connect(1, 2);
    try (Crowd crowd = new Crowd(bed, companies, 1)) {
      crowd.begin();
      for (int i = 0; i < TIMES; i++) {
        Thread.sleep(BETWEEN);
        companies.forEach(WritingCompany::reconnect);
      }
      Findings findings = crowd.end(LIMIT, Allowed.nothing());
      var violations = new ArrayList<>(findings.violations());
      if (findings.failed().containsKey("reconnect-required")) {
        violations.add("writes failed for a consent that was there: " + findings.failed());
      }
      return violations;
    }
  }
}
