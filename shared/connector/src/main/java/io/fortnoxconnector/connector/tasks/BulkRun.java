package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.CONTENT_LOST;
import static io.fortnoxconnector.connector.problems.ProblemType.ROWS_NOT_STORED;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Translated;
import io.fortnoxconnector.translation.WriteMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
  private final Packing packing;
  private final Timing timing;

  BulkRun(TaskStore tasks, ContentStore contents, TaskQueue queue, Timing timing) {
    this.tasks = tasks;
    this.queue = queue;
    this.rows = new BulkRows(contents);
    this.packing = new Packing(contents, timing);
    this.timing = timing;
  }

  /** What became of a row in this turn. */
  private sealed interface Row {}

  private record Ended(TaskState state) implements Row {}

  private record Unfinished(Run run) implements Row {}

  private record Lost() implements Row {}

  /**
   * Goes on with a run.
   *
   * @param alone whether nothing else waits for this process
   * @param run goes on with the task of that id
   */
  Run proceed(Turn turn, boolean alone, Function<String, Run> run) {
    Task task = turn.task();
    Instant until = timing.now().plus(alone ? LONGEST_TURN : SHORT_TURN);
    BulkRows.Reading reading = rows.of(task);
    BulkProgress progress = BulkProgress.of(task).orElseThrow().begun(timing.now());
    for (boolean first = true; progress.remaining() > 0; first = false) {
      if (!first && isOver(turn, until)) {
        return goToTheBack(turn, progress);
      }
      switch (row(task, progress.next(), reading, run)) {
        case Ended(var state) -> {
          progress = progress.with(state, timing.now());
          if (!turn.advanced(progress.noted())) {
            return Turn.takenOver();
          }
        }
        case Unfinished(var row) -> {
          turn.notSent(SOON);
          return row;
        }
        case Lost() -> {
          return turn.finish(
              new TaskOutcome.Failed(
                  List.of(
                      CONTENT_LOST.about("The rows are no longer kept here: send them anew."))));
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

  private Row row(Task task, int index, BulkRows.Reading reading, Function<String, Run> run) {
    Optional<ObjectNode> body = reading.at(index);
    if (body.isEmpty()) {
      return new Lost();
    }
    String id = BulkRows.id(task.id(), index);
    return switch (TaskRunner.resource(task).toFortnox(body.get(), WriteMode.CREATE)) {
      case Translated.Rejected(var problems) ->
          ended(refused(task, id, problems.stream().map(Problem::of).toList()));
      case Translated.Accepted accepted -> {
        List<BinaryNode> bytes = Packing.takenFrom(accepted);
        Task row = created(task, id, accepted);
        packing.keep(row, bytes);
        yield carriedOut(row, run);
      }
    };
  }

  private Row ended(Task refused) {
    return new Ended(tasks.putEnded(refused).orElse(refused).state());
  }

  private Row carriedOut(Task row, Function<String, Run> run) {
    return switch (tasks.putOpen(row, Integer.MAX_VALUE)) {
      case TaskStore.Put.Stored() -> goOn(row.id(), run);
      case TaskStore.Put.Earlier(var earlier) ->
          earlier.isFinished() ? new Ended(earlier.state()) : goOn(row.id(), run);
      case TaskStore.Put.Full(), TaskStore.Put.Busy() -> new Unfinished(new Run.Later(SOON));
    };
  }

  private Row goOn(String id, Function<String, Run> run) {
    return switch (run.apply(id)) {
      case Run.Finished(), Run.Continues() -> new Ended(tasks.find(id).orElseThrow().state());
      case Run.Later later -> new Unfinished(later);
      case Run.Stumbled stumbled -> new Unfinished(stumbled);
    };
  }

  private Task created(Task run, String id, Translated.Accepted translated) {
    return new Task(
        id,
        run.connection(),
        run.tenant(),
        run.companyId(),
        run.resource(),
        Operation.CREATE,
        null,
        null,
        translated.entity(),
        translated.rows(),
        translated.warnings(),
        run.fingerprint(),
        timing.now(),
        Progress.none());
  }

  private Task refused(Task run, String id, List<Problem> problems) {
    var nothing =
        new Translated.Accepted(JsonNodeFactory.instance.objectNode(), Map.of(), List.of());
    return created(run, id, nothing)
        .ended(id, new TaskOutcome.Failed(WriteDesk.fewEnough(problems)), timing.now());
  }

  private static TaskOutcome outcome(BulkProgress progress) {
    int missing = progress.failed() + progress.uncertain() + progress.partial();
    if (missing == 0) {
      return new TaskOutcome.Done("", JsonNodeFactory.instance.objectNode());
    }
    Problem problem =
        ROWS_NOT_STORED.about(
            "%d of %d rows weren't stored, or not as a whole. The task's rows say why."
                .formatted(missing, progress.rows()));
    return progress.done() + progress.partial() == 0
        ? new TaskOutcome.Failed(List.of(problem))
        : new TaskOutcome.Partial("", JsonNodeFactory.instance.objectNode(), problem);
  }
}
