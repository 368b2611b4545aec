package io.fortnoxconnector.bench.race;

import io.fortnoxconnector.bench.faults.Bed;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.client.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sixty-four requests under one idempotency key at once, half of them with another body: one of the
 * two bodies is written, once, and all who sent it get the same answer; the others get 422.
 */
final class OneKey implements Race {

  private static final int ALL = 64;
  private static final int ATTEMPTS = 20;

  @Override
  public List<String> run(Bed bed) throws InterruptedException {
    WritingCompany company = bed.companies().company(bed.companies().vendor("service"));

    List<Answer> answers = AtOnce.run(ALL, number -> write(company, number % 2));

    var violations = new ArrayList<String>();
    Map<Integer, Long> statuses =
        answers.stream()
            .map(Answer::status)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    if (!statuses.equals(Map.of(201, ALL / 2L, 422, ALL / 2L))) {
      violations.add("half should be written and half refused: " + statuses);
    }
    long different =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .map(answer -> answer.data())
            .distinct()
            .count();
    if (different != 1) {
      violations.add(different + " different answers to one request");
    }
    int customers = bed.stack().sandbox().company(company.number()).customers().size();
    if (customers != 1) {
      violations.add(customers + " customers were made");
    }
    return violations;
  }

  /** As a careful client does it: what has a key is sent again until it's answered. */
  private static Answer write(WritingCompany company, int body) {
    Answer answer = once(company, body);
    for (int i = 1; i < ATTEMPTS && answer.status() >= 500; i++) {
      answer = once(company, body);
    }
    return answer;
  }

  private static Answer once(WritingCompany company, int body) {
    return company
        .api()
        .send(
            "POST",
            "/accounting/customers",
            "{\"companyName\":\"Kund " + body + "\"}",
            "Idempotency-Key",
            "one",
            "Prefer",
            "wait=25");
  }
}
