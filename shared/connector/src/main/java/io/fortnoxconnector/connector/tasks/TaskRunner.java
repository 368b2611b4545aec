package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.INTERNAL;
import static io.fortnoxconnector.connector.problems.ProblemType.OUTCOME_UNCERTAIN;
import static io.fortnoxconnector.connector.problems.ProblemType.RECONNECT_REQUIRED;
import static io.fortnoxconnector.connector.problems.ProblemType.TASK_ABANDONED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.budget.Budget.Use;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.RawCall;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.FileRegister;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries out tasks. What is about to leave for Fortnox is recorded before it leaves, and what came
 * of it before anything else is done, so that a task whose process was killed goes on where it was:
 * looked up if it may have happened, never repeated blindly.
 */
public final class TaskRunner {

  static final int MOST_ATTEMPTS = 30;

  /** With pauses of up to five minutes that's two hours. */
  static final int MOST_ACCIDENTS = 30;

  /** A company's later writes wait while nobody knows what became of one: not for ever. */
  private static final Duration LONGEST_SEARCH = Duration.ofDays(1);

  private static final Duration LEAST_TIME = Duration.ofSeconds(6);

  private final TaskStore tasks;
  private final ConnectionStore connections;
  private final FortnoxGateway gateway;
  private final OutcomeLookup lookup;
  private final Preparation preparation;
  private final RowSync rows;
  private final PriceSync prices;
  private final Uploads uploads;
  private final Enclosures enclosures;
  private final BulkRun bulk;
  private final Duration settlingTime;
  private final Randomness randomness;
  private final Meter meter;
  private final Timing timing;

  /**
   * A runner of tasks.
   *
   * @param settlingTime how long Fortnox may be at work on a request that it hasn't answered,
   *     whether its sender still lives or not
   */
  public TaskRunner(
      TaskStore tasks,
      ContentStore contents,
      TaskQueue queue,
      ConnectionStore connections,
      FortnoxGateway gateway,
      Duration settlingTime,
      Randomness randomness,
      Meter meter,
      Timing timing) {
    this.tasks = tasks;
    this.connections = connections;
    this.gateway = gateway;
    Attachments attachments = new Attachments(gateway);
    this.lookup = new OutcomeLookup(tasks, gateway, attachments);
    this.uploads = new Uploads(contents, attachments);
    this.enclosures = new Enclosures(tasks, contents, timing);
    this.bulk = new BulkRun(tasks, contents, queue, gateway, timing);
    this.preparation = new Preparation(gateway, uploads, attachments);
    this.rows = new RowSync(gateway);
    this.prices = new PriceSync(gateway);
    this.settlingTime = settlingTime;
    this.randomness = randomness;
    this.meter = meter;
    this.timing = timing;
  }

  /** Goes on with a task as far as the deadline and Fortnox allow, where nothing else waits. */
  public Run run(String taskId, Deadline deadline) {
    return run(taskId, deadline, true);
  }

  /**
   * Goes on with a task as far as the deadline and Fortnox allow.
   *
   * @param alone whether nothing else waits for this process: a bulk run goes on for longer then
   */
  public Run run(String taskId, Deadline deadline, boolean alone) {
    Optional<Task> found = tasks.find(taskId);
    if (found.isEmpty()) {
      return new Run.Finished();
    }
    if (found.get().isFinished()) {
      // Whoever finished it may have died before it got to this.
      forget(found.get());
      return new Run.Finished();
    }
    if (!deadline.allows(LEAST_TIME, timing)) {
      return new Run.Later(Pauses.FOR_ANOTHER);
    }
    Duration unsettled = unsettled(found.get());
    if (unsettled.isPositive()) {
      return new Run.Later(unsettled);
    }
    String owner = randomness.id();
    Optional<Task> taken = tasks.lease(taskId, owner, timing.now(), deadline.at());
    if (taken.isEmpty()) {
      return new Run.Later(Pauses.forLease(found.get(), timing.now()));
    }
    // What was read before may be of yesterday: another process may have had the task in between.
    Turn turn =
        new Turn(tasks, meter, timing, taken.get(), owner, deadline, other -> run(other, deadline));
    try {
      Run run = proceed(turn, alone);
      if (run instanceof Run.Finished) {
        forget(turn.task());
      }
      return run;
    } catch (RuntimeException accident) {
      return turn.stumbled(accident);
    }
  }

  /** What was kept of a task beside it. */
  private void forget(Task task) {
    uploads.forget(task);
    enclosures.forget(task);
    bulk.forget(task);
  }

  private Run proceed(Turn turn, boolean alone) {
    Task task = turn.task();
    if (task.progress().accidents() >= MOST_ACCIDENTS) {
      return turn.finish(
          stopped(
              task,
              INTERNAL.about(
                  "A fault here stopped the write at each of " + MOST_ACCIDENTS + " attempts."),
              "A fault here keeps the outcome from being found out."));
    }
    Duration unsettled = unsettled(task);
    if (unsettled.isPositive()) {
      return turn.unknown(unsettled);
    }
    Optional<Connection> connection = connections.find(task.connection());
    if (connection.isEmpty()) {
      return turn.finish(
          stopped(
              task,
              RECONNECT_REQUIRED.about("The connection was ended before the write was finished."),
              "The connection was ended before Fortnox could be asked what became of the write."));
    }
    if (task.operation() == Operation.BULK) {
      return bulk.proceed(turn, connection.get(), alone);
    }
    Written written = task.progress().written();
    Instant sentAt = task.progress().sentAt();
    if (written != null) {
      return rowsAgain(turn, connection.get(), written);
    }
    return sentAt == null ? write(turn, connection.get()) : search(turn, connection.get(), sentAt);
  }

  /** How a task ends that can't go on, by how far it came. */
  private static TaskOutcome stopped(Task task, Problem why, String unknowable) {
    Written written = task.progress().written();
    if (written != null) {
      return new TaskOutcome.Partial(written.entityId(), written.entity(), why);
    }
    return task.progress().sentAt() == null ? failed(why) : uncertain(unknowable);
  }

  /** How long a look into Fortnox may still miss what was sent; zero where it's time. */
  private Duration unsettled(Task task) {
    Instant settled = task.progress().lookNotBefore();
    return settled == null || !settled.isAfter(timing.now())
        ? Duration.ZERO
        : Duration.between(timing.now(), settled);
  }

  /** Nobody saw what became of a write: Fortnox is asked before anything is repeated. */
  private Run search(Turn turn, Connection connection, Instant sentAt) {
    Task task = turn.task();
    Duration unsettled = Duration.between(timing.now(), sentAt.plus(settlingTime));
    if (task.progress().lookNotBefore() == null && unsettled.isPositive()) {
      return turn.unknown(unsettled);
    }
    if (sentAt.plus(LONGEST_SEARCH).isBefore(timing.now())) {
      return turn.finish(
          uncertain("For a day, Fortnox couldn't be asked what became of the write."));
    }
    return switch (lookup.find(task, connection, sentAt, turn.deadline())) {
      case OutcomeLookup.Found(var entity) -> confirmed(turn, connection, entity);
      case OutcomeLookup.Absent() -> write(turn, connection);
      case OutcomeLookup.CannotTell(var lookedFor) -> turn.finish(uncertain(lookedFor));
      case OutcomeLookup.Later(var problem) ->
          turn.unknown(Pauses.untilNextLook(task, sentAt, timing.now(), problem));
      case OutcomeLookup.Disconnected(var problem) -> turn.finish(uncertain(problem.detail()));
    };
  }

  private Run write(Turn turn, Connection connection) {
    Task task = turn.task();
    if (task.progress().attempts() >= MOST_ATTEMPTS) {
      return turn.finish(failed(abandoned()));
    }
    return switch (preparation.of(turn, connection)) {
      case Preparation.Ready(var call) -> send(turn, connection, call);
      case Preparation.Stopped(var problem) -> turn.finish(failed(problem));
      case Preparation.Later(var problem) -> turn.notSent(Pauses.afterTrouble(task, problem));
      case Preparation.TakenOver() -> Turn.takenOver();
    };
  }

  private Run send(Turn turn, Connection connection, FortnoxCall call) {
    Task task = turn.task();
    CallOutcome outcome =
        gateway.call(
            connection, scope(task, call), call, Use.WRITER, turn.deadline(), turn::sending);
    return switch (outcome) {
      case CallOutcome.Answered(var body, _) when task.operation() == Operation.CALL ->
          turn.finish(new TaskOutcome.Done(call.path(), RawAnswer.stored(body)));
      case CallOutcome.Answered(var body, _) -> answered(turn, connection, body);
      case CallOutcome.Refused(var error) when task.operation() == Operation.CALL ->
          turn.finish(failed(Problem.ofPassedOn(error)));
      case CallOutcome.Refused(var error) -> turn.finish(failed(Problem.of(error)));
      case CallOutcome.Disconnected(var problem) -> turn.finish(failed(problem));
      case CallOutcome.Later(var problem) -> turn.notSent(Pauses.afterTrouble(task, problem));
      case CallOutcome.Unknown(_, var stillRunning) ->
          turn.unknown(stillRunning ? settlingTime : Pauses.afterAnswer(task));
    };
  }

  /**
   * Some actions answer with the document that they made: createorder of an offer with the order.
   * Which one that is, the offer says too, and it's the offer that the task is about. Where the
   * task is about what is made, it's the other way round.
   */
  private Run answered(Turn turn, Connection connection, JsonNode body) {
    Task task = turn.task();
    Resource resource = task.ofResource();
    OutcomeLookup.Result looked;
    if (task.operation() == Operation.ACT && !body.has(resource.singleKey())) {
      looked = lookup.entity(task, connection, turn.deadline());
    } else if (task.operation() == Operation.CREATE && resource.making().isPresent()) {
      looked = lookup.find(task, connection, timing.now(), turn.deadline());
    } else {
      looked = new OutcomeLookup.Found(resource.entityIn(body));
    }
    return looked instanceof OutcomeLookup.Found(var entity)
        ? confirmed(turn, connection, entity)
        : turn.unknown(Pauses.afterAnswer(task));
  }

  private Run confirmed(Turn turn, Connection connection, ObjectNode answered) {
    Task task = turn.task();
    ObjectNode entity = Uploads.located(task, answered);
    String id = task.entityId() == null ? task.ofResource().idOf(entity) : task.entityId();
    if (task.rows().isEmpty()) {
      return turn.finish(new TaskOutcome.Done(id, entity));
    }
    Written written = new Written(id, entity);
    return turn.written(written) ? rows(turn, connection, written) : Turn.takenOver();
  }

  private Run rowsAgain(Turn turn, Connection connection, Written written) {
    if (turn.task().progress().attempts() >= MOST_ATTEMPTS) {
      return turn.finish(
          new TaskOutcome.Partial(written.entityId(), written.entity(), abandoned()));
    }
    return turn.sending() ? rows(turn, connection, written) : Turn.takenOver();
  }

  private Run rows(Turn turn, Connection connection, Written written) {
    Task task = turn.task();
    RowSync.Result synced =
        Content.of(task).isPresent()
            ? uploads.connect(task, written.entity(), connection, turn.deadline())
            : rows.sync(task, task.ofResource(), connection, written.entityId(), turn.deadline());
    if (synced instanceof RowSync.Synced) {
      synced = prices.sync(task, connection, written, turn.deadline());
    }
    return switch (synced) {
      case RowSync.Synced() -> enclosed(turn, written);
      case RowSync.Stopped(var problem) ->
          turn.finish(new TaskOutcome.Partial(written.entityId(), written.entity(), problem));
      case RowSync.Later(var problem, var stillRunning) ->
          turn.unknown(stillRunning ? settlingTime : Pauses.afterTrouble(task, problem));
    };
  }

  private Run enclosed(Turn turn, Written written) {
    String id = written.entityId();
    return switch (enclosures.connect(turn, id)) {
      case Enclosures.Connected() -> turn.finish(new TaskOutcome.Done(id, written.entity()));
      case Enclosures.Incomplete(var problem) ->
          turn.finish(new TaskOutcome.Partial(id, written.entity(), problem));
      case Enclosures.Unfinished(var run, var pause) -> {
        turn.unknown(pause);
        yield run;
      }
    };
  }

  private static String scope(Task task, FortnoxCall call) {
    return switch (task.operation()) {
      case CALL -> RawCall.of(task.entity()).scope();
      case DETACH -> FileRegister.SCOPE;
      default -> task.ofResource().scopeAt(call.path());
    };
  }

  private static Problem abandoned() {
    return TASK_ABANDONED.about("Fortnox had trouble at each of " + MOST_ATTEMPTS + " attempts.");
  }

  private static TaskOutcome failed(Problem problem) {
    return new TaskOutcome.Failed(List.of(problem));
  }

  private static TaskOutcome uncertain(String why) {
    return new TaskOutcome.Uncertain(OUTCOME_UNCERTAIN.about(why));
  }
}
