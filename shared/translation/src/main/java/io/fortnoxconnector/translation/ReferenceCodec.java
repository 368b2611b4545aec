package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** The number of another document; Fortnox shows 0, as a number or as a text, for none. */
record ReferenceCodec() implements Codec {

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return Optional.of(
        isNothing(fortnox) ? Fortnox.NOTHING : TextNode.valueOf(fortnox.asText().strip()));
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return unified.isTextual()
        ? new Encoded.Value(unified)
        : new Encoded.Flawed("must be a string");
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return fortnox.asText().strip();
  }

  @Override
  public boolean isNothing(JsonNode fortnox) {
    return Fortnox.isNothing(fortnox) || fortnox.asText().equals("0");
  }

  @Override
  public JsonNode nothing() {
    return TextNode.valueOf(Fortnox.BLANK);
  }

  @Override
  public String type() {
    return "string";
  }
}
