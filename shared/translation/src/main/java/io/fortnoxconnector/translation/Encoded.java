package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;

/** A unified value as Fortnox wants it, or what keeps it from being one. */
sealed interface Encoded {
  record Value(JsonNode value) implements Encoded {}

  /** The end of a sentence that begins with the field's name and its value. */
  record Flawed(String flaw) implements Encoded {}
}
