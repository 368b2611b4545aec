package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.LINE_NOT_CHANGEABLE;
import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.RawCall;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.Action;
import io.fortnoxconnector.translation.Lines;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the call that carries out a task. Where that takes the entity as it is now (a change of a
 * document's lines, an action that sends something, a resource that is a part of Fortnox's), the
 * entity is read, in the company's order, and what follows from it is noted before anything leaves.
 */
final class Preparation {

  private final FortnoxGateway gateway;
  private final Uploads uploads;
  private final Attachments attachments;

  Preparation(FortnoxGateway gateway, Uploads uploads, Attachments attachments) {
    this.gateway = gateway;
    this.uploads = uploads;
    this.attachments = attachments;
  }

  /** What it came to. */
  sealed interface Result {}

  /** The call that is left to do. */
  record Ready(FortnoxCall call) implements Result {}

  /** It can't be done, for good. */
  record Stopped(Problem problem) implements Result {}

  /** Nothing has left yet. */
  record Later(Problem problem) implements Result {}

  /** Somebody else has the task. */
  record TakenOver() implements Result {}

  Result of(Turn turn, Connection connection) {
    Task task = turn.task();
    if (task.operation() == Operation.CALL) {
      return new Ready(RawCall.of(task.entity()).call());
    }
    Resource resource = task.ofResource();
    Optional<Content> content = Content.of(task);
    if (content.isPresent()) {
      return uploads.call(task, content.get());
    }
    if (task.operation() == Operation.DETACH) {
      return attachments.detaching(task, connection, turn.deadline());
    }
    Optional<Lines> lines =
        resource.lines().filter(ofResource -> ofResource.isChange(task.entity()));
    if (lines.isPresent()) {
      return update(turn, connection, lines.get());
    }
    Optional<Action> action = resource.action(Objects.requireNonNullElse(task.action(), ""));
    if (action.isPresent() && action.get().sends()) {
      return sending(turn, connection, action.get());
    }
    if (resource.isPart() && task.entityId() != null) {
      return switch (read(turn, connection, resource)) {
        case Entity _ -> new Ready(call(task, resource, action));
        case NotRead(var result) -> result;
      };
    }
    return new Ready(call(task, resource, action));
  }

  private Result update(Turn turn, Connection connection, Lines lines) {
    Task task = turn.task();
    Resource resource = task.ofResource();
    return switch (read(turn, connection, resource)) {
      case Entity(var document) ->
          switch (lines.merged(document, task.entity())) {
            case Lines.Impossible(var why) -> new Stopped(LINE_NOT_CHANGEABLE.about(why));
            case Lines.Update(var update, var noted) ->
                turn.prepared(noted)
                    ? new Ready(ResourceCalls.update(resource, id(task), update))
                    : new TakenOver();
          };
      case NotRead(var result) -> result;
    };
  }

  private Result sending(Turn turn, Connection connection, Action action) {
    Task task = turn.task();
    Resource resource = task.ofResource();
    return switch (read(turn, connection, resource)) {
      case Entity(var before) ->
          turn.prepared(action.state(before))
              ? new Ready(ResourceCalls.act(resource, id(task), action))
              : new TakenOver();
      case NotRead(var result) -> result;
    };
  }

  private static FortnoxCall call(Task task, Resource resource, Optional<Action> action) {
    return switch (task.operation()) {
      case CREATE -> ResourceCalls.create(resource, task.entity());
      case REPLACE, PATCH, ADD_LINE, REPLACE_LINE, PATCH_LINE, REMOVE_LINE ->
          ResourceCalls.update(resource, id(task), task.entity());
      case DELETE -> ResourceCalls.delete(resource, id(task));
      case ACT ->
          ResourceCalls.act(
              resource,
              id(task),
              action.orElseThrow(() -> new IllegalStateException("no action " + task.action())));
      case READ, DETACH, CALL, BULK -> throw new IllegalStateException("no call of a resource's");
    };
  }

  private sealed interface Reading {}

  private record Entity(ObjectNode entity) implements Reading {}

  private record NotRead(Result result) implements Reading {}

  private Reading read(Turn turn, Connection connection, Resource resource) {
    CallOutcome outcome =
        gateway.repeatable(
            connection,
            resource.scope(),
            ResourceCalls.read(resource, id(turn.task()), Map.of()),
            turn.deadline());
    return outcome instanceof CallOutcome.Answered(var document, _)
        ? whole(resource, resource.entityIn(document))
        : new NotRead(unanswered(outcome));
  }

  /** What it means for the write that something before it got no answer. */
  static Result unanswered(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Refused(var error) -> new Stopped(Problem.of(error));
      case CallOutcome.Disconnected(var problem) -> new Stopped(problem);
      case CallOutcome.Later(var problem) -> new Later(problem);
      case CallOutcome.Unknown(var problem, _) -> new Later(problem);
      case CallOutcome.Answered _ -> throw new IllegalArgumentException("that is an answer");
    };
  }

  /** A plain invoice has an id at the address of credit notes, and isn't one. */
  private static Reading whole(Resource resource, ObjectNode entity) {
    return resource.includes(entity)
        ? new Entity(entity)
        : new NotRead(
            new Stopped(NOT_FOUND.about("Of " + resource.name() + ", none has this id.")));
  }

  private static String id(Task task) {
    return Objects.requireNonNullElse(task.entityId(), "");
  }
}
