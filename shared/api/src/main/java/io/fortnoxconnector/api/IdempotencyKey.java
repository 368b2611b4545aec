package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.HEADER_INVALID;

import io.fortnoxconnector.connector.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}: a quoted string as the IETF draft has it, or bare as most
 * callers send it.
 */
final class IdempotencyKey {

  private IdempotencyKey() {}

  static @Nullable String of(HttpRequest request) {
    String header = request.header("idempotency-key").orElse(null);
    if (header == null) {
      return null;
    }
    String key = header.strip();
    if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
      key = key.substring(1, key.length() - 1);
    }
    if (!Identifiers.isIdempotencyKey(key)) {
      throw new Rejected(
          HEADER_INVALID.about(
              "Idempotency-Key",
              "An idempotency key has 1 to 255 visible ASCII characters, without quotation marks inside."));
    }
    return key;
  }
}
