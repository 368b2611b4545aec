package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.tasks.TaskList.Place;
import io.fortnoxconnector.connector.tasks.TaskList.Wanted;
import io.fortnoxconnector.connector.tasks.TaskStore.Cancellation;
import io.fortnoxconnector.translation.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A connection's tasks, for whoever has its key. Another connection's task is as unknown as one
 * that never was. A row of a bulk run is a task before its turn has come, too.
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
    return tasks
        .find(id)
        .or(() -> unbegun(id))
        .filter(task -> task.connection().equals(connection.id()));
  }

  /** At most {@code most} tasks, the one accepted last first. */
  public TaskList list(Connection connection, Wanted wanted, @Nullable Place after, int most) {
    return tasks.list(connection.id(), wanted, after, most);
  }

  /**
   * Rows of a bulk run, in their order.
   *
   * @param run as it was found
   * @param from the first one's place, from 0
   */
  public List<Task> rows(Task run, int from, int most) {
    List<String> ids =
        IntStream.range(from, Math.min(BulkRows.count(run), from + most))
            .mapToObj(index -> BulkRows.id(run.id(), index))
            .toList();
    Map<String, Task> begun = new HashMap<>();
    tasks.findAll(ids).forEach(task -> begun.put(task.id(), task));
    return ids.stream()
        .map(id -> Optional.ofNullable(begun.get(id)).orElseGet(() -> RowTasks.unbegun(run, id)))
        .toList();
  }

  /** Ends a task that Fortnox has seen nothing of; empty where there is no such task. */
  public Optional<Cancellation> cancel(Connection connection, String id) {
    return find(connection, id).map(this::cancel);
  }

  private Cancellation cancel(Task task) {
    Cancellation cancellation =
        task.isFinished() || BulkRows.place(task.id()).isEmpty()
            ? tasks.cancel(task, timing.now())
            : cancelRow(task);
    if (cancellation instanceof Cancellation.Done) {
      meter.count(Metric.TASKS_CANCELLED);
    }
    return cancellation;
  }

  /** The run finds it where it would have put it, and passes over it. */
  private Cancellation cancelRow(Task row) {
    Task cancelled = row.ended(row.id(), new TaskOutcome.Cancelled(), timing.now());
    return tasks
        .putEnded(cancelled)
        .map(begun -> tasks.cancel(begun, timing.now()))
        .orElseGet(() -> new Cancellation.Done(cancelled));
  }

  private Optional<Task> unbegun(String id) {
    return BulkRows.place(id)
        .flatMap(
            place ->
                tasks
                    .find(place.run())
                    .filter(run -> run.operation() == Operation.BULK)
                    .filter(run -> place.index() < BulkRows.count(run)))
        .map(run -> RowTasks.unbegun(run, id));
  }
}
