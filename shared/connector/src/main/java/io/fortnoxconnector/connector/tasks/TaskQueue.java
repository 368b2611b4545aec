package io.fortnoxconnector.connector.tasks;

/**
 * The writer's queue: one message per task, in order per company. Production: an SQS FIFO queue.
 */
public interface TaskQueue {

  /** Durable when it returns. The message carries the task's id and nothing else. */
  void send(Task task);

  /**
   * Behind all that its company has on the queue by now: a further message of a task whose last one
   * is being worked on.
   *
   * @param place of its rows, where it goes on: what was sent for the same place before is the same
   *     message
   */
  void again(Task task, int place);
}
