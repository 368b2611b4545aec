package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.CONTENT_LOST;
import static io.fortnoxconnector.connector.problems.ProblemType.ROWS_NOT_STORED;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries out bulk runs: one row after the other, and behind each it's noted how far the run is.
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
  private final Dispatch dispatch;
  private final BulkRows rows;
  private final RowTasks rowTasks;
  private final Timing timing;

  BulkRun(
      TaskStore tasks,
      ContentStore contents,
      TaskQueue queue,
      FortnoxGateway gateway,
      Timing timing) {
    this.tasks = tasks;
    this.dispatch = new Dispatch(tasks, queue, timing);
    this.rows = new BulkRows(contents);
    this.rowTasks = new RowTasks(tasks, contents, gateway, timing);
    this.timing = timing;
  }

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
      switch (rowTasks.carryOut(turn, connection, progress.next(), reading)) {
        case RowTasks.Ended(var row) -> {
          progress = progress.with(row.state(), timing.now());
          if (!turn.advanced(progress.noted())) {
            return Turn.takenOver();
          }
          Optional<Problem> disconnected = disconnected(row);
          if (disconnected.isPresent()) {
            return turn.finish(outcome(progress, disconnected.get()));
          }
        }
        case RowTasks.Unfinished(var run) -> {
          turn.notSent(SOON);
          return run;
        }
        case RowTasks.Lost() -> {
          return turn.finish(
              new TaskOutcome.Failed(
                  CONTENT_LOST.about("The rows are no longer kept here: send them anew.")));
        }
      }
    }
    return turn.finish(outcome(progress));
  }

  /** Leaves nothing behind of a run that has ended. */
  void forget(Task task) {
    if (task.operation() == Operation.BULK) {
      settle(task);
      rows.forget(task);
    }
  }

  /** A row ended in a turn of its own: its run may have ended before it. */
  void rowEnded(String id) {
    BulkRows.place(id)
        .flatMap(place -> tasks.find(place.run()))
        .filter(Task::isFinished)
        .ifPresent(this::settle);
  }

  /** The row that a run was at when it ended: nothing of it leaves any more, unless it has left. */
  private void settle(Task run) {
    BulkProgress.of(run)
        .filter(progress -> progress.remaining() > 0)
        .ifPresent(
            progress ->
                tasks
                    .find(BulkRows.id(run.id(), progress.next()))
                    .ifPresent(row -> settle(run, progress, row)));
  }

  private void settle(Task run, BulkProgress progress, Task row) {
    Instant ended = row.progress().finishedAt();
    if (ended == null) {
      tasks.cancel(row, timing.now());
    } else if (run.isFinished() && row.state() != TaskState.CANCELLED) {
      // Whoever carried it out couldn't note it: the run had ended.
      tasks.counted(run, progress.begun(row.acceptedAt()).with(row.state(), ended).noted());
    }
  }

  private boolean isOver(Turn turn, Instant until) {
    return timing.now().isAfter(until)
        || !turn.deadline().allows(LEAST_TIME, timing)
        || tasks.hasOpen(turn.task().companyId());
  }

  /** The run is free before its message is there: whoever takes that can go on. */
  private Run goToTheBack(Turn turn, BulkProgress progress) {
    turn.notSent(SOON);
    dispatch.again(turn.task(), progress.next());
    return new Run.Continues();
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
