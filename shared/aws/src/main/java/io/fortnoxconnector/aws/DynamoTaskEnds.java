package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskEnds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The index {@code byUntold} of the tasks table: tasks whose end nobody has been told of. */
final class DynamoTaskEnds implements TaskEnds {

  private final Table table;
  private final ShardedIndex byUntold;

  DynamoTaskEnds(Table table) {
    this.table = table;
    this.byUntold = new ShardedIndex(table.index("byUntold"), "finishedAt");
  }

  /** The index's key of a task that has ended; null for a row, whose end isn't told. */
  static @Nullable String key(Task task) {
    return task.isRow() ? null : ShardedIndex.shard(task.id());
  }

  @Override
  public List<Untold> untold(int limit) {
    return byUntold
        .first("untoldIn = :shard", Item.empty(), limit)
        .map(item -> new Untold(item.required("connection"), TaskItem.summary(item)))
        .toList();
  }

  @Override
  public void told(String taskId) {
    table.update(taskId, "REMOVE untoldIn", "attribute_exists(untoldIn)", Item.empty());
  }
}
