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
 * @param body in the unified model; empty for a deletion
 * @param idempotencyKey 1 to 255 characters; null where the caller gave none
 */
public record WriteRequest(
    Connection connection,
    Resource resource,
    Operation operation,
    @Nullable String id,
    ObjectNode body,
    @Nullable String idempotencyKey) {}
