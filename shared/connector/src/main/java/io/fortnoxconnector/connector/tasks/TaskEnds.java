package io.fortnoxconnector.connector.tasks;

import java.util.List;

/**
 * Ends of tasks that are still to be told. With a task's end comes its place here, or neither. Of a
 * bulk run only the run's own end is told, not each row's.
 */
public interface TaskEnds {

  /**
   * An end that isn't told yet.
   *
   * @param task with its outcome in one word
   */
  record Untold(String connection, TaskSummary task) {}

  /**
   * Some of them, those that ended first in front. What was told a moment ago may still be here.
   */
  List<Untold> untold(int limit);

  /** It's told: it isn't shown again. */
  void told(String taskId);
}
