package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import io.fortnoxconnector.translation.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One accepted write.
 *
 * @param entityId what is written to; null for a creation
 * @param action the name of what is to be done; null for other operations
 * @param entity Fortnox's fields, without the wrapper key; empty for a deletion
 * @param rows desired rows of dependent resources, by the unified field's name
 * @param fingerprint of the request, by which a repeated idempotency key is told from a reused one
 */
public record Task(
    String id,
    String connection,
    String tenant,
    String companyId,
    String resource,
    Operation operation,
    @Nullable String entityId,
    @Nullable String action,
    ObjectNode entity,
    Map<String, List<ObjectNode>> rows,
    List<Warning> warnings,
    String fingerprint,
    Instant acceptedAt,
    Progress progress) {

  /**
   * How far a task is.
   *
   * @param accidents how often a fault of the connector's own stopped it
   * @param sentAt when the entity's write left for Fortnox, while nobody knows what came of it;
   *     else null
   * @param lookNotBefore before this, a look into Fortnox may still miss what was sent
   * @param prepared what the write was going to do to the document as it was then, where that can't
   *     be told before; of a bulk run, how far it is; null for other writes
   * @param written the entity's own write succeeded: its id and Fortnox's answer; what is left is
   *     its rows
   * @param outcome null while the task isn't finished
   */
  public record Progress(
      int attempts,
      int accidents,
      @Nullable String leaseOwner,
      @Nullable Instant leaseUntil,
      @Nullable Instant sentAt,
      @Nullable Instant lookNotBefore,
      @Nullable ObjectNode prepared,
      @Nullable Written written,
      @Nullable TaskOutcome outcome,
      @Nullable Instant finishedAt) {

    public static Progress none() {
      return new Progress(0, 0, null, null, null, null, null, null, null, null);
    }
  }

  /** A write that Fortnox confirmed. */
  public record Written(String entityId, ObjectNode entity) {}

  /** The resource that it names; a call that is passed on names none. */
  Resource ofResource() {
    return Resources.named(resource)
        .orElseThrow(() -> new IllegalStateException("no resource " + resource));
  }

  /** What tells an entity of the task's resource, of this id, from those that other tasks made. */
  public String nameOf(String id) {
    return Resources.named(resource).map(known -> known.idWithin(id, entity)).orElse(id);
  }

  public boolean isFinished() {
    return progress.outcome() != null;
  }

  /** Whether something of it is at Fortnox, or may be. */
  public boolean hasLeft() {
    return progress.sentAt() != null || progress.written() != null;
  }

  public TaskState state() {
    if (progress.outcome() != null) {
      return TaskState.of(progress.outcome());
    }
    return progress.attempts() == 0 && !hasAdvanced() ? TaskState.OPEN : TaskState.INPROGRESS;
  }

  /** Whether it's one of many that a bulk run carries out. */
  public boolean isRow() {
    return BulkRows.place(id).isPresent();
  }

  /** Whether a bulk run has ended a row. */
  boolean hasAdvanced() {
    return operation == Operation.BULK && progress.prepared() != null;
  }

  /** The same under that id, as one that has ended before anybody carried it out. */
  Task ended(String otherId, TaskOutcome outcome, Instant at) {
    return new Task(
        otherId,
        connection,
        tenant,
        companyId,
        resource,
        operation,
        entityId,
        action,
        entity,
        rows,
        warnings,
        fingerprint,
        acceptedAt,
        new Progress(0, 0, null, null, null, null, null, null, outcome, at));
  }

  /** The id of what the task wrote to, if it ended so; a bulk run wrote to more than one. */
  public Optional<String> writtenTo() {
    TaskOutcome outcome = progress.outcome();
    return outcome == null || operation == Operation.BULK ? Optional.empty() : outcome.writtenTo();
  }

  public TaskSummary summary() {
    return new TaskSummary(
        id,
        state(),
        resource,
        operation,
        action,
        writtenTo().orElse(entityId),
        acceptedAt,
        progress.finishedAt());
  }
}
