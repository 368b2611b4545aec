package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Lines;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Translated;
import io.fortnoxconnector.translation.WriteMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** In Fortnox's terms, or all that is wrong with it. */
  Translated translated() {
    return switch (operation) {
      case CREATE -> resource.toFortnox(body, WriteMode.CREATE);
      case REPLACE -> resource.toFortnox(body, WriteMode.REPLACE);
      case PATCH -> resource.toFortnox(body, WriteMode.PATCH);
      case DELETE, ACT -> new Translated.Accepted(body, Map.of(), List.of());
      case DETACH -> Files.detached(body);
      case ADD_LINE -> lines().added(body);
      case REPLACE_LINE -> lines().changed(line(), body, WriteMode.REPLACE);
      case PATCH_LINE -> lines().changed(line(), body, WriteMode.PATCH);
      case REMOVE_LINE -> lines().removed(line());
      case READ, CALL, BULK -> throw new IllegalArgumentException("no write of a resource's");
    };
  }

  private Lines lines() {
    return resource.lines().orElseThrow();
  }

  private String line() {
    return Objects.requireNonNull(part);
  }
}
