package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.translation.Action;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Lines;
import io.fortnoxconnector.translation.Lookup;
import io.fortnoxconnector.translation.Making;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a write whose answer was lost. Fortnox has no idempotency keys and no
 * conditional requests, so the entity itself is the only witness.
 */
final class OutcomeLookup {

  private static final ZoneId FORTNOX_TIME = ZoneId.of("Europe/Stockholm");
  private static final DateTimeFormatter FORTNOX_FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** More candidates than this would eat the company's budget; then the task ends as uncertain. */
  private static final int MOST_CANDIDATES = 20;

  private final TaskStore tasks;
  private final FortnoxGateway gateway;
  private final Search search;
  private final Attachments attachments;

  OutcomeLookup(TaskStore tasks, FortnoxGateway gateway, Attachments attachments) {
    this.tasks = tasks;
    this.gateway = gateway;
    this.search = new Search(gateway);
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
    Resource resource = task.ofResource();
    Look look = new Look(task, connection, resource, deadline);
    String id = task.entityId();
    if (resource.equals(Files.FILES)) {
      return file(look, id);
    }
    if (id != null) {
      return changed(look, id);
    }
    Optional<Making> making = resource.making();
    if (making.isPresent()) {
      return made(look, making.get());
    }
    return resource
        .chosenNumber(task.entity())
        .map(number -> createdAs(look, number))
        .orElseGet(() -> createdLately(look, sentAt));
  }

  /** What a task was done to, as it is now. */
  Result entity(Task task, Connection connection, Deadline deadline) {
    Look look = new Look(task, connection, task.ofResource(), deadline);
    return read(look, Objects.requireNonNullElse(task.entityId(), ""));
  }

  private Result file(Look look, @Nullable String id) {
    FileLookup files =
        new FileLookup(
            call ->
                gateway.repeatable(
                    look.connection(), look.resource().scopeAt(call.path()), call, look.deadline()),
            found -> isAnothers(look, found));
    return id == null
        ? files.uploaded(look.task(), Content.of(look.task()).orElseThrow())
        : files.deleted(id);
  }

  private Result changed(Look look, String id) {
    return switch (read(look, id)) {
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

  /** What something was made of names it; somebody else's can't be made once more. */
  private Result made(Look look, Making making) {
    Look atSource = new Look(look.task(), look.connection(), making.source(), look.deadline());
    Result there = read(atSource, making.sourceOf(look.task().entity()));
    if (!(there instanceof Found(var source))) {
      return there;
    }
    return making.action().isDone(source) && !isAnothers(look, making.madeOf(source))
        ? read(look, making.madeOf(source))
        : new Absent();
  }

  /** Where the number is somebody else's, repeating is safe: Fortnox refuses it as taken. */
  private Result createdAs(Look look, String number) {
    Result there = read(look, number);
    return there instanceof Found(var entity)
            && (!look.resource().holds(entity, look.task().entity()) || isAnothers(look, number))
        ? new Absent()
        : there;
  }

  private Result createdLately(Look look, Instant sentAt) {
    Optional<Lookup> by =
        look.resource().lookups().stream()
            .filter(lookup -> !look.task().entity().path(lookup.fortnoxField()).asText().isEmpty())
            .findFirst();
    if (by.isEmpty()) {
      return new CannotTell("Nothing in the body identifies what was created.");
    }
    Map<String, String> since =
        look.resource().supportsLastModified()
            ? Map.of(
                "lastmodified",
                FORTNOX_FORMAT.format(sentAt.minus(Duration.ofMinutes(2)).atZone(FORTNOX_TIME)))
            : Map.of();
    return switch (search.of(
        by.get(),
        look.task().entity(),
        since,
        look.resource(),
        look.connection(),
        look.deadline())) {
      case Search.Unanswered(var outcome) -> unanswered(outcome);
      case Search.TooMany() ->
          new CannotTell("More entities look like the one that was sent than can be looked at.");
      case Search.Listed(var candidates) -> among(look, candidates, by.get());
    };
  }

  private Result among(Look look, List<Search.Candidate> listed, Lookup by) {
    List<String> candidates =
        listed.stream().map(Search.Candidate::id).filter(id -> !isAnothers(look, id)).toList();
    if (candidates.size() > MOST_CANDIDATES) {
      return new CannotTell(candidates.size() + " entities look like the one that was sent.");
    }
    List<ObjectNode> matches = new ArrayList<>();
    for (String id : candidates) {
      Result read = read(look, id);
      if (read instanceof Found(var entity)) {
        if (look.resource().holds(entity, look.task().entity())) {
          matches.add(entity);
        }
      } else if (!(read instanceof Absent)) {
        return read;
      }
    }
    return switch (matches.size()) {
      case 0 -> new Absent();
      case 1 ->
          look.resource().supportsLastModified() || by.identifying()
              ? new Found(matches.getFirst())
              : new CannotTell(
                  "One with the same fields exists ("
                      + look.resource().idOf(matches.getFirst())
                      + "), and Fortnox doesn't tell since when.");
      default -> new CannotTell(matches.size() + " entities hold all fields that were sent.");
    };
  }

  private boolean isAnothers(Look look, String id) {
    return tasks.isMadeByAnother(
        look.task().id(), look.task().companyId(), look.resource().name(), look.task().nameOf(id));
  }

  private Result read(Look look, String id) {
    CallOutcome outcome =
        call(
            look,
            ResourceCalls.read(look.resource(), id, look.resource().query(look.task().entity())));
    if (outcome instanceof CallOutcome.Answered(var document, _)) {
      return new Found(look.resource().entityIn(document));
    }
    return outcome instanceof CallOutcome.Refused(var error) && error.kind() == Kind.NOT_FOUND
        ? new Absent()
        : unanswered(outcome);
  }

  private CallOutcome call(Look look, FortnoxCall call) {
    return gateway.repeatable(look.connection(), look.resource().scope(), call, look.deadline());
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

  private record Look(Task task, Connection connection, Resource resource, Deadline deadline) {}
}
