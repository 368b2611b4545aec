package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Locale;
import java.util.Optional;

/** Booleans, which Fortnox answers as texts in places. */
record BooleanCodec() implements Codec {

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return switch (fortnox.asText().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(BooleanNode.TRUE);
      case "false", "0" -> Optional.of(BooleanNode.FALSE);
      default -> Optional.empty();
    };
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return unified.isBoolean()
        ? new Encoded.Value(unified)
        : new Encoded.Flawed("must be true or false");
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return decode(fortnox).orElse(fortnox);
  }

  @Override
  public boolean isNothing(JsonNode fortnox) {
    return Fortnox.isNothing(fortnox) || decode(fortnox).equals(Optional.of(nothing()));
  }

  @Override
  public JsonNode nothing() {
    return BooleanNode.FALSE;
  }

  @Override
  public String type() {
    return "boolean";
  }
}
