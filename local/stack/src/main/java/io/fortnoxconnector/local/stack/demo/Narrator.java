package io.fortnoxconnector.local.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Api;
import java.time.Duration;
import java.time.Instant;

/** Asks the API, tells what was asked and answered, and insists on the answer being right. */
final class Narrator {

  private final Teller teller;

  Narrator(Teller teller) {
    this.teller = teller;
  }

  /**
   * One request.
   *
   * @throws IllegalStateException if the answer has another status; the message has the answer
   */
  Api.Answer expect(
      int status, Api api, String method, String path, String body, String... headers) {
    Api.Answer answer = api.send(method, path, body, headers);
    teller.call(method, path, answer);
    if (answer.status() != status) {
      throw new IllegalStateException(
          "%s %s answered %d instead of %d: %s"
              .formatted(method, path, answer.status(), status, answer.json()));
    }
    return answer;
  }

  /** Asks for a task until it has finished, as a caller would. */
  JsonNode finished(Api company, String path) {
    Instant giveUp = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(giveUp)) {
      Api.Answer answer = company.send("GET", path, "");
      JsonNode task = answer.data().isArray() ? answer.data().path(0) : answer.data();
      if (!task.path("finishedDate").isMissingNode() && !task.path("finishedDate").isNull()) {
        teller.call("GET", path, answer);
        return task;
      }
      pause();
    }
    throw new IllegalStateException(path + " has not finished in 20 seconds");
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
