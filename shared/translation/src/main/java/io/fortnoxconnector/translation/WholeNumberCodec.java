package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that name something: text in the unified model, a JSON number at Fortnox. */
record WholeNumberCodec(int min, int max) implements Codec {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return fortnox.isValueNode()
        ? Optional.of(TextNode.valueOf(fortnox.asText()))
        : Optional.empty();
  }

  @Override
  public Encoded encode(JsonNode unified) {
    String text = unified.isTextual() ? unified.asText().strip() : "";
    if (!WHOLE.matcher(text).matches()
        || Integer.parseInt(text) < min
        || Integer.parseInt(text) > max) {
      return new Encoded.Flawed("must be a string of digits, from " + min + " to " + max);
    }
    return new Encoded.Value(IntNode.valueOf(Integer.parseInt(text)));
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return fortnox.asText().strip();
  }

  @Override
  public JsonNode nothing() {
    return TextNode.valueOf(Fortnox.BLANK);
  }

  @Override
  public String type() {
    return "string";
  }

  @Override
  public String format() {
    return "digits";
  }
}
