package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.translation.Resource;
import java.util.List;

/**
 * Many creations, as somebody asks for them at once.
 *
 * @param rows in the unified model, as many as {@link BulkDesk#MOST_ROWS}
 * @param onError what becomes of the others where some rows are wrong
 * @param idempotencyKey 1 to 255 characters
 */
public record BulkRequest(
    Connection connection,
    Resource resource,
    List<ObjectNode> rows,
    OnError onError,
    String idempotencyKey) {

  /** What becomes of a request in which some rows are wrong. */
  public enum OnError {
    /** Nothing is stored. */
    REJECT,
    /** The wrong ones fail, the others are carried out. */
    CONTINUE
  }
}
