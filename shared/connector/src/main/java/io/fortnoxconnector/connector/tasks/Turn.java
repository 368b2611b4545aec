package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.tasks.Task.Written;
import java.time.Duration;
import java.time.Instant;

/** One process's turn at a task, and what it records under its lease. */
final class Turn {

  private static final Duration FIRST_PAUSE_AFTER_ACCIDENT = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE_AFTER_ACCIDENT = Duration.ofMinutes(5);

  private final TaskStore tasks;
  private final Timing timing;
  private final Task task;
  private final String owner;
  private final Deadline deadline;

  Turn(TaskStore tasks, Timing timing, Task task, String owner, Deadline deadline) {
    this.tasks = tasks;
    this.timing = timing;
    this.task = task;
    this.owner = owner;
    this.deadline = deadline;
  }

  /** As it was when it was taken. */
  Task task() {
    return task;
  }

  Deadline deadline() {
    return deadline;
  }

  /** What comes next may happen at Fortnox. */
  boolean sending() {
    return tasks.sending(task.id(), owner, timing.now(), deadline.at());
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
    return tasks.finish(task, owner, outcome, timing.now()) ? new Run.Finished() : takenOver();
  }

  /** Somebody else has the task: their outcome counts. */
  static Run takenOver() {
    return new Run.Later(Duration.ofSeconds(1));
  }

  /** Where the store is the accident, nothing is counted, and the lease runs out by itself. */
  Run stumbled(RuntimeException accident) {
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
