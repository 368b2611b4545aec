package io.fortnoxconnector.connector.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.fortnox.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list that stays while rows before it come and go: the last rows that were shown, and
 * how many stood before the next one at that time.
 *
 * @param list the resource's name
 * @param trail ids of the last rows shown, the very last at the end; empty at a list's beginning
 */
public record Cursor(String list, int position, List<String> trail) {

  /** The place is lost only when all of these are deleted. */
  private static final int LONGEST_TRAIL = 5;

  public Cursor {
    trail = List.copyOf(trail.subList(Math.max(0, trail.size() - LONGEST_TRAIL), trail.size()));
  }

  public static Cursor start(String list) {
    return new Cursor(list, 0, List.of());
  }

  /** How it shows to callers: opaque, and safe in an address. */
  public String text() {
    var parts = JsonNodeFactory.instance.arrayNode().add(list).add(position);
    trail.forEach(parts::add);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(parts));
  }

  /** Empty where that is the text of no cursor. */
  public static Optional<Cursor> of(String text) {
    try {
      JsonNode parts =
          Json.read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
      JsonNode position = parts.path(1);
      if (!parts.path(0).isTextual() || !position.canConvertToInt() || position.asInt() < 0) {
        return Optional.empty();
      }
      var trail = new ArrayList<String>();
      parts.valueStream().skip(2).map(JsonNode::asText).forEach(trail::add);
      return Optional.of(new Cursor(parts.path(0).asText(), position.asInt(), trail));
    } catch (IllegalArgumentException | JsonProcessingException notOurs) {
      return Optional.empty();
    }
  }
}
