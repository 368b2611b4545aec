package io.fortnoxconnector.bench.race;

import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.faults.Bed;
import io.fortnoxconnector.bench.faults.Crowd;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections are ended while writes wait in the queue: each is done or ends with a reason, and but
 * for the one that is on its way nothing reaches Fortnox any more.
 */
final class Disconnect implements Race {

  private static final Duration BEFORE = Duration.ofSeconds(4);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public List<String> run(Bed bed) throws InterruptedException {
    List<WritingCompany> companies = bed.companies().connect(1, 1);
    try (Crowd crowd = new Crowd(bed, companies, 1)) {
      crowd.begin();
      Thread.sleep(BEFORE);
      var ended = new ArrayList<Instant>();
      for (WritingCompany company : companies) {
        company.disconnect();
        ended.add(Instant.now());
      }
      Findings findings = crowd.end(LIMIT, Allowed.nothing());
      var violations = new ArrayList<>(findings.violations());
      for (int i = 0; i < companies.size(); i++) {
        long late = changesAfter(bed, companies.get(i), ended.get(i));
        if (late > 1) {
          violations.add(late + " changes after " + companies.get(i) + " was disconnected");
        }
      }
      return violations;
    }
  }

  private static long changesAfter(Bed bed, WritingCompany company, Instant moment) {
    return bed.stack().sandbox().ledger().entries().stream()
        .filter(entry -> company.number().equals(entry.company()))
        .filter(Disconnect::isChange)
        .filter(entry -> entry.at().isAfter(moment))
        .count();
  }

  private static boolean isChange(Entry entry) {
    return entry.path().startsWith("/3/customers") && !entry.method().equals("GET");
  }
}
