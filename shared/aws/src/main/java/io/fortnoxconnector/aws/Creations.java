package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.translation.Operation;
import org.jspecify.annotations.Nullable;

/** Which task made which entity, from the index {@code byEntity} of the tasks table. */
final class Creations {

  private final Index byEntity;

  Creations(Table table) {
    this.byEntity = table.index("byEntity");
  }

  /**
   * The index's key of a task that has ended.
   *
   * @return null where it made nothing
   */
  static @Nullable String key(Task task, @Nullable String madeId) {
    return madeId == null || task.operation() != Operation.CREATE
        ? null
        : key(task.companyId(), task.resource(), task.nameOf(madeId));
  }

  boolean isByAnother(String taskId, String companyId, String resource, String entity) {
    return byEntity
        .query("made = :made", Item.empty().with(":made", key(companyId, resource, entity)), 2)
        .stream()
        .anyMatch(item -> !item.required("id").equals(taskId));
  }

  private static String key(String companyId, String resource, String entity) {
    return companyId + "/" + resource + "/" + entity;
  }
}
