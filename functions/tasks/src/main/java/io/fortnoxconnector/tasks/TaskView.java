package io.fortnoxconnector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.BulkProgress;
import io.fortnoxconnector.connector.tasks.RawAnswer;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.TaskSummary;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resources;
import io.fortnoxconnector.translation.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A task as its owner sees it: Maesn's {@code {status, information, responseData}} with Maesn's
 * status values, and beside it the task's own words: {@code state} ({@link Task#state}) and {@code
 * problems}.
 */
final class TaskView {

  static final Warning PARTIAL_ROW =
      new Warning(
          "list-row-is-partial",
          "",
          "A list of tasks doesn't carry information, problems and responseData; ask with"
              + " expand=full for them.");

  private TaskView() {}

  static ObjectNode of(Task task) {
    ObjectNode view = head(task.summary());
    ArrayNode information = view.putArray("information");
    ArrayNode problems = view.putArray("problems");
    Instant at = Objects.requireNonNullElse(task.progress().finishedAt(), task.acceptedAt());
    for (Problem problem : problems(task)) {
      problems.add(Envelope.json(problem));
      information
          .addObject()
          .putNull("filename")
          .put("message", problem.detail())
          .put("timestamp", at.toString())
          .put("type", "ERROR");
    }
    view.set("responseData", responseData(task));
    BulkProgress.of(task).ifPresent(progress -> view.set("bulk", bulk(task, progress)));
    return view;
  }

  private static ObjectNode bulk(Task task, BulkProgress progress) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("rows", progress.rows())
        .put("done", progress.done())
        .put("partial", progress.partial())
        .put("failed", progress.failed())
        .put("uncertain", progress.uncertain())
        .put("cancelled", progress.cancelled())
        .put("remaining", progress.remaining())
        .put("ratePerMinute", progress.ratePerMinute().orElse(null))
        .put(
            "expectedEnd",
            progress
                .expectedEnd()
                .filter(_ -> !task.isFinished())
                .map(Instant::toString)
                .orElse(null));
  }

  /** As a row of a list: what it ended with is left out. */
  static ObjectNode of(TaskSummary task) {
    ObjectNode view = head(task);
    view.putArray("information");
    view.putArray("problems");
    view.putNull("responseData");
    return view;
  }

  private static ObjectNode head(TaskSummary task) {
    Instant finishedAt = task.finishedAt();
    return JsonNodeFactory.instance
        .objectNode()
        .put("taskId", task.id())
        .put("status", task.state().status())
        .put("state", task.state().name())
        .put("resource", task.resource())
        .put("operation", task.operation().name())
        .put("action", task.action())
        .put("resourceId", task.resourceId())
        .put("acceptedDate", task.acceptedAt().toString())
        .put("finishedDate", finishedAt == null ? null : finishedAt.toString());
  }

  private static List<Problem> problems(Task task) {
    return switch (task.progress().outcome()) {
      case null -> List.of();
      case TaskOutcome.Done _, TaskOutcome.Cancelled _ -> List.of();
      case TaskOutcome.Partial(_, _, var problem) -> List.of(problem);
      case TaskOutcome.Failed(var problems) -> problems;
      case TaskOutcome.Uncertain(var problem) -> List.of(problem);
    };
  }

  private static JsonNode responseData(Task task) {
    return switch (task.progress().outcome()) {
      case TaskOutcome.Done(_, var entity) when task.operation() == Operation.CALL ->
          RawAnswer.body(entity);
      case TaskOutcome.Done(_, var entity) -> unified(task, entity, task.rows());
      case TaskOutcome.Partial(_, var entity, _) -> unified(task, entity, Map.of());
      case TaskOutcome.Failed _, TaskOutcome.Uncertain _, TaskOutcome.Cancelled _ ->
          NullNode.instance;
      case null -> NullNode.instance;
    };
  }

  private static JsonNode unified(
      Task task, ObjectNode entity, Map<String, List<ObjectNode>> rows) {
    return Resources.named(task.resource())
        .filter(_ -> task.operation() != Operation.DELETE)
        .filter(_ -> task.operation() != Operation.DETACH)
        .filter(_ -> task.operation() != Operation.BULK)
        .<JsonNode>map(resource -> resource.fromFortnox(entity, rows).data())
        .orElse(NullNode.instance);
  }
}
