package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The ids of tasks that were sent, in order; it can be told to fail as a crash would. */
public final class InMemoryTaskQueue implements TaskQueue {

  private final List<String> messages = new ArrayList<>();
  private Consumer<Task> beforeSending = _ -> {};

  @Override
  public synchronized void send(Task task) {
    beforeSending.accept(task);
    messages.add(task.id());
  }

  public synchronized List<String> messages() {
    return List.copyOf(messages);
  }

  /** Looks at each task before it's queued; what it throws keeps the task from being queued. */
  public synchronized void beforeSending(Consumer<Task> look) {
    beforeSending = look;
  }
}
