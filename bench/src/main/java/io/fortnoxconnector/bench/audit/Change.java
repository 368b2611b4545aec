package io.fortnoxconnector.bench.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fortnoxconnector.bench.workload.Write;
import io.fortnoxconnector.sandbox.ledger.Entry;
import io.fortnoxconnector.translation.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that changed a customer at Fortnox.
 *
 * @param what the name that it gave, or the number of the customer that it deleted: no two writes
 *     of a company share it
 */
record Change(String company, boolean deletes, String what) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CUSTOMERS = "/3/customers";

  /** Oldest first; what Fortnox refused changed nothing. */
  static List<Change> of(List<Entry> ledger) {
    return ledger.stream()
        .filter(entry -> entry.answered().startsWith("2") && !entry.method().equals("GET"))
        .flatMap(entry -> of(entry).stream())
        .toList();
  }

  /** What a write wants to change. */
  static Change of(Write write) {
    boolean deletes = write.operation() == Operation.DELETE;
    return new Change(
        write.company(),
        deletes,
        deletes ? Objects.requireNonNull(write.target()) : write.marker());
  }

  private static Optional<Change> of(Entry entry) {
    boolean one = entry.path().startsWith(CUSTOMERS + "/");
    if (!one && !entry.path().equals(CUSTOMERS)) {
      return Optional.empty();
    }
    boolean deletes = entry.method().equals("DELETE");
    return Optional.of(
        new Change(
            Objects.requireNonNull(entry.company()),
            deletes,
            deletes ? entry.path().substring(CUSTOMERS.length() + 1) : name(entry.body())));
  }

  private static String name(String body) {
    try {
      return JSON.readTree(body).path("Customer").path("Name").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the sandbox accepted what isn't JSON", e);
    }
  }
}
