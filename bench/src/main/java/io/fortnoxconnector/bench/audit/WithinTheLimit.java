package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.util.function.Consumer;

/** Never more than 25 requests in any 5 s, per client id and company. */
final class WithinTheLimit implements Check {

  @Override
  public void look(Evidence evidence, Consumer<String> violation) {
    for (WritingCompany company : evidence.companies()) {
      int most = most(evidence, company);
      if (most > RateLimit.REQUESTS) {
        violation.accept(company + ": " + most + " requests within 5 s");
      }
    }
  }

  static int most(Evidence evidence, WritingCompany company) {
    return evidence
        .sandbox()
        .ledger()
        .mostWithin(RateLimit.WINDOW, company.vendor().app().clientId(), company.number());
  }
}
