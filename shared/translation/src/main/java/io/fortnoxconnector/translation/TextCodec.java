package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.translation.format.FortnoxText;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Texts, among them numbers with leading zeros and codes.
 *
 * @param sentAs the form in which Fortnox gets the text
 * @param comparedAs the form in which two texts that mean the same are the same
 */
record TextCodec(
    @Nullable String format, UnaryOperator<String> sentAs, UnaryOperator<String> comparedAs)
    implements Codec {

  TextCodec() {
    this(null, UnaryOperator.identity(), UnaryOperator.identity());
  }

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return fortnox.isValueNode()
        ? Optional.of(TextNode.valueOf(fortnox.asText()))
        : Optional.empty();
  }

  @Override
  public Encoded encode(JsonNode unified) {
    if (!unified.isTextual()) {
      return new Encoded.Flawed("must be a string");
    }
    String text = sentAs.apply(FortnoxText.normalized(unified.asText()));
    if (Fortnox.isReserved(text)) {
      return new Encoded.Flawed("is a word with a meaning of its own in Fortnox");
    }
    return FortnoxText.flaw(text)
        .<Encoded>map(Encoded.Flawed::new)
        .orElseGet(() -> new Encoded.Value(TextNode.valueOf(text)));
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    String text = FortnoxText.normalized(fortnox.asText()).replace("\r\n", "\n");
    return comparedAs.apply(text);
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
