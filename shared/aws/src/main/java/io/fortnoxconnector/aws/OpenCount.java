package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.translation.Operation;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * How many open tasks a company has: an item of the tasks table, which changes in the same
 * transaction as they do (docs/adr/0011). Bulk runs are counted by themselves.
 */
final class OpenCount {

  private static final String TASKS = "openTasks";
  private static final String RUNS = "openRuns";

  private final Table table;

  OpenCount(Table table) {
    this.table = table;
  }

  boolean hasTasks(String companyId) {
    return table.get(counter(companyId)).filter(item -> item.number(TASKS) > 0).isPresent();
  }

  TransactWriteItem oneMore(Task task, int most) {
    return table.updating(
        counter(task.companyId()),
        "ADD %s :one".formatted(counted(task)),
        "attribute_not_exists(%1$s) OR %1$s < :most".formatted(counted(task)),
        Item.empty().with(":one", 1).with(":most", most));
  }

  TransactWriteItem oneLess(Task task) {
    return table.updating(
        counter(task.companyId()),
        "ADD %s :less".formatted(counted(task)),
        null,
        Item.empty().with(":less", -1));
  }

  /** Tasks' ids have no such sign, and callers can't make ids. */
  private static String counter(String companyId) {
    return "open#" + companyId;
  }

  private static String counted(Task task) {
    return task.operation() == Operation.BULK ? RUNS : TASKS;
  }
}
