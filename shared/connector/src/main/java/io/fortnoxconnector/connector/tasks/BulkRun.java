package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.CONTENT_LOST;
import static io.fortnoxconnector.connector.problems.ProblemType.ROWS_NOT_STORED;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Translated;
import io.fortnoxconnector.translation.WriteMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the rows of bulk runs, each as a task of its own, one after the other. A row's task
 * is made when its turn comes; its id follows from the run's, so that whoever goes on finds it.
 * When another write of the company waits, or the turn is over, the run goes to the back of the
 * queue: others overtake it after one row, and it makes at least one.
 */
final class BulkRun {

  /**
   * A writer that is busy with one company's run isn't there for another company: it comes up for
   * air. In between, a run loses less than one request of its limit.
   */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(15);

  /** Where other companies' writes came with the run, behind it. */
  private static final Duration SHORT_TURN = Duration.ofSeconds(2);

  /** What a row needs, and what comes after it. */
  private static final Duration LEAST_TIME = Duration.ofSeconds(12);

  private static final Duration SOON = Duration.ofSeconds(1);

  private final TaskStore tasks;
  private final TaskQueue queue;
  private final BulkRows rows;
  private final BulkMatch match;
  private final Packing packing;
  private final Timing timing;

  BulkRun(
      TaskStore tasks,
      ContentStore contents,
      TaskQueue queue,
      FortnoxGateway gateway,
      Timing timing) {
    this.tasks = tasks;
    this.queue = queue;
    this.match = new BulkMatch(tasks, gateway);
    this.rows = new BulkRows(contents);
    this.packing = new Packing(contents, timing);
    this.timing = timing;
  }

  /** What became of a row in this turn. */
  private sealed interface Row {}

  private record Ended(Task task) implements Row {}

  private record Unfinished(Run run) implements Row {}

  private record Lost() implements Row {}

  /**
   * Goes on with a run.
   *
   * @param alone whether nothing else waits for this process
   */
  Run proceed(Turn turn, Connection connection, boolean alone) {
    Task task = turn.task();
    Instant until = timing.now().plus(alone ? LONGEST_TURN : SHORT_TURN);
    BulkRows.Reading reading = rows.of(task);
    BulkProgress progress = BulkProgress.of(task).orElseThrow().begun(timing.now());
    for (boolean first = true; progress.remaining() > 0; first = false) {
      if (!first && isOver(turn, until)) {
        return goToTheBack(turn, progress);
      }
      switch (row(turn, connection, progress.next(), reading)) {
        case Ended(var row) -> {
          progress = progress.with(row.state(), timing.now());
          if (!turn.advanced(progress.noted())) {
            return Turn.takenOver();
          }
          Optional<Problem> disconnected = disconnected(row);
          if (disconnected.isPresent()) {
            return turn.finish(outcome(progress, disconnected.get()));
          }
        }
        case Unfinished(var row) -> {
          turn.notSent(SOON);
          return row;
        }
        case Lost() -> {
          return turn.finish(
              new TaskOutcome.Failed(
                  CONTENT_LOST.about("The rows are no longer kept here: send them anew.")));
        }
      }
    }
    return turn.finish(outcome(progress));
  }

  /**
   * Leaves nothing behind of a run that has ended. If it ended between two turns of a row's,
   * nothing of the row leaves any more, unless it has left.
   */
  void forget(Task task) {
    if (task.operation() != Operation.BULK) {
      return;
    }
    BulkProgress.of(task)
        .filter(progress -> progress.remaining() > 0)
        .flatMap(progress -> tasks.find(BulkRows.id(task.id(), progress.next())))
        .filter(row -> !row.isFinished())
        .ifPresent(row -> tasks.cancel(row, timing.now()));
    rows.forget(task);
  }

  private boolean isOver(Turn turn, Instant until) {
    return timing.now().isAfter(until)
        || !turn.deadline().allows(LEAST_TIME, timing)
        || tasks.hasOpen(turn.task().companyId());
  }

  /** The run is free before its message is there: whoever takes that can go on. */
  private Run goToTheBack(Turn turn, BulkProgress progress) {
    turn.notSent(SOON);
    queue.again(turn.task(), progress.next());
    tasks.queued(turn.task().id(), timing.now().plus(WriteDesk.OVERDUE_AFTER));
    return new Run.Continues();
  }

  private Row row(Turn turn, Connection connection, int index, BulkRows.Reading reading) {
    Task task = turn.task();
    Optional<ObjectNode> body = reading.at(index);
    if (body.isEmpty()) {
      return new Lost();
    }
    var write = new RowWrite(turn, BulkRows.id(task.id(), index), null);
    Translated translated = task.ofResource().toFortnox(body.get(), WriteMode.CREATE);
    Optional<MatchBy> matchBy = BulkRows.matchBy(task);
    // What has been begun was matched before.
    if (!(translated instanceof Translated.Accepted(var entity, _, _))
        || matchBy.isEmpty()
        || tasks.find(write.id()).isPresent()) {
      return carriedOut(write, translated);
    }
    Optional<Problem> withoutKey = BulkCheck.withoutKey(matchBy.get(), task.ofResource(), entity);
    if (withoutKey.isPresent()) {
      return ended(refused(write, withoutKey.stream().toList()));
    }
    var asker = new BulkMatch.Asker(connection, turn.deadline());
    return switch (match.find(task, index, matchBy.get(), entity, reading, asker)) {
      case BulkMatch.Unknown() -> carriedOut(write, translated);
      case BulkMatch.Known(var there) -> carriedOut(write.to(there), changed(task, body.get()));
      case BulkMatch.Stopped(var problem) -> ended(refused(write, List.of(problem)));
      case BulkMatch.Later(var problem) ->
          new Unfinished(new Run.Later(Objects.requireNonNullElse(problem.retryAfter(), SOON)));
    };
  }

  /** A number can't be changed: it's the one by which the entity was found, or another's. */
  private static Translated changed(Task run, ObjectNode body) {
    Resource resource = run.ofResource();
    return resource.toFortnox(resource.withoutNumber(body), WriteMode.PATCH);
  }

  /**
   * What is to be done with a row.
   *
   * @param to what is changed by it; null where something is created
   */
  private record RowWrite(Turn turn, String id, @Nullable String to) {
    RowWrite to(String entity) {
      return new RowWrite(turn, id, entity);
    }
  }

  private Row carriedOut(RowWrite write, Translated translated) {
    return switch (translated) {
      case Translated.Rejected(var problems) ->
          ended(refused(write, problems.stream().map(Problem::of).toList()));
      case Translated.Accepted accepted -> {
        List<BinaryNode> bytes = Packing.takenFrom(accepted);
        Task row = task(write, accepted);
        packing.keep(row, bytes);
        yield carriedOut(row, write.turn());
      }
    };
  }

  private Row ended(Task refused) {
    return new Ended(tasks.putEnded(refused).orElse(refused));
  }

  private Row carriedOut(Task row, Turn turn) {
    return switch (tasks.putOpen(row, Integer.MAX_VALUE)) {
      case TaskStore.Put.Stored() -> goOn(row.id(), turn);
      case TaskStore.Put.Earlier(var earlier) ->
          earlier.isFinished() ? new Ended(earlier) : goOn(row.id(), turn);
      case TaskStore.Put.Full(), TaskStore.Put.Busy() -> new Unfinished(new Run.Later(SOON));
    };
  }

  private Row goOn(String id, Turn turn) {
    return switch (turn.within(id)) {
      case Run.Finished(), Run.Continues() -> new Ended(tasks.find(id).orElseThrow());
      case Run.Later later -> new Unfinished(later);
      case Run.Stumbled stumbled -> new Unfinished(stumbled);
    };
  }

  private Task task(RowWrite write, Translated.Accepted translated) {
    Task bulk = write.turn().task();
    return new Task(
        write.id(),
        bulk.connection(),
        bulk.tenant(),
        bulk.companyId(),
        bulk.resource(),
        write.to() == null ? Operation.CREATE : Operation.PATCH,
        write.to(),
        null,
        translated.entity(),
        translated.rows(),
        translated.warnings(),
        bulk.fingerprint(),
        timing.now(),
        Progress.none());
  }

  private Task refused(RowWrite write, List<Problem> problems) {
    var nothing =
        new Translated.Accepted(JsonNodeFactory.instance.objectNode(), Map.of(), List.of());
    return task(write, nothing)
        .ended(write.id(), new TaskOutcome.Failed(WriteDesk.fewEnough(problems)), timing.now());
  }

  /** Without a connection, all other rows would fail like this one. */
  private static Optional<Problem> disconnected(Task row) {
    return row.progress().outcome() instanceof TaskOutcome.Failed(var problems)
        ? problems.stream()
            .filter(problem -> problem.type() == ProblemType.RECONNECT_REQUIRED)
            .findFirst()
        : Optional.empty();
  }

  private static TaskOutcome outcome(BulkProgress progress) {
    int missing = progress.failed() + progress.uncertain() + progress.partial();
    return missing == 0
        ? new TaskOutcome.Done("", JsonNodeFactory.instance.objectNode())
        : outcome(
            progress,
            ROWS_NOT_STORED.about(
                "%d of %d rows weren't stored, or not as a whole. The task's rows say why."
                    .formatted(missing, progress.rows())));
  }

  private static TaskOutcome outcome(BulkProgress progress, Problem problem) {
    return progress.done() + progress.partial() == 0
        ? new TaskOutcome.Failed(problem)
        : new TaskOutcome.Partial("", JsonNodeFactory.instance.objectNode(), problem);
  }
}
