package io.fortnoxconnector.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.bench.workload.Told.State;
import io.fortnoxconnector.local.stack.client.Api.Answer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client's calls, and what their answers mean for a write. */
final class Calls {

  private final WritingCompany company;

  Calls(WritingCompany company) {
    this.company = company;
  }

  /** Empty where no answer came. */
  Optional<Answer> send(Write write) {
    String[] headers =
        switch (write.door()) {
          case WAITING -> new String[] {"Idempotency-Key", write.key(), "Prefer", "wait=5"};
          case LATER, JOB ->
              new String[] {"Idempotency-Key", write.key(), "Prefer", "respond-async"};
          case UNKEYED -> new String[] {"Prefer", "wait=5"};
        };
    return call(write.method(), write.path(), write.body(), headers);
  }

  Optional<Answer> get(String path) {
    return call("GET", path, "");
  }

  private Optional<Answer> call(String method, String path, String body, String... headers) {
    try {
      return Optional.of(company.api().send(method, path, body, headers));
    } catch (UncheckedIOException lost) {
      return Optional.empty();
    }
  }

  /** Whether asking again makes sense; a write that was given up stays so under its key. */
  static boolean isTrouble(Answer answer) {
    return (answer.status() == 429 || answer.status() >= 500)
        && !code(answer).equals("task-abandoned");
  }

  static String code(Answer answer) {
    return answer.json().path("errors").path(0).path("code").asText();
  }

  /** What an answer to a write says of it. */
  static Told told(Write write, List<Integer> statuses, Answer answer) {
    State state =
        switch (answer.status()) {
          case 200, 201 -> State.DONE;
          case 202 -> State.OPEN;
          default -> code(answer).equals("outcome-uncertain") ? State.UNCERTAIN : State.FAILED;
        };
    return new Told(
        write,
        List.copyOf(statuses),
        state,
        state == State.OPEN ? answer.data().path("taskId").asText() : null,
        state == State.FAILED || state == State.UNCERTAIN ? code(answer) : "",
        state == State.DONE ? answer.data().path("id").asText() : null);
  }

  /** What a task says of its write. */
  static Told told(Told before, JsonNode task) {
    String code = task.path("problems").path(0).path("code").asText();
    return switch (task.path("state").asText()) {
      case "DONE", "PARTIAL" -> before.ended(State.DONE, code, text(task.path("resourceId")));
      case "FAILED" -> before.ended(State.FAILED, code, null);
      case "UNCERTAIN" -> before.ended(State.UNCERTAIN, code, null);
      default -> before;
    };
  }

  private static @Nullable String text(JsonNode node) {
    return node.textValue();
  }
}
