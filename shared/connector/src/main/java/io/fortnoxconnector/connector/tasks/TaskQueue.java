package io.fortnoxconnector.connector.tasks;

/**
 * The writer's queue: one message per task, in order per company. Production: an SQS FIFO queue.
 */
@FunctionalInterface
public interface TaskQueue {

  /** Durable when it returns. The message carries the task's id and nothing else. */
  void send(Task task);
}
