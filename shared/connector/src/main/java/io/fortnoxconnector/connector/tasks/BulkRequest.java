package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.translation.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many creations, as somebody asks for them at once.
 *
 * @param rows in the unified model, as many as {@link BulkDesk#MOST_ROWS}
 * @param matchBy by what a row's entity is known if it's there already, so that it's changed; null
 *     where all rows are created
 * @param onError what becomes of the others where some rows are wrong
 * @param idempotencyKey 1 to 255 characters
 */
public record BulkRequest(
    Connection connection,
    Resource resource,
    List<ObjectNode> rows,
    @Nullable MatchBy matchBy,
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
