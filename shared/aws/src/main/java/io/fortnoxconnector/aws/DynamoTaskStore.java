package io.fortnoxconnector.aws;

import io.fortnoxconnector.aws.Table.Write;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks table: one item per accepted write. Its index {@code byOpen} holds the unfinished ones,
 * {@code byEntity} what creations made.
 */
final class DynamoTaskStore implements TaskStore {

  /** How long an outcome can be asked for, and how long an idempotency key is remembered. */
  static final Duration KEPT = Duration.ofDays(30);

  /** The unfinished tasks are spread over this many partitions of their index. */
  private static final int SHARDS = 4;

  private static final String MINE_OR_FREE =
      "attribute_exists(id) AND attribute_not_exists(outcome)"
          + " AND (attribute_not_exists(leaseUntil) OR leaseUntil < :now OR leaseOwner = :owner)";
  private static final String MINE = "attribute_not_exists(outcome) AND leaseOwner = :owner";

  private final Table table;

  DynamoTaskStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Task> putIfAbsent(Task task) {
    Item item =
        Item.empty()
            .with("id", task.id())
            .with("connection", task.connection())
            .with("tenant", task.tenant())
            .with("companyId", task.companyId())
            .with("resource", task.resource())
            .with("operation", task.operation().name())
            .with("entityId", task.entityId())
            .with("entity", task.entity().toString())
            .with("dependents", TaskJson.rows(task.rows()))
            .with("warnings", TaskJson.warnings(task.warnings()))
            .with("fingerprint", task.fingerprint())
            .with("acceptedAt", task.acceptedAt())
            .with("expiresAt", task.acceptedAt().plus(KEPT).getEpochSecond());
    TaskOutcome outcome = task.progress().outcome();
    if (outcome == null) {
      item.with("openIn", shard(task.id()))
          .with("dueAt", task.acceptedAt().plus(WriteDesk.STRANDED_AFTER));
    } else {
      item.with("outcome", TaskJson.outcome(outcome))
          .with("finishedAt", task.progress().finishedAt());
    }
    return switch (table.put(item, "attribute_not_exists(id)")) {
      case Write.Done _ -> Optional.empty();
      case Write.Unmet(var found) -> Optional.of(read(found)).filter(t -> !isSamePut(t, task));
    };
  }

  /**
   * Repeated by the SDK after a lost reply, a put finds its own task. Two callers who share a key
   * and a millisecond look the same: both queue the task, which is harmless.
   */
  private static boolean isSamePut(Task found, Task task) {
    return found.acceptedAt().equals(task.acceptedAt().truncatedTo(ChronoUnit.MILLIS))
        && found.fingerprint().equals(task.fingerprint());
  }

  @Override
  public Optional<Task> find(String id) {
    return table.get(id).map(DynamoTaskStore::read);
  }

  @Override
  public void queued(String id, Instant lookAgain) {
    table.update(
        id,
        "SET dueAt = :due",
        "attribute_exists(id) AND attribute_not_exists(outcome)",
        Item.empty().with(":due", lookAgain));
  }

  @Override
  public boolean lease(String id, String owner, Instant now, Instant until) {
    return mine(
        owner,
        table.update(
            id,
            "SET leaseOwner = :owner, leaseUntil = :until",
            MINE_OR_FREE,
            Item.empty().with(":owner", owner).with(":now", now).with(":until", until)));
  }

  @Override
  public boolean sending(String id, String owner, Instant now, Instant until) {
    return mine(
        owner,
        table.update(
            id,
            "SET leaseOwner = :owner, leaseUntil = :until, sentAt = :now,"
                + " attempts = if_not_exists(attempts, :zero) + :one REMOVE lookNotBefore",
            MINE_OR_FREE,
            Item.empty()
                .with(":owner", owner)
                .with(":now", now)
                .with(":until", until)
                .with(":zero", 0)
                .with(":one", 1)));
  }

  @Override
  public boolean notSent(String id, String owner) {
    return table
        .update(
            id,
            "REMOVE sentAt, lookNotBefore, leaseOwner, leaseUntil",
            MINE,
            Item.empty().with(":owner", owner))
        .isDone();
  }

  @Override
  public boolean unknown(String id, String owner, Instant lookNotBefore) {
    return table
        .update(
            id,
            "SET lookNotBefore = :look REMOVE leaseOwner, leaseUntil",
            MINE,
            Item.empty().with(":owner", owner).with(":look", lookNotBefore))
        .isDone();
  }

  @Override
  public boolean written(String id, String owner, Written written) {
    return table
        .update(
            id,
            "SET writtenId = :id, writtenEntity = :entity REMOVE sentAt, lookNotBefore",
            MINE,
            Item.empty()
                .with(":owner", owner)
                .with(":id", written.entityId())
                .with(":entity", written.entity().toString()))
        .isDone();
  }

  @Override
  public boolean finish(Task task, String owner, TaskOutcome outcome, Instant now) {
    String made = made(task, outcome);
    Item values =
        Item.empty()
            .with(":owner", owner)
            .with(":outcome", TaskJson.outcome(outcome))
            .with(":now", now)
            .with(":made", made);
    Write write =
        table.update(
            task.id(),
            "SET outcome = :outcome, finishedAt = :now, finishedBy = :owner"
                + (made == null ? "" : ", made = :made")
                + " REMOVE sentAt, lookNotBefore, leaseOwner, leaseUntil, openIn, dueAt",
            MINE,
            values);
    return write.isDone()
        || (write instanceof Write.Unmet(var found)
            && owner.equals(found.textOrNull("finishedBy")));
  }

  @Override
  public boolean isMadeByAnother(
      String taskId, String companyId, String resource, String entityId) {
    return table
        .query(
            "byEntity",
            "made = :made",
            Item.empty().with(":made", made(companyId, resource, entityId)),
            2,
            Map.of())
        .stream()
        .anyMatch(item -> !item.required("id").equals(taskId));
  }

  @Override
  public List<String> due(Instant now, int limit) {
    var due = new ArrayList<Item>();
    for (int shard = 0; shard < SHARDS; shard++) {
      due.addAll(
          table.query(
              "byOpen",
              "openIn = :open AND dueAt < :now",
              Item.empty().with(":open", Integer.toString(shard)).with(":now", now),
              limit,
              Map.of()));
    }
    return due.stream()
        .sorted(Comparator.comparingLong(item -> item.number("dueAt")))
        .limit(limit)
        .map(item -> item.required("id"))
        .toList();
  }

  /** Repeated by the SDK after a lost reply, an update finds its own work: that is a success. */
  private static boolean mine(String owner, Write write) {
    return write.isDone()
        || (write instanceof Write.Unmet(var found)
            && owner.equals(found.textOrNull("leaseOwner"))
            && !found.has("outcome"));
  }

  private static String shard(String id) {
    return Integer.toString(Math.floorMod(id.hashCode(), SHARDS));
  }

  private static @Nullable String made(Task task, TaskOutcome outcome) {
    if (task.operation() != Operation.CREATE) {
      return null;
    }
    return switch (outcome) {
      case TaskOutcome.Done(var id, _) -> made(task.companyId(), task.resource(), id);
      case TaskOutcome.Partial(var id, _, _) -> made(task.companyId(), task.resource(), id);
      case TaskOutcome.Failed _, TaskOutcome.Uncertain _ -> null;
    };
  }

  private static String made(String companyId, String resource, String entityId) {
    return companyId + "/" + resource + "/" + entityId;
  }

  private static Task read(Item item) {
    String outcome = item.textOrNull("outcome");
    String writtenId = item.textOrNull("writtenId");
    return new Task(
        item.required("id"),
        item.required("connection"),
        item.required("tenant"),
        item.required("companyId"),
        item.required("resource"),
        Operation.valueOf(item.required("operation")),
        item.textOrNull("entityId"),
        TaskJson.object(item.required("entity")),
        TaskJson.rows(item.required("dependents")),
        TaskJson.warnings(item.required("warnings")),
        item.required("fingerprint"),
        item.time("acceptedAt"),
        new Progress(
            (int) item.number("attempts"),
            item.textOrNull("leaseOwner"),
            item.timeOrNull("leaseUntil"),
            item.timeOrNull("sentAt"),
            item.timeOrNull("lookNotBefore"),
            writtenId == null
                ? null
                : new Written(writtenId, TaskJson.object(item.required("writtenEntity"))),
            outcome == null ? null : TaskJson.outcome(outcome),
            item.timeOrNull("finishedAt")));
  }
}
