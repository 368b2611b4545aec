package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.translation.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task without what was sent and what came of it: what a list of tasks is made of.
 *
 * @param resourceId what was written to, or made; null for a creation that made nothing (yet)
 */
public record TaskSummary(
    String id,
    TaskState state,
    String resource,
    Operation operation,
    @Nullable String action,
    @Nullable String resourceId,
    Instant acceptedAt,
    @Nullable Instant finishedAt) {}
