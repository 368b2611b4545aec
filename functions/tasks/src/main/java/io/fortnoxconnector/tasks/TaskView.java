package io.fortnoxconnector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task as its owner sees it: Maesn's {@code {status, information, responseData}} with Maesn's
 * status values, and beside it the task's own words: {@code state} (OPEN, INPROGRESS, DONE,
 * PARTIAL, FAILED, UNCERTAIN) and {@code problems}.
 */
final class TaskView {

  private TaskView() {}

  static ObjectNode of(Task task) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("taskId", task.id());
    view.put("status", status(task));
    view.put("state", state(task));
    view.put("resource", task.resource());
    view.put("operation", task.operation().name());
    view.put("action", task.action());
    view.put("resourceId", resourceId(task));
    view.put("acceptedDate", task.acceptedAt().toString());
    Instant finishedAt = task.progress().finishedAt();
    view.put("finishedDate", finishedAt == null ? null : finishedAt.toString());
    ArrayNode information = view.putArray("information");
    ArrayNode problems = view.putArray("problems");
    for (Problem problem : problems(task)) {
      problems.add(Envelope.json(problem));
      information
          .addObject()
          .putNull("filename")
          .put("message", problem.detail())
          .put("timestamp", Objects.requireNonNullElse(finishedAt, task.acceptedAt()).toString())
          .put("type", "ERROR");
    }
    view.set("responseData", responseData(task));
    return view;
  }

  /** Maesn's words: a client generated from its document takes no others. */
  private static String status(Task task) {
    return switch (task.progress().outcome()) {
      case null -> task.progress().attempts() == 0 ? "OPEN" : "IN_PROGRESS";
      case TaskOutcome.Done _ -> "SUCCESS";
      case TaskOutcome.Partial _ -> "PARTIAL_SUCCESS";
      case TaskOutcome.Failed _, TaskOutcome.Uncertain _ -> "FAILED";
    };
  }

  private static String state(Task task) {
    return switch (task.progress().outcome()) {
      case null -> task.progress().attempts() == 0 ? "OPEN" : "INPROGRESS";
      case TaskOutcome.Done _ -> "DONE";
      case TaskOutcome.Partial _ -> "PARTIAL";
      case TaskOutcome.Failed _ -> "FAILED";
      case TaskOutcome.Uncertain _ -> "UNCERTAIN";
    };
  }

  private static @Nullable String resourceId(Task task) {
    return switch (task.progress().outcome()) {
      case TaskOutcome.Done(var id, _) -> id;
      case TaskOutcome.Partial(var id, _, _) -> id;
      case TaskOutcome.Failed _, TaskOutcome.Uncertain _ -> task.entityId();
      case null -> task.entityId();
    };
  }

  private static List<Problem> problems(Task task) {
    return switch (task.progress().outcome()) {
      case null -> List.of();
      case TaskOutcome.Done _ -> List.of();
      case TaskOutcome.Partial(_, _, var problem) -> List.of(problem);
      case TaskOutcome.Failed(var problems) -> problems;
      case TaskOutcome.Uncertain(var problem) -> List.of(problem);
    };
  }

  private static JsonNode responseData(Task task) {
    Optional<Resource> resource = Resources.named(task.resource());
    if (resource.isEmpty() || task.operation() == Operation.DELETE) {
      return NullNode.instance;
    }
    return switch (task.progress().outcome()) {
      case TaskOutcome.Done(_, var entity) ->
          resource.get().fromFortnox(entity, task.rows()).data();
      case TaskOutcome.Partial(_, var entity, _) -> resource.get().fromFortnox(entity).data();
      case TaskOutcome.Failed _, TaskOutcome.Uncertain _ -> NullNode.instance;
      case null -> NullNode.instance;
    };
  }
}
