package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.OUTCOME_UNCERTAIN;
import static io.fortnoxconnector.connector.problems.ProblemType.RECONNECT_REQUIRED;
import static io.fortnoxconnector.connector.problems.ProblemType.TASK_ABANDONED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.budget.Budget.Use;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries out tasks. What is about to leave for Fortnox is recorded before it leaves, and what came
 * of it before anything else is done, so that a task whose process was killed goes on where it was:
 * looked up if it may have happened, never repeated blindly.
 */
public final class TaskRunner {

  /** After an answer of 5xx nothing is running any more. */
  static final Duration SETTLES_IF_ANSWERED = Duration.ofSeconds(3);

  static final int MOST_ATTEMPTS = 30;

  /** A company's later writes wait while nobody knows what became of one: not for ever. */
  private static final Duration LONGEST_SEARCH = Duration.ofDays(1);

  private static final Duration LEAST_TIME = Duration.ofSeconds(6);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(60);

  private final TaskStore tasks;
  private final ConnectionStore connections;
  private final FortnoxGateway gateway;
  private final OutcomeLookup lookup;
  private final RowSync rows;
  private final Duration settlingTime;
  private final Randomness randomness;
  private final Timing timing;

  /**
   * A runner of tasks.
   *
   * @param settlingTime how long Fortnox may be at work on a request that it hasn't answered,
   *     whether its sender still lives or not
   */
  public TaskRunner(
      TaskStore tasks,
      ConnectionStore connections,
      FortnoxGateway gateway,
      Duration settlingTime,
      Randomness randomness,
      Timing timing) {
    this.tasks = tasks;
    this.connections = connections;
    this.gateway = gateway;
    this.lookup = new OutcomeLookup(tasks, gateway);
    this.rows = new RowSync(gateway);
    this.settlingTime = settlingTime;
    this.randomness = randomness;
    this.timing = timing;
  }

  /** Goes on with a task as far as the deadline and Fortnox allow. */
  public Run run(String taskId, Deadline deadline) {
    Optional<Task> found = tasks.find(taskId);
    if (found.isEmpty() || found.get().isFinished()) {
      return new Run.Finished();
    }
    if (!deadline.allows(LEAST_TIME, timing)) {
      return new Run.Later(Duration.ZERO);
    }
    Task task = found.get();
    Instant settled = task.progress().lookNotBefore();
    if (settled != null && settled.isAfter(timing.now())) {
      return new Run.Later(Duration.between(timing.now(), settled));
    }
    Attempt attempt = new Attempt(task, randomness.id(), deadline);
    if (!tasks.lease(taskId, attempt.owner(), timing.now(), deadline.at())) {
      return new Run.Later(waitForLease(task));
    }
    Optional<Connection> connection = connections.find(task.connection());
    if (connection.isEmpty()) {
      return finish(attempt, ended(task));
    }
    return proceed(attempt, connection.get());
  }

  private static TaskOutcome ended(Task task) {
    Written written = task.progress().written();
    if (written != null) {
      return new TaskOutcome.Partial(
          written.entityId(),
          written.entity(),
          RECONNECT_REQUIRED.about("The connection was ended before all of it was written."));
    }
    return task.progress().sentAt() == null
        ? failed(
            RECONNECT_REQUIRED.about("The connection was ended before the write was carried out."))
        : new TaskOutcome.Uncertain(
            OUTCOME_UNCERTAIN.about(
                "The connection was ended before Fortnox could be asked what became of the write."));
  }

  private Run proceed(Attempt attempt, Connection connection) {
    Task task = attempt.task();
    Written written = task.progress().written();
    if (written != null) {
      return rowsAgain(attempt, connection, written);
    }
    Instant sentAt = task.progress().sentAt();
    if (sentAt == null) {
      return write(attempt, connection);
    }
    Instant settled = sentAt.plus(settlingTime);
    if (task.progress().lookNotBefore() == null && settled.isAfter(timing.now())) {
      return unknown(attempt, settled);
    }
    if (sentAt.plus(LONGEST_SEARCH).isBefore(timing.now())) {
      return finish(
          attempt,
          new TaskOutcome.Uncertain(
              OUTCOME_UNCERTAIN.about(
                  "For a day, Fortnox couldn't be asked what became of the write.")));
    }
    return switch (lookup.find(task, connection, sentAt, attempt.deadline())) {
      case OutcomeLookup.Found(var entity) -> confirmed(attempt, connection, entity);
      case OutcomeLookup.Absent() -> write(attempt, connection);
      case OutcomeLookup.CannotTell(var lookedFor) ->
          finish(attempt, new TaskOutcome.Uncertain(OUTCOME_UNCERTAIN.about(lookedFor)));
      case OutcomeLookup.Later(var problem) ->
          unknown(attempt, timing.now().plus(untilNextLook(task, sentAt, problem)));
      case OutcomeLookup.Disconnected(var problem) ->
          finish(attempt, new TaskOutcome.Uncertain(OUTCOME_UNCERTAIN.about(problem.detail())));
    };
  }

  private Run write(Attempt attempt, Connection connection) {
    Task task = attempt.task();
    Resource resource = resource(task);
    if (task.progress().attempts() >= MOST_ATTEMPTS) {
      return finish(attempt, failed(abandoned()));
    }
    CallOutcome outcome =
        gateway.call(
            connection,
            resource.scope(),
            call(task, resource),
            Use.WRITER,
            attempt.deadline(),
            () -> tasks.sending(task.id(), attempt.owner(), timing.now(), attempt.deadline().at()));
    return switch (outcome) {
      case CallOutcome.Answered(var body, _) ->
          confirmed(attempt, connection, entityIn(body, resource));
      case CallOutcome.Refused(var error) -> finish(attempt, failed(Problem.of(error)));
      case CallOutcome.Disconnected(var problem) -> finish(attempt, failed(problem));
      case CallOutcome.Later(var problem) -> {
        tasks.notSent(task.id(), attempt.owner());
        yield new Run.Later(backOff(task, problem));
      }
      case CallOutcome.Unknown(_, var stillRunning) ->
          unknown(attempt, timing.now().plus(stillRunning ? settlingTime : SETTLES_IF_ANSWERED));
    };
  }

  private Run confirmed(Attempt attempt, Connection connection, ObjectNode entity) {
    Task task = attempt.task();
    String id = task.entityId() == null ? resource(task).idOf(entity) : task.entityId();
    if (task.rows().isEmpty()) {
      return finish(attempt, new TaskOutcome.Done(id, entity));
    }
    Written written = new Written(id, entity);
    return tasks.written(task.id(), attempt.owner(), written)
        ? rows(attempt, connection, written)
        : takenOver();
  }

  private Run rowsAgain(Attempt attempt, Connection connection, Written written) {
    Task task = attempt.task();
    if (task.progress().attempts() >= MOST_ATTEMPTS) {
      return finish(
          attempt, new TaskOutcome.Partial(written.entityId(), written.entity(), abandoned()));
    }
    return tasks.sending(task.id(), attempt.owner(), timing.now(), attempt.deadline().at())
        ? rows(attempt, connection, written)
        : takenOver();
  }

  private Run rows(Attempt attempt, Connection connection, Written written) {
    Task task = attempt.task();
    return switch (rows.sync(
        task, resource(task), connection, written.entityId(), attempt.deadline())) {
      case RowSync.Synced() ->
          finish(attempt, new TaskOutcome.Done(written.entityId(), written.entity()));
      case RowSync.Stopped(var problem) ->
          finish(attempt, new TaskOutcome.Partial(written.entityId(), written.entity(), problem));
      case RowSync.Later(var problem, var stillRunning) ->
          unknown(attempt, timing.now().plus(stillRunning ? settlingTime : backOff(task, problem)));
    };
  }

  private Run unknown(Attempt attempt, Instant lookNotBefore) {
    tasks.unknown(attempt.task().id(), attempt.owner(), lookNotBefore);
    return new Run.Later(Duration.between(timing.now(), lookNotBefore));
  }

  private Run finish(Attempt attempt, TaskOutcome outcome) {
    return tasks.finish(attempt.task(), attempt.owner(), outcome, timing.now())
        ? new Run.Finished()
        : takenOver();
  }

  /** Somebody else has the task: their outcome counts. */
  private static Run takenOver() {
    return new Run.Later(Duration.ofSeconds(1));
  }

  private Duration waitForLease(Task task) {
    Instant until = task.progress().leaseUntil();
    return until == null || !until.isAfter(timing.now())
        ? Duration.ofSeconds(1)
        : Duration.between(timing.now(), until);
  }

  /** Longer from attempt to attempt, so that an outage at Fortnox isn't answered with a storm. */
  private static Duration backOff(Task task, Problem problem) {
    Duration asked = Objects.requireNonNullElse(problem.retryAfter(), Duration.ofSeconds(2));
    Duration grown = Duration.ofSeconds(1L << Math.min(task.progress().attempts(), 6));
    Duration longer = task.progress().attempts() > 0 && grown.compareTo(asked) > 0 ? grown : asked;
    return shorter(longer, LONGEST_BACK_OFF);
  }

  /**
   * Longer from look-up to look-up, of which the task keeps no count: asked every few seconds, a
   * Fortnox that hangs would keep a writer busy most of the time for each of its companies
   * (docs/growth.md).
   */
  private Duration untilNextLook(Task task, Instant sentAt, Problem problem) {
    Duration grown = Duration.between(sentAt, timing.now()).dividedBy(2);
    Duration asked = backOff(task, problem);
    return grown.compareTo(asked) < 0 ? asked : shorter(grown, LONGEST_BACK_OFF);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static FortnoxCall call(Task task, Resource resource) {
    String id = Objects.requireNonNullElse(task.entityId(), "");
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set(resource.singleKey(), task.entity());
    return switch (task.operation()) {
      case CREATE -> FortnoxCall.post(resource.collectionPath(), document);
      case REPLACE, PATCH ->
          task.entity().isEmpty() // only rows change, or nothing: Fortnox refuses an empty document
              ? FortnoxCall.get(resource.itemPath(FortnoxCall.segment(id)))
              : FortnoxCall.put(resource.itemPath(FortnoxCall.segment(id)), document);
      case DELETE -> FortnoxCall.delete(resource.itemPath(FortnoxCall.segment(id)));
      case READ -> throw new IllegalStateException("a task never reads");
    };
  }

  static ObjectNode entityIn(JsonNode document, Resource resource) {
    return document.path(resource.singleKey()) instanceof ObjectNode entity
        ? entity
        : JsonNodeFactory.instance.objectNode();
  }

  static Resource resource(Task task) {
    return Resources.named(task.resource())
        .orElseThrow(() -> new IllegalStateException("no resource " + task.resource()));
  }

  private static Problem abandoned() {
    return TASK_ABANDONED.about("Fortnox had trouble at each of " + MOST_ATTEMPTS + " attempts.");
  }

  private static TaskOutcome failed(Problem problem) {
    return new TaskOutcome.Failed(List.of(problem));
  }

  /** One process's turn at a task. */
  private record Attempt(Task task, String owner, Deadline deadline) {}
}
