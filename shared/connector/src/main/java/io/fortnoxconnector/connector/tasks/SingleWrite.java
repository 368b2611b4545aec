package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.OUTCOME_UNCERTAIN;
import static io.fortnoxconnector.connector.problems.ProblemType.TASK_ABANDONED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.budget.Budget.Use;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.RawCall;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.FileRegister;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.time.Duration;
import java.time.Instant;

/**
 * Carries out one write, from where it is: the entity is sent, or looked for if it may have been;
 * what belongs to it comes after.
 */
final class SingleWrite {

  private static final int MOST_ATTEMPTS = 30;

  /** A company's later writes wait while nobody knows what became of one: not for ever. */
  private static final Duration LONGEST_SEARCH = Duration.ofDays(1);

  private final FortnoxGateway gateway;
  private final Preparation preparation;
  private final OutcomeLookup lookup;
  private final Uploads uploads;
  private final Belongings belongings;
  private final Duration settlingTime;
  private final Timing timing;

  SingleWrite(
      TaskStore tasks,
      ContentStore contents,
      FortnoxGateway gateway,
      Duration settlingTime,
      Timing timing) {
    Attachments attachments = new Attachments(gateway);
    this.gateway = gateway;
    this.uploads = new Uploads(contents, attachments);
    this.preparation = new Preparation(gateway, uploads, attachments);
    this.lookup = new OutcomeLookup(tasks, gateway, attachments);
    this.belongings =
        new Belongings(gateway, uploads, new Enclosures(tasks, contents, timing), settlingTime);
    this.settlingTime = settlingTime;
    this.timing = timing;
  }

  /** Goes on with a write. */
  Run proceed(Turn turn, Connection connection) {
    Written written = turn.task().progress().written();
    Instant sentAt = turn.task().progress().sentAt();
    if (written != null) {
      return belongingsAgain(turn, connection, written);
    }
    return sentAt == null ? write(turn, connection) : search(turn, connection, sentAt);
  }

  /** The bytes that were kept of files, once the write has ended. */
  void forget(Task task) {
    uploads.forget(task);
    belongings.forget(task);
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
      return turn.finish(new TaskOutcome.Failed(abandoned()));
    }
    return switch (preparation.of(turn, connection)) {
      case Preparation.Ready(var call) -> send(turn, connection, call);
      case Preparation.Stopped(var problem) -> turn.finish(new TaskOutcome.Failed(problem));
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
          turn.finish(new TaskOutcome.Failed(Problem.ofPassedOn(error)));
      case CallOutcome.Refused(var error) -> turn.finish(new TaskOutcome.Failed(Problem.of(error)));
      case CallOutcome.Disconnected(var problem) -> turn.finish(new TaskOutcome.Failed(problem));
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
    return turn.written(written) ? belongings.connect(turn, connection, written) : Turn.takenOver();
  }

  private Run belongingsAgain(Turn turn, Connection connection, Written written) {
    if (turn.task().progress().attempts() >= MOST_ATTEMPTS) {
      return turn.finish(
          new TaskOutcome.Partial(written.entityId(), written.entity(), abandoned()));
    }
    return turn.sending() ? belongings.connect(turn, connection, written) : Turn.takenOver();
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

  private static TaskOutcome uncertain(String why) {
    return new TaskOutcome.Uncertain(OUTCOME_UNCERTAIN.about(why));
  }
}
