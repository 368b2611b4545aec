package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.client.Api.Answer;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * No connection is stuck: each answers a read, or says that it must be made anew. One that was
 * ended answers nothing.
 */
final class Reachable implements Check {

  private static final int ATTEMPTS = 10;

  @Override
  public void look(Evidence evidence, Consumer<String> violation) {
    evidence.companies().forEach(company -> look(company, violation));
  }

  private static void look(WritingCompany company, Consumer<String> violation) {
    Answer answer = read(company);
    for (int i = 1; i < ATTEMPTS && (answer.status() == 429 || answer.status() >= 500); i++) {
      pause();
      answer = read(company);
    }
    String code = answer.json().path("errors").path(0).path("code").asText();
    if (!company.isConnected()) {
      if (answer.status() != 401) {
        violation.accept(company + " was disconnected, and answers " + answer.status());
      }
    } else if (answer.status() != 200 && !code.equals("reconnect-required")) {
      violation.accept(company + " can't be read: " + answer.status() + " " + code);
    }
  }

  private static Answer read(WritingCompany company) {
    return company.api().send("GET", "/accounting/customers?limit=1", "");
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
