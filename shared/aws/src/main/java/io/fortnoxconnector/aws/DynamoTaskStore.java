package io.fortnoxconnector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.connector.tasks.TaskList;
import io.fortnoxconnector.connector.tasks.TaskList.Place;
import io.fortnoxconnector.connector.tasks.TaskList.Wanted;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.TaskState;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.fortnox.Json;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks table: one item per accepted write. Its index {@code byOpen} holds the unfinished ones.
 * What else is kept with them has a class of its own: {@link OpenCount}, {@link Creations}, {@link
 * TaskListing}, {@link DynamoTaskEnds}.
 */
final class DynamoTaskStore implements TaskStore {

  /** How long after its end an outcome can be asked for, and an idempotency key is remembered. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final String MINE_OR_FREE =
      "attribute_exists(id) AND attribute_not_exists(outcome)"
          + " AND (attribute_not_exists(leaseUntil) OR leaseUntil < :now OR leaseOwner = :owner)";

  /** Who ends a task that is cancelled; processes' names are longer. */
  private static final String ITS_OWNER = "owner";

  private static final String NOTHING_LEFT =
      "attribute_exists(id) AND attribute_not_exists(outcome)"
          + " AND attribute_not_exists(sentAt) AND attribute_not_exists(writtenId)";
  private static final String MINE = "attribute_not_exists(outcome) AND leaseOwner = :owner";

  private final Table table;
  private final OpenCount openCount;
  private final ShardedIndex byOpen;
  private final Creations creations;
  private final TaskListing listing;

  DynamoTaskStore(Table table) {
    this.table = table;
    this.openCount = new OpenCount(table);
    this.byOpen = new ShardedIndex(table.index("byOpen"), "dueAt");
    this.creations = new Creations(table);
    this.listing = new TaskListing(table);
  }

  @Override
  public Put putOpen(Task task, int mostOpen) {
    Item item =
        TaskItem.of(task)
            .with("openIn", ShardedIndex.shard(task.id()))
            .with("dueAt", task.acceptedAt().plus(WriteDesk.STRANDED_AFTER));
    Transaction transaction =
        table.transact(
            table.putting(item, "attribute_not_exists(id)"), openCount.oneMore(task, mostOpen));
    return switch (transaction) {
      case Transaction.Done() -> new Put.Stored();
      case Transaction.Contended _ -> new Put.Busy();
      case Transaction.Unmet(var found) -> {
        Item earlier = found.getFirst();
        // A full counter may be all that is reported, though the task is there as well.
        yield earlier == null
            ? find(task.id()).<Put>map(Put.Earlier::new).orElseGet(Put.Full::new)
            : new Put.Earlier(TaskItem.read(earlier));
      }
    };
  }

  @Override
  public Optional<Task> putEnded(Task task) {
    return switch (table.put(
        TaskItem.of(task)
            .with("expiresAt", expiry(task.acceptedAt()))
            .with("untoldIn", DynamoTaskEnds.key(task)),
        "attribute_not_exists(id)")) {
      case Write.Done _ -> Optional.empty();
      case Write.Unmet(var found) -> Optional.of(TaskItem.read(found));
    };
  }

  /** What counts open tasks is no task, whoever asks for it. */
  @Override
  public Optional<Task> find(String id) {
    return table.get(id).filter(TaskItem::isTask).map(TaskItem::read);
  }

  @Override
  public List<Task> findAll(List<String> ids) {
    return table.getAll(ids).stream().filter(TaskItem::isTask).map(TaskItem::read).toList();
  }

  @Override
  public boolean hasOpen(String companyId) {
    return openCount.hasTasks(companyId);
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
  public Optional<Task> lease(String id, String owner, Instant now, Instant until) {
    Write write =
        table.updateShowingNew(
            id,
            "SET leaseOwner = :owner, leaseUntil = :until",
            MINE_OR_FREE,
            Item.empty().with(":owner", owner).with(":now", now).with(":until", until));
    return switch (write) {
      case Write.Done(var taken) -> Optional.of(TaskItem.read(taken));
      case Write.Unmet(var found) ->
          mine(owner, write) ? Optional.of(TaskItem.read(found)) : Optional.empty();
    };
  }

  @Override
  public boolean stumbled(String id, String owner) {
    return whileMine(
        id,
        owner,
        "SET accidents = if_not_exists(accidents, :zero) + :one REMOVE leaseOwner, leaseUntil",
        Item.empty().with(":zero", 0).with(":one", 1));
  }

  @Override
  public boolean sending(String id, String owner, Instant now, Instant until) {
    return mine(
        owner,
        table.update(
            id,
            "SET leaseOwner = :owner, leaseUntil = :until, sentAt = :now, taskState = :state,"
                + " attempts = if_not_exists(attempts, :zero) + :one REMOVE lookNotBefore",
            MINE_OR_FREE,
            Item.empty()
                .with(":owner", owner)
                .with(":now", now)
                .with(":until", until)
                .with(":state", TaskState.INPROGRESS.name())
                .with(":zero", 0)
                .with(":one", 1)));
  }

  @Override
  public boolean prepared(String id, String owner, ObjectNode prepared) {
    return whileMine(
        id, owner, "SET prepared = :prepared", Item.empty().with(":prepared", prepared.toString()));
  }

  @Override
  public boolean advanced(String id, String owner, ObjectNode progress) {
    return whileMine(
        id,
        owner,
        "SET prepared = :progress, taskState = :state",
        Item.empty()
            .with(":progress", progress.toString())
            .with(":state", TaskState.INPROGRESS.name()));
  }

  @Override
  public void counted(Task run, ObjectNode progress) {
    ObjectNode before = run.progress().prepared();
    table.update(
        run.id(),
        "SET prepared = :progress",
        "attribute_exists(outcome) AND "
            + (before == null ? "attribute_not_exists(prepared)" : "prepared = :before"),
        Item.empty()
            .with(":progress", progress.toString())
            .with(":before", before == null ? null : before.toString()));
  }

  @Override
  public boolean notSent(String id, String owner) {
    return whileMine(
        id, owner, "REMOVE sentAt, lookNotBefore, leaseOwner, leaseUntil", Item.empty());
  }

  @Override
  public boolean unknown(String id, String owner, Instant lookNotBefore) {
    return whileMine(
        id,
        owner,
        "SET lookNotBefore = :look REMOVE leaseOwner, leaseUntil",
        Item.empty().with(":look", lookNotBefore));
  }

  @Override
  public boolean written(String id, String owner, Written written) {
    return whileMine(
        id,
        owner,
        "SET writtenId = :id, writtenEntity = :entity REMOVE sentAt, lookNotBefore",
        Item.empty().with(":id", written.entityId()).with(":entity", Json.write(written.entity())));
  }

  @Override
  public boolean finish(Task task, String owner, TaskOutcome outcome, Instant now) {
    Transaction transaction = end(task, owner, outcome, now, MINE);
    return switch (transaction) {
      case Transaction.Done() -> true;
      case Transaction.Unmet(var found) -> {
        Item finished = found.getFirst();
        yield finished != null && owner.equals(finished.textOrNull("finishedBy"));
      }
      case Transaction.Contended(var last) -> throw last;
    };
  }

  /** Whoever has the lease finds the outcome before it may send: nothing leaves any more. */
  @Override
  public Cancellation cancel(Task task, Instant now) {
    Transaction transaction = end(task, ITS_OWNER, new TaskOutcome.Cancelled(), now, NOTHING_LEFT);
    return switch (transaction) {
      case Transaction.Done() -> new Cancellation.Done(find(task.id()).orElse(task));
      case Transaction.Unmet(var found) -> {
        Item there = found.getFirst();
        yield new Cancellation.TooLate(
            there == null || there.attributes().isEmpty() ? task : TaskItem.read(there));
      }
      case Transaction.Contended _ -> new Cancellation.Busy();
    };
  }

  /** Records an outcome and takes the task off its company's count, both or neither. */
  private Transaction end(
      Task task, String owner, TaskOutcome outcome, Instant now, String condition) {
    boolean bulk = task.operation() == Operation.BULK;
    String resourceId = bulk ? null : outcome.writtenTo().orElse(null);
    String made = Creations.key(task, resourceId);
    Item values =
        Item.empty()
            .with(":owner", owner)
            .with(":outcome", TaskJson.outcome(outcome))
            .with(":state", TaskState.of(outcome).name())
            .with(":now", now)
            .with(":expires", expiry(now))
            .with(":untold", DynamoTaskEnds.key(task))
            .with(":resourceId", resourceId)
            .with(":made", made);
    return table.transact(
        table.updating(
            task.id(),
            "SET outcome = :outcome, taskState = :state, finishedAt = :now, finishedBy = :owner,"
                + " expiresAt = :expires"
                + (task.isRow() ? "" : ", untoldIn = :untold")
                + (resourceId == null ? "" : ", resourceId = :resourceId")
                + (made == null ? "" : ", made = :made")
                + " REMOVE sentAt, lookNotBefore, leaseOwner, leaseUntil, openIn, dueAt"
                + (bulk ? "" : ", prepared"),
            condition,
            values),
        openCount.oneLess(task));
  }

  @Override
  public TaskList list(String connection, Wanted wanted, @Nullable Place after, int most) {
    return listing.of(connection, wanted, after, most);
  }

  @Override
  public boolean isMadeByAnother(String taskId, String companyId, String resource, String entity) {
    return creations.isByAnother(taskId, companyId, resource, entity);
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return byOpen
        .first("openIn = :shard AND dueAt < :now", Item.empty().with(":now", now), limit)
        .map(item -> item.required("id"))
        .toList();
  }

  private boolean whileMine(String id, String owner, String expression, Item values) {
    return table.update(id, expression, MINE, values.with(":owner", owner)).isDone();
  }

  /** Repeated by the SDK after a lost reply, an update finds its own work: that is a success. */
  private static boolean mine(String owner, Write write) {
    return write.isDone()
        || (write instanceof Write.Unmet(var found)
            && owner.equals(found.textOrNull("leaseOwner"))
            && !found.has("outcome"));
  }

  /** An open task never expires: it would stay counted, and it was accepted. */
  private static long expiry(Instant finished) {
    return finished.plus(KEPT).getEpochSecond();
  }
}
