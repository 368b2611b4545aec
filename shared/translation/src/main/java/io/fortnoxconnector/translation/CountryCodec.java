package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.translation.format.Countries;
import java.util.Locale;
import java.util.Optional;

/**
 * Countries: the unified model has the ISO 3166-1 alpha-2 code only. Fortnox takes the code too,
 * and beside it shows the country's Swedish name, which sometimes is all that it shows.
 */
record CountryCodec() implements Codec {

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return code(fortnox.asText()).map(TextNode::valueOf);
  }

  @Override
  public Encoded encode(JsonNode unified) {
    if (!unified.isTextual()) {
      return new Encoded.Flawed("must be a string");
    }
    return Countries.flaw(unified.asText())
        .<Encoded>map(Encoded.Flawed::new)
        .orElseGet(() -> new Encoded.Value(unified));
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return code(fortnox.asText()).orElseGet(fortnox::asText);
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
    return "iso-3166-1-alpha-2";
  }

  private static Optional<String> code(String written) {
    String capitals = written.strip().toUpperCase(Locale.ROOT);
    return Countries.isCode(capitals) ? Optional.of(capitals) : Countries.named(written);
  }
}
