package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Canonical;
import io.fortnoxconnector.connector.Key;
import java.util.Objects;

/**
 * Tells a repeated request from another one under the same idempotency key. The order of a body's
 * members doesn't matter.
 */
final class Fingerprint {

  private Fingerprint() {}

  static String of(WriteRequest request) {
    return Key.sha256(
        String.join(
            "\n",
            request.resource().name(),
            request.operation().name(),
            Objects.requireNonNullElse(request.id(), "")
                // A write to the whole entity has the fingerprint that it had before parts came.
                + (request.part() == null ? "" : "/" + request.part()),
            Canonical.text(request.body())));
  }

  /** Of a call that is passed on: it can't be that of a resource's write, which has no brace. */
  static String of(ObjectNode call) {
    return Key.sha256(Canonical.text(call));
  }
}
