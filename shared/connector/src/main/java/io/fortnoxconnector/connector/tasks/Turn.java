package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.tasks.Task.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * One process's turn at a task, and what it records under its lease. Tasks that belong to the task
 * (a run's rows, files that came with something) are carried out within its turn.
 */
final class Turn {

  private static final Duration FIRST_PAUSE_AFTER_ACCIDENT = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE_AFTER_ACCIDENT = Duration.ofMinutes(5);

  private final TaskStore tasks;
  private final Meter meter;
  private final Timing timing;
  private final Task task;
  private final String owner;
  private final Deadline deadline;
  private final Function<String, Run> within;

  /**
   * A turn that has begun.
   *
   * @param within goes on with the task of that id until the same deadline
   */
  Turn(
      TaskStore tasks,
      Meter meter,
      Timing timing,
      Task task,
      String owner,
      Deadline deadline,
      Function<String, Run> within) {
    this.tasks = tasks;
    this.meter = meter;
    this.timing = timing;
    this.task = task;
    this.owner = owner;
    this.deadline = deadline;
    this.within = within;
  }

  /** As it was when it was taken. */
  Task task() {
    return task;
  }

  Deadline deadline() {
    return deadline;
  }

  /** Goes on with a task that belongs to this one. */
  Run within(String taskId) {
    return within.apply(taskId);
  }

  /** What comes next may happen at Fortnox. */
  boolean sending() {
    return tasks.sending(task.id(), owner, timing.now(), deadline.at());
  }

  /** What is going to happen to the entity as it is, for whoever has to look for it. */
  boolean prepared(ObjectNode prepared) {
    return tasks.prepared(task.id(), owner, prepared);
  }

  /** How far a bulk run is. */
  boolean advanced(ObjectNode progress) {
    return tasks.advanced(task.id(), owner, progress);
  }

  Run notSent(Duration pause) {
    tasks.notSent(task.id(), owner);
    return new Run.Later(pause);
  }

  boolean written(Written written) {
    return tasks.written(task.id(), owner, written);
  }

  /** It may have happened; a look makes sense after {@code wait}. */
  Run unknown(Duration wait) {
    Instant lookNotBefore = timing.now().plus(wait);
    tasks.unknown(task.id(), owner, lookNotBefore);
    return new Run.Later(wait);
  }

  Run finish(TaskOutcome outcome) {
    if (!tasks.finish(task, owner, outcome, timing.now())) {
      return takenOver();
    }
    meter.count(
        switch (outcome) {
          case TaskOutcome.Done _ -> Metric.TASKS_DONE;
          case TaskOutcome.Partial _ -> Metric.TASKS_PARTIAL;
          case TaskOutcome.Failed _ -> Metric.TASKS_FAILED;
          case TaskOutcome.Uncertain _ -> Metric.TASKS_UNCERTAIN;
          case TaskOutcome.Cancelled _ -> Metric.TASKS_CANCELLED;
        });
    meter.time(Metric.TASK_SECONDS, task.acceptedAt(), timing.now());
    return new Run.Finished();
  }

  /** Somebody else has the task: their outcome counts. */
  static Run takenOver() {
    return new Run.Later(Duration.ofSeconds(1));
  }

  /** Where the store is the accident, nothing is counted, and the lease runs out by itself. */
  Run stumbled(RuntimeException accident) {
    meter.count(Metric.ACCIDENTS);
    try {
      tasks.stumbled(task.id(), owner);
    } catch (RuntimeException unreachable) {
      accident.addSuppressed(unreachable);
    }
    Duration pause = FIRST_PAUSE_AFTER_ACCIDENT;
    for (int i = 0; i < task.progress().accidents(); i++) {
      pause = pause.multipliedBy(2);
      if (pause.compareTo(LONGEST_PAUSE_AFTER_ACCIDENT) >= 0) {
        return new Run.Stumbled(LONGEST_PAUSE_AFTER_ACCIDENT, accident);
      }
    }
    return new Run.Stumbled(pause, accident);
  }
}
