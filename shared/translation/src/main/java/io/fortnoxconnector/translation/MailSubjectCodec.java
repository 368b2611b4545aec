package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.translation.format.FortnoxText;
import java.util.Optional;

/**
 * The subject of a mail, in which Fortnox fills in {@code {no}} and {@code {name}}: the only place
 * for curly brackets.
 */
record MailSubjectCodec() implements Codec {
  private static final TextCodec TEXT = new TextCodec();

  @Override
  public Encoded encode(JsonNode unified) {
    String rest = unified.asText().replace("{no}", "").replace("{name}", "");
    JsonNode checked = unified.isTextual() ? TextNode.valueOf(rest) : unified;
    return switch (TEXT.encode(checked)) {
      case Encoded.Value _ ->
          new Encoded.Value(TextNode.valueOf(FortnoxText.normalized(unified.asText())));
      case Encoded.Flawed flawed -> flawed;
    };
  }

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return TEXT.decode(fortnox);
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return TEXT.comparable(fortnox);
  }

  @Override
  public JsonNode nothing() {
    return TEXT.nothing();
  }

  @Override
  public String type() {
    return TEXT.type();
  }
}
