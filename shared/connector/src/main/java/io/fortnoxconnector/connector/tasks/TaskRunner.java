package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.INTERNAL;
import static io.fortnoxconnector.connector.problems.ProblemType.OUTCOME_UNCERTAIN;
import static io.fortnoxconnector.connector.problems.ProblemType.RECONNECT_REQUIRED;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries out tasks. What is about to leave for Fortnox is recorded before it leaves, and what came
 * of it before anything else is done, so that a task whose process was killed goes on where it was:
 * looked up if it may have happened, never repeated blindly.
 */
public final class TaskRunner {

  /** With pauses of up to five minutes that's two hours. */
  static final int MOST_ACCIDENTS = 30;

  private static final Duration LEAST_TIME = Duration.ofSeconds(6);

  private final TaskStore tasks;
  private final ConnectionStore connections;
  private final SingleWrite single;
  private final BulkRun bulk;
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
    this.single = new SingleWrite(tasks, contents, gateway, settlingTime, timing);
    this.bulk = new BulkRun(tasks, contents, queue, gateway, timing);
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
    Run run = goOn(taskId, deadline, alone);
    if (run instanceof Run.Finished) {
      bulk.rowEnded(taskId);
    }
    return run;
  }

  private Run goOn(String taskId, Deadline deadline, boolean alone) {
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
        new Turn(
            tasks,
            meter,
            timing,
            taken.get(),
            owner,
            deadline,
            other -> goOn(other, deadline, true));
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
    single.forget(task);
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
    return task.operation() == Operation.BULK
        ? bulk.proceed(turn, connection.get(), alone)
        : single.proceed(turn, connection.get());
  }

  /** How a task ends that can't go on, by how far it came. */
  private static TaskOutcome stopped(Task task, Problem why, String unknowable) {
    Written written = task.progress().written();
    if (written != null) {
      return new TaskOutcome.Partial(written.entityId(), written.entity(), why);
    }
    return task.progress().sentAt() == null
        ? new TaskOutcome.Failed(why)
        : new TaskOutcome.Uncertain(OUTCOME_UNCERTAIN.about(unknowable));
  }

  /** How long a look into Fortnox may still miss what was sent; zero where it's time. */
  private Duration unsettled(Task task) {
    Instant settled = task.progress().lookNotBefore();
    return settled == null || !settled.isAfter(timing.now())
        ? Duration.ZERO
        : Duration.between(timing.now(), settled);
  }
}
