package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one kind of value is written here and there. */
interface Codec {

  /** The unified value; empty where the unified model has no such value. */
  Optional<JsonNode> decode(JsonNode fortnox);

  Encoded encode(JsonNode unified);

  /** What two Fortnox values that mean the same have in common. */
  Object comparable(JsonNode fortnox);

  /** Whether a Fortnox value means that there's none. */
  default boolean isNothing(JsonNode fortnox) {
    return Fortnox.isNothing(fortnox);
  }

  /** Whether a Fortnox value is what was sent, however Fortnox writes it. */
  default boolean holds(JsonNode held, JsonNode sent) {
    return comparable(sent).equals(comparable(held));
  }

  /** What clears a field of this kind on PUT. */
  JsonNode nothing();

  /** The JSON type in the unified model. */
  String type();

  default @Nullable String format() {
    return null;
  }

  default List<String> values() {
    return List.of();
  }
}
