package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** A state of two words that Fortnox has as true and false. */
record FlagCodec(String whenTrue, String whenFalse) implements Codec {
  private static final BooleanCodec FLAG = new BooleanCodec();

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return FLAG.decode(fortnox)
        .map(flag -> TextNode.valueOf(flag.asBoolean() ? whenTrue : whenFalse));
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return unified.isTextual() && values().contains(unified.asText())
        ? new Encoded.Value(BooleanNode.valueOf(unified.asText().equals(whenTrue)))
        : new Encoded.Flawed("must be one of " + String.join(", ", values()));
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return FLAG.comparable(fortnox);
  }

  @Override
  public boolean isNothing(JsonNode fortnox) {
    return FLAG.isNothing(fortnox);
  }

  @Override
  public JsonNode nothing() {
    return FLAG.nothing();
  }

  @Override
  public String type() {
    return "string";
  }

  @Override
  public List<String> values() {
    return List.of(whenTrue, whenFalse);
  }
}
