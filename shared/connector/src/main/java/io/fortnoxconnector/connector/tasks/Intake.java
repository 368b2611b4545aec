package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static io.fortnoxconnector.connector.problems.ProblemType.TOO_MANY_OPEN_WRITES;
import static io.fortnoxconnector.connector.problems.ProblemType.WRITES_BUSY;

import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.Acceptance.Later;
import io.fortnoxconnector.connector.tasks.Acceptance.Rejected;
import io.fortnoxconnector.connector.tasks.TaskStore.Put;
import io.fortnoxconnector.fortnox.RateBudget;
import java.time.Duration;
import java.util.List;

/**
 * Takes tasks in, whatever they are about: stored and counted among their company's open ones, then
 * queued. A task that is there already is the answer, if it was the same request.
 */
final class Intake {

  private final TaskStore tasks;
  private final Dispatch dispatch;
  private final Meter meter;

  Intake(TaskStore tasks, TaskQueue queue, Meter meter, Timing timing) {
    this.tasks = tasks;
    this.dispatch = new Dispatch(tasks, queue, timing);
    this.meter = meter;
  }

  /**
   * Stores a task and puts it on the queue.
   *
   * @param most how many unfinished ones of its kind a company may have
   * @param kind what they're called
   * @param worthwhile after how many writes whoever found too many may try again
   */
  Acceptance accept(Task task, int most, String kind, int worthwhile) {
    return switch (tasks.putOpen(task, most)) {
      case Put.Stored() -> {
        dispatch.send(task);
        yield new Accepted(task, false);
      }
      case Put.Earlier(var earlier) -> repeated(earlier, task);
      case Put.Full() -> {
        meter.count(Metric.WRITES_REFUSED);
        yield later(
            TOO_MANY_OPEN_WRITES.about(
                "The company has %d %s that aren't finished. Nothing was stored."
                    .formatted(most, kind)),
            RateBudget.timeFor(worthwhile));
      }
      case Put.Busy() ->
          later(
              WRITES_BUSY.about("The company's writes come too fast. Nothing was stored."),
              Duration.ofSeconds(1));
    };
  }

  private static Later later(Problem problem, Duration pause) {
    return new Later(problem.after(pause), pause);
  }

  /** What a request is answered whose id a task has already. */
  Acceptance repeated(Task earlier, Task task) {
    if (!earlier.fingerprint().equals(task.fingerprint())) {
      return new Rejected(
          List.of(
              IDEMPOTENCY_KEY_REUSED.about(
                  "Idempotency-Key",
                  "This idempotency key came with another request before. Use a new key for a new"
                      + " request.")));
    }
    if (earlier.state() == TaskState.OPEN) {
      // Whoever stored it may have died before its message was on the queue; a second message does
      // no harm.
      dispatch.send(earlier);
    }
    return new Accepted(earlier, true);
  }
}
