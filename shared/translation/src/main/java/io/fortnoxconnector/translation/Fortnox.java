package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;

/** Values that mean something of their own in any Fortnox field. */
final class Fortnox {
  /** Empties a field on PUT; null and an empty text leave it as it is. */
  static final String BLANK = "API_BLANK";

  /** Stands in a field that the user behind the token may not see. */
  static final String NO_RIGHT = "API_NORIGHT";

  /** What the unified model shows where Fortnox has nothing. */
  static final JsonNode NOTHING = NullNode.getInstance();

  static final JsonNode NO_ENTRIES = JsonNodeFactory.instance.arrayNode();

  private Fortnox() {}

  static boolean isNothing(JsonNode value) {
    return value.isNull()
        || value.isMissingNode()
        || (value.isTextual() && (value.asText().isBlank() || value.asText().equals(BLANK)));
  }

  static boolean isHidden(JsonNode value) {
    return value.isTextual() && value.asText().equals(NO_RIGHT);
  }

  static boolean isReserved(String text) {
    return text.equals(BLANK) || text.equals(NO_RIGHT);
  }
}
