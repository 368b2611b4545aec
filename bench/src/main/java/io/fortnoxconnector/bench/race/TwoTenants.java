package io.fortnoxconnector.bench.race;

import static io.fortnoxconnector.sandbox.limit.RateLimit.REQUESTS;
import static io.fortnoxconnector.sandbox.limit.RateLimit.WINDOW;

import io.fortnoxconnector.bench.audit.Audit;
import io.fortnoxconnector.bench.faults.Bed;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.client.Api.Answer;
import io.fortnoxconnector.sandbox.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Two vendors are connected to one company. Each has the whole of Fortnox's limit, which counts per
 * client id and company; their writes share one order; neither opens anything of the other's.
 */
final class TwoTenants implements Race {

  /** As many as a rested company takes at once. */
  private static final int BURST = 16;

  private static final int WRITES = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public List<String> run(Bed bed) throws InterruptedException {
    WritingCompany one = bed.companies().company(bed.companies().vendor("service"));
    WritingCompany other = bed.companies().connect(bed.companies().vendor("user"), one.number());
    var violations = new ArrayList<String>();
    bursts(bed.stack().sandbox().ledger(), one, other, violations);
    order(bed, one, other, violations);
    return violations;
  }

  private static void bursts(
      Ledger ledger, WritingCompany one, WritingCompany other, List<String> violations)
      throws InterruptedException {
    List<Answer> answers =
        AtOnce.run(
            2 * BURST,
            number ->
                (number % 2 == 0 ? one : other)
                    .api()
                    .send("GET", "/accounting/customers?limit=1", ""));
    if (answers.stream().anyMatch(answer -> answer.status() != 200)) {
      violations.add("reads were refused: " + answers.stream().map(Answer::status).toList());
    }
    for (WritingCompany company : List.of(one, other)) {
      int most = ledger.mostWithin(WINDOW, company.vendor().app().clientId(), company.number());
      if (most > REQUESTS) {
        violations.add(company + ": " + most + " requests in 5 s");
      }
    }
    if (ledger.mostWithin(WINDOW, one.number()) <= REQUESTS) {
      violations.add("two budgets gave no more than one");
    }
  }

  private static void order(
      Bed bed, WritingCompany one, WritingCompany other, List<String> violations)
      throws InterruptedException {
    var accepted = new ArrayList<String>();
    String foreign = "";
    for (int i = 0; i < WRITES; i++) {
      String name = "K-" + i;
      foreign = accept(i % 2 == 0 ? one : other, name);
      accepted.add(name);
    }
    // The last one is the other's.
    for (WritingCompany company : List.of(one, other)) {
      int expected = company == other ? 200 : 404;
      int status = company.api().send("GET", foreign, "").status();
      if (status != expected) {
        violations.add(company + " gets " + status + " for " + foreign);
      }
    }
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (Audit.unfinished(bed.stack()) > 0 && Instant.now().isBefore(giveUp)) {
      Thread.sleep(Duration.ofMillis(500));
    }
    List<String> arrived =
        bed.stack().sandbox().company(one.number()).customers().stream()
            .sorted(
                (a, b) ->
                    Integer.compare(
                        a.path("CustomerNumber").asInt(), b.path("CustomerNumber").asInt()))
            .map(customer -> customer.path("Name").asText())
            .toList();
    if (!arrived.equals(accepted)) {
      violations.add("accepted as " + accepted + ", written as " + arrived);
    }
  }

  private static String accept(WritingCompany company, String name) {
    return company
        .api()
        .send(
            "POST",
            "/accounting/customers",
            "{\"companyName\":\"" + name + "\"}",
            "Prefer",
            "respond-async")
        .expect(202)
        .header("location");
  }
}
