package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.Timing;
import java.time.Duration;

/**
 * Puts tasks on the writes queue, and notes behind it that their messages are there. A second
 * message of a task does no harm: the first that is carried out finishes it for both.
 */
final class Dispatch {

  /** A queued task that isn't finished after this long deserves a look. */
  private static final Duration OVERDUE_AFTER = Duration.ofHours(1);

  private final TaskStore tasks;
  private final TaskQueue queue;
  private final Timing timing;

  Dispatch(TaskStore tasks, TaskQueue queue, Timing timing) {
    this.tasks = tasks;
    this.queue = queue;
    this.timing = timing;
  }

  void send(Task task) {
    queue.send(task);
    queued(task);
  }

  /** Puts a bulk run behind the others, as {@link TaskQueue#again} does. */
  void again(Task run, int round) {
    queue.again(run, round);
    queued(run);
  }

  private void queued(Task task) {
    tasks.queued(task.id(), timing.now().plus(OVERDUE_AFTER));
  }
}
