package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** Numbers that name something: texts here, as ids are; Fortnox shows 0 for none. */
interface NumberedCodec extends Codec {

  @Override
  default Optional<JsonNode> decode(JsonNode fortnox) {
    return Optional.of(
        isNothing(fortnox) ? Fortnox.NOTHING : TextNode.valueOf(fortnox.asText().strip()));
  }

  @Override
  default Object comparable(JsonNode fortnox) {
    return fortnox.asText().strip();
  }

  @Override
  default boolean isNothing(JsonNode fortnox) {
    return Fortnox.isNothing(fortnox) || fortnox.asText().equals("0");
  }

  @Override
  default JsonNode nothing() {
    return TextNode.valueOf(Fortnox.BLANK);
  }

  @Override
  default String type() {
    return "string";
  }
}
