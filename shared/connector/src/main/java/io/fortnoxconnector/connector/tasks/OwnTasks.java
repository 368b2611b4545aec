package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.tasks.TaskList.Place;
import io.fortnoxconnector.connector.tasks.TaskList.Wanted;
import io.fortnoxconnector.connector.tasks.TaskStore.Cancellation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection's tasks, for whoever has its key. Another connection's task is as unknown as one
 * that never was.
 */
public final class OwnTasks {

  private final TaskStore tasks;
  private final Meter meter;
  private final Timing timing;

  public OwnTasks(TaskStore tasks, Meter meter, Timing timing) {
    this.tasks = tasks;
    this.meter = meter;
    this.timing = timing;
  }

  public Optional<Task> find(Connection connection, String id) {
    return tasks.find(id).filter(task -> task.connection().equals(connection.id()));
  }

  /** At most {@code most} tasks, the one accepted last first. */
  public TaskList list(Connection connection, Wanted wanted, @Nullable Place after, int most) {
    return tasks.list(connection.id(), wanted, after, most);
  }

  /** Ends a task that Fortnox has seen nothing of; empty where there is no such task. */
  public Optional<Cancellation> cancel(Connection connection, String id) {
    return find(connection, id).map(this::cancel);
  }

  private Cancellation cancel(Task task) {
    Cancellation cancellation = tasks.cancel(task, timing.now());
    if (cancellation instanceof Cancellation.Done) {
      meter.count(Metric.TASKS_CANCELLED);
    }
    return cancellation;
  }
}
