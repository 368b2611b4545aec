package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.translation.Action;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Lines;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a write whose answer was lost. Fortnox has no idempotency keys and no
 * conditional requests, so the entity itself is the only witness.
 */
final class OutcomeLookup {

  private final TaskStore tasks;
  private final FortnoxGateway gateway;
  private final CreationLookup creations;
  private final Attachments attachments;

  OutcomeLookup(TaskStore tasks, FortnoxGateway gateway, Attachments attachments) {
    this.tasks = tasks;
    this.gateway = gateway;
    this.creations = new CreationLookup(gateway);
    this.attachments = attachments;
  }

  /** What the look came to. */
  sealed interface Result {}

  /** It happened. */
  record Found(ObjectNode entity) implements Result {}

  /** It didn't happen, or repeating it changes nothing. */
  record Absent() implements Result {}

  /** It may have happened; the sentence says what was looked for. */
  record CannotTell(String lookedFor) implements Result {}

  /** The look itself couldn't be finished. */
  record Later(Problem problem) implements Result {}

  /** Nobody can look any more. */
  record Disconnected(Problem problem) implements Result {}

  Result find(Task task, Connection connection, Instant sentAt, Deadline deadline) {
    if (task.operation() == Operation.CALL) {
      return new CannotTell("A call that was passed on says nothing of how to find what it did.");
    }
    if (task.operation() == Operation.DETACH) {
      return attachments.detached(task, connection, deadline);
    }
    Look look = look(task, connection, deadline);
    String id = task.entityId();
    if (look.resource().equals(Files.FILES)) {
      FileLookup files = new FileLookup(look);
      return id == null ? files.uploaded(Content.of(task).orElseThrow()) : files.deleted(id);
    }
    return id == null ? creations.find(look, sentAt) : changed(look, id);
  }

  /** What a task was done to, as it is now. */
  Result entity(Task task, Connection connection, Deadline deadline) {
    return look(task, connection, deadline).read(Objects.requireNonNullElse(task.entityId(), ""));
  }

  private Look look(Task task, Connection connection, Deadline deadline) {
    return new Look(tasks, gateway, task, task.ofResource(), connection, deadline);
  }

  private static Result changed(Look look, String id) {
    return switch (look.read(id)) {
      case Found(var entity) -> happenedTo(look, entity);
      case Absent absent ->
          look.task().operation() == Operation.DELETE
              ? new Found(JsonNodeFactory.instance.objectNode())
              : absent; // deleted by somebody else meanwhile: the repetition will say so
      case CannotTell cannot -> cannot;
      case Later later -> later;
      case Disconnected gone -> gone;
    };
  }

  private static Result happenedTo(Look look, ObjectNode entity) {
    Task task = look.task();
    ObjectNode prepared = task.progress().prepared();
    return switch (task.operation()) {
      case DELETE -> new Absent();
      case ACT -> acted(look, entity, prepared);
      case READ,
          CREATE,
          REPLACE,
          PATCH,
          ADD_LINE,
          REPLACE_LINE,
          PATCH_LINE,
          REMOVE_LINE,
          DETACH,
          CALL,
          BULK ->
          prepared == null
              ? look.resource().holds(entity, task.entity()) ? new Found(entity) : new Absent()
              : updated(look.resource(), entity, prepared);
    };
  }

  private static Result updated(Resource resource, ObjectNode document, ObjectNode update) {
    if (resource.holds(document, Lines.sent(update))) {
      return new Found(document);
    }
    Lines lines = resource.lines().orElseThrow();
    return lines.isUntouched(document, update) || lines.isRepeatable(document, update)
        ? new Absent()
        : new CannotTell(
            "The document has been updated since and doesn't hold what was sent: by this write and"
                + " another one, or by another one alone.");
  }

  private static Result acted(Look look, ObjectNode entity, @Nullable ObjectNode before) {
    String name = Objects.requireNonNullElse(look.task().action(), "");
    Action action = look.resource().action(name).orElseThrow();
    if (!action.isDone(entity)) {
      return new Absent();
    }
    return action.sends() && (before == null || action.isDone(before))
        ? new CannotTell("It had been sent before, and nothing tells whether it was once more.")
        : new Found(entity);
  }

  static Result unanswered(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Later(var problem) -> new Later(problem);
      case CallOutcome.Unknown(var problem, _) -> new Later(problem);
      case CallOutcome.Refused(var error) -> new Disconnected(Problem.of(error));
      case CallOutcome.Disconnected(var problem) -> new Disconnected(problem);
      case CallOutcome.Answered _ -> throw new IllegalArgumentException("that is an answer");
    };
  }
}
