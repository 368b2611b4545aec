package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.TaskState;
import io.fortnoxconnector.connector.tasks.TaskSummary;
import io.fortnoxconnector.fortnox.Json;
import io.fortnoxconnector.translation.Operation;

/** A task as an item of the tasks table. */
final class TaskItem {

  private TaskItem() {}

  static Item of(Task task) {
    Item item =
        Item.empty()
            .with("id", task.id())
            .with("connection", task.connection())
            .with("tenant", task.tenant())
            .with("companyId", task.companyId())
            .with("resource", task.resource())
            .with("operation", task.operation().name())
            .with("entityId", task.entityId())
            .with("action", task.action())
            .with("entity", Json.write(task.entity()))
            .with("dependents", TaskJson.rows(task.rows()))
            .with("warnings", TaskJson.warnings(task.warnings()))
            .with("fingerprint", task.fingerprint())
            .with("acceptedAt", task.acceptedAt())
            .with("taskState", task.state().name())
            .with("resourceId", task.summary().resourceId());
    TaskOutcome outcome = task.progress().outcome();
    return outcome == null
        ? item
        : item.with("outcome", TaskJson.outcome(outcome))
            .with("finishedAt", task.progress().finishedAt());
  }

  static boolean isTask(Item item) {
    return item.has("operation");
  }

  /** An entry of the index {@code byConnection}. */
  static TaskSummary summary(Item item) {
    return new TaskSummary(
        item.required("id"),
        TaskState.valueOf(item.required("taskState")),
        item.required("resource"),
        Operation.valueOf(item.required("operation")),
        item.textOrNull("action"),
        item.textOrNull("resourceId"),
        item.time("acceptedAt"),
        item.timeOrNull("finishedAt"));
  }

  static Task read(Item item) {
    String outcome = item.textOrNull("outcome");
    String writtenId = item.textOrNull("writtenId");
    String prepared = item.textOrNull("prepared");
    return new Task(
        item.required("id"),
        item.required("connection"),
        item.required("tenant"),
        item.required("companyId"),
        item.required("resource"),
        Operation.valueOf(item.required("operation")),
        item.textOrNull("entityId"),
        item.textOrNull("action"),
        TaskJson.object(item.required("entity")),
        TaskJson.rows(item.required("dependents")),
        TaskJson.warnings(item.required("warnings")),
        item.required("fingerprint"),
        item.time("acceptedAt"),
        new Progress(
            (int) item.number("attempts"),
            (int) item.number("accidents"),
            item.textOrNull("leaseOwner"),
            item.timeOrNull("leaseUntil"),
            item.timeOrNull("sentAt"),
            item.timeOrNull("lookNotBefore"),
            prepared == null ? null : TaskJson.object(prepared),
            writtenId == null
                ? null
                : new Written(writtenId, TaskJson.object(item.required("writtenEntity"))),
            outcome == null ? null : TaskJson.outcome(outcome),
            item.timeOrNull("finishedAt")));
  }
}
