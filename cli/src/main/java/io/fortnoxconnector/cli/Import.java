package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Sends rows as writes and waits for their outcomes, both in the file's order. A few are on the way
 * at a time: enough that the company's writer never waits, and so few that somebody else's write
 * doesn't wait long.
 */
final class Import {

  private static final int ON_THE_WAY = 25;
  private static final Duration POLL = Duration.ofMillis(100);

  /** What became of a row. */
  record Result(ImportRow row, String state, String id, String problem) {
    boolean isDone() {
      return state.equals("DONE");
    }
  }

  /** Hears of each row once it has ended. */
  interface Listener {
    void ended(Result result);
  }

  private record Sent(ImportRow row, String task) {}

  private final Connector company;
  private final String resource;
  private final Listener listener;
  private final Queue<Sent> sent = new ArrayDeque<>();

  Import(Connector company, String resource, Listener listener) {
    this.company = company;
    this.resource = resource;
    this.listener = listener;
  }

  void run(List<ImportRow> rows) {
    for (ImportRow row : rows) {
      while (sent.size() >= ON_THE_WAY) {
        endOne();
      }
      send(row);
    }
    while (!sent.isEmpty()) {
      endOne();
    }
  }

  private void send(ImportRow row) {
    Connector.Answer answer =
        company.send(
            "POST",
            "/accounting/" + resource,
            row.body().toString(),
            Map.of("Prefer", "respond-async", "Idempotency-Key", row.key()));
    switch (answer.status()) {
      case 202 -> sent.add(new Sent(row, answer.data().path("taskId").asText()));
      case 200, 201 ->
          listener.ended(new Result(row, "DONE", answer.data().path("id").asText(), ""));
      case 401, 403 -> throw new Failure(Failure.KEYS, answer.problems());
      default -> listener.ended(new Result(row, "FAILED", "", answer.problems()));
    }
  }

  /** The one that was sent first ends first: a company's writes are carried out in order. */
  private void endOne() {
    Sent first = sent.element();
    JsonNode task = company.get("/accounting/asyncTask/" + first.task()).data();
    String state = task.path("state").asText();
    if (state.equals("OPEN") || state.equals("INPROGRESS")) {
      Connector.pause(POLL);
      return;
    }
    sent.remove();
    var problems = new StringBuilder();
    for (JsonNode problem : task.path("problems")) {
      problems.append(problems.isEmpty() ? "" : "\n").append(problem.path("detail").asText());
    }
    listener.ended(
        new Result(first.row(), state, task.path("resourceId").asText(""), problems.toString()));
  }
}
