package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A write as somebody asks for it, by HTTP or by queue.
 *
 * @param id what to write to; null for a creation
 * @param part the id of the line that it's about, or the action's name; null for other operations
 * @param body in the unified model, of the line where it's about one; empty for deletions and
 *     actions
 * @param idempotencyKey 1 to 255 characters; null where the caller gave none
 */
public record WriteRequest(
    Connection connection,
    Resource resource,
    Operation operation,
    @Nullable String id,
    @Nullable String part,
    ObjectNode body,
    @Nullable String idempotencyKey) {

  /** A write to the entity as a whole. */
  public WriteRequest(
      Connection connection,
      Resource resource,
      Operation operation,
      @Nullable String id,
      ObjectNode body,
      @Nullable String idempotencyKey) {
    this(connection, resource, operation, id, null, body, idempotencyKey);
  }
}
