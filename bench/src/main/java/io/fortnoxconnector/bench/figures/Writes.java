package io.fortnoxconnector.bench.figures;

import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Numbered writes for one company, as a program that imports a register sends them. */
record Writes(ConnectedCompany company, int count) {

  /** Has them accepted, one after the other, without waiting for what becomes of them. */
  void queue() throws InterruptedException {
    for (String name : names()) {
      Api.Answer answer = create(name, "respond-async");
      while (answer.status() == 429 || answer.status() == 503) {
        // So many are open, or come at once, that the connector wants it sent again later.
        Thread.sleep(Duration.ofSeconds(Long.parseLong(answer.header("retry-after"))));
        answer = create(name, "respond-async");
      }
      answer.expect(202);
    }
  }

  /** The same in a thread of its own. */
  Thread queueAside() {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                queue();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Sends one; {@code prefer} as the API knows it. */
  Api.Answer create(String name, String prefer) {
    return company
        .api()
        .send(
            "POST",
            "/accounting/customers",
            "{\"companyName\":\"%s\",\"contactType\":\"COMPANY\"}".formatted(name),
            "Prefer",
            prefer,
            "Idempotency-Key",
            name.replace(' ', '-'));
  }

  /** In the order in which they must arrive at Fortnox, each once. */
  List<String> names() {
    return IntStream.rangeClosed(1, count).mapToObj("Kund %05d"::formatted).toList();
  }
}
