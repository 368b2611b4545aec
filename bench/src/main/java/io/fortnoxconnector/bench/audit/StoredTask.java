package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.translation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A task as it lies in the table.
 *
 * @param entityId what it changes; null for a creation
 * @param name that it gives to the entity; empty for a deletion
 * @param code of the problem that it ended with; else empty
 * @param detail that problem's words
 */
record StoredTask(
    String id,
    String connection,
    String companyId,
    Operation operation,
    @Nullable String entityId,
    String name,
    Ending ending,
    String code,
    String detail) {

  /** How tasks end. */
  enum Ending {
    /** It hasn't ended. */
    NONE,
    DONE,
    PARTIAL,
    FAILED,
    UNCERTAIN,
    CANCELLED
  }
}
