package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file's name: more than Fortnox's texts may have, but no folder. */
record FileNameCodec() implements Codec {

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]*[^\\p{Cntrl}/\\\\.]");

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return Optional.of(TextNode.valueOf(fortnox.asText()));
  }

  @Override
  public Encoded encode(JsonNode unified) {
    if (!unified.isTextual()) {
      return new Encoded.Flawed("must be a string");
    }
    String name = unified.asText().strip();
    return NAME.matcher(name).matches()
        ? new Encoded.Value(TextNode.valueOf(name))
        : new Encoded.Flawed("must be a name without a folder, and without a full stop at its end");
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return fortnox.asText();
  }

  @Override
  public JsonNode nothing() {
    return Fortnox.NOTHING;
  }

  @Override
  public String type() {
    return "string";
  }
}
