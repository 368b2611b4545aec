package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates, ISO 8601 on both sides. */
record DateCodec() implements Codec {

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return date(fortnox).map(date -> TextNode.valueOf(date.toString()));
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return date(unified)
        .<Encoded>map(date -> new Encoded.Value(TextNode.valueOf(date.toString())))
        .orElseGet(() -> new Encoded.Flawed("must be a date, as in 2026-01-31"));
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
    return "date";
  }

  private static Optional<LocalDate> date(JsonNode node) {
    try {
      return node.isTextual() ? Optional.of(LocalDate.parse(node.asText())) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
