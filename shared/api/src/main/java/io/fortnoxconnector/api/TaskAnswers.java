package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.TASK_CANCELLED;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.tasks.Acceptance;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.translation.Warning;
import java.util.List;
import java.util.function.Function;

/** The answer to a write, as far as its task is. */
final class TaskAnswers {

  private TaskAnswers() {}

  /** How what was done shows. */
  @FunctionalInterface
  interface Written {
    HttpResponse of(String id, ObjectNode entity, List<Warning> warnings);
  }

  /** What became of a write at the desk; a repeated request is told that it's one. */
  static HttpResponse of(Acceptance acceptance, Function<Task, HttpResponse> taken) {
    return switch (acceptance) {
      case Acceptance.Rejected(var problems) -> Envelope.failure(problems);
      case Acceptance.Later(var problem, _) -> Envelope.failure(List.of(problem));
      case Acceptance.Accepted(var task, var replayed) -> {
        HttpResponse response = taken.apply(task);
        yield replayed ? response.with("Idempotency-Replayed", "true") : response;
      }
    };
  }

  static HttpResponse of(Task task, Written written) {
    return switch (task.progress().outcome()) {
      case null -> accepted(task);
      case TaskOutcome.Done(var id, var entity) -> written.of(id, entity, List.of());
      case TaskOutcome.Partial(var id, var entity, var problem) ->
          written.of(
              id,
              entity,
              List.of(
                  new Warning(
                      "partly-stored", "", "Not all of it was stored: " + problem.detail())));
      case TaskOutcome.Failed(var problems) -> Envelope.failure(problems);
      case TaskOutcome.Uncertain(var problem) -> Envelope.failure(List.of(problem));
      case TaskOutcome.Cancelled() ->
          Envelope.failure(
              List.of(TASK_CANCELLED.about("The write was cancelled before it was sent.")));
    };
  }

  static HttpResponse accepted(Task task) {
    return Envelope.of(JsonNodeFactory.instance.objectNode().put("taskId", task.id()))
        .response(202)
        .with("Location", "/accounting/asyncTask/" + task.id())
        .with("Retry-After", "2");
  }
}
