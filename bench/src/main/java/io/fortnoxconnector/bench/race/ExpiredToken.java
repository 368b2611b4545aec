package io.fortnoxconnector.bench.race;

import io.fortnoxconnector.bench.faults.Bed;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.client.Api.Answer;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sixty-four invocations at once need an access token that is over, in four processes and sixty
 * more instances that share no memory either. The single-use refresh token behind it is sent once,
 * and everybody gets an answer: the data, or when to come again.
 *
 * @param isKnown whether its hour is over; else Fortnox refuses it before its time
 */
record ExpiredToken(boolean isKnown) implements Race {

  static final String PROCESSES = "SuppliersFunction";

  private static final int OF_PROCESSES = 4;
  private static final int ALL = 64;

  @Override
  public List<String> run(Bed bed) throws InterruptedException {
    WritingCompany company = bed.companies().company(bed.companies().vendor("user"));
    // The processes start before the race.
    AtOnce.run(OF_PROCESSES, number -> read(company, "suppliers"));
    bed.stack().sandbox().company(company.number()).expireAccessTokens();
    if (isKnown) {
      new Expiry(bed.stack()).of(company);
    }
    int refreshedBefore = refreshes(bed, company).size();

    List<Answer> answers =
        AtOnce.run(ALL, number -> read(company, number < OF_PROCESSES ? "suppliers" : "customers"));

    var violations = new ArrayList<String>();
    List<Entry> refreshes = refreshes(bed, company);
    if (refreshes.size() != refreshedBefore + 1) {
      violations.add(
          (refreshes.size() - refreshedBefore) + " refreshes for one expired access token");
    }
    if (new HashSet<>(refreshes.stream().map(Entry::refreshTokens).toList()).size()
        < refreshes.size()) {
      violations.add("a refresh token was sent twice");
    }
    Map<Integer, Long> statuses =
        answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    if (!answers.stream().allMatch(ExpiredToken::isAnswer) || !statuses.containsKey(200)) {
      violations.add("not everybody was answered: " + statuses);
    }
    return violations;
  }

  private static boolean isAnswer(Answer answer) {
    return answer.status() == 200 || !answer.header("retry-after").isEmpty();
  }

  private static Answer read(WritingCompany company, String resource) {
    return company.api().send("GET", "/accounting/" + resource + "?limit=1", "");
  }

  private static List<Entry> refreshes(Bed bed, WritingCompany company) {
    return bed.stack().sandbox().ledger().entries("POST", "/oauth-v1/token").stream()
        .filter(entry -> company.number().equals(entry.company()))
        .filter(entry -> !entry.refreshTokens().isEmpty())
        .toList();
  }
}
