package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The ids of tasks that were sent, in order, each once in five minutes as an SQS FIFO queue
 * deduplicates; it can be told to fail as a crash would.
 */
public final class InMemoryTaskQueue implements TaskQueue {

  private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private final Timing timing;
  private final List<String> messages = new ArrayList<>();
  private final Map<String, Instant> sentAt = new HashMap<>();
  private Consumer<Task> beforeSending = _ -> {};

  public InMemoryTaskQueue(Timing timing) {
    this.timing = timing;
  }

  @Override
  public synchronized void send(Task task) {
    send(task, task.id());
  }

  @Override
  public synchronized void again(Task task, int place) {
    send(task, task.id() + "-" + place);
  }

  private void send(Task task, String deduplication) {
    beforeSending.accept(task);
    Instant earlier = sentAt.get(deduplication);
    if (earlier == null || earlier.plus(DEDUPLICATION).isBefore(timing.now())) {
      sentAt.put(deduplication, timing.now());
      messages.add(task.id());
    }
  }

  public synchronized List<String> messages() {
    return List.copyOf(messages);
  }

  /** Looks at each task before it's queued; what it throws keeps the task from being queued. */
  public synchronized void beforeSending(Consumer<Task> look) {
    beforeSending = look;
  }
}
