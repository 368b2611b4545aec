package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Decimal numbers. Fortnox answers one and the same field as a number here and as a text there.
 *
 * @param scale the most decimals
 * @param sentAsText whether Fortnox's schema has the field as a string
 */
record DecimalCodec(BigDecimal min, BigDecimal max, int scale, boolean sentAsText)
    implements Codec {

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return number(fortnox).map(DecimalNode::valueOf);
  }

  @Override
  public Encoded encode(JsonNode unified) {
    if (!unified.isNumber()) {
      return new Encoded.Flawed("must be a number");
    }
    BigDecimal number = unified.decimalValue();
    if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
      return new Encoded.Flawed(
          "must be from " + min.toPlainString() + " to " + max.toPlainString());
    }
    if (number.stripTrailingZeros().scale() > scale) {
      return new Encoded.Flawed(
          scale == 0 ? "must be a whole number" : "must have at most " + scale + " decimals");
    }
    return new Encoded.Value(written(number));
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return number(fortnox).<Object>map(BigDecimal::stripTrailingZeros).orElse(fortnox);
  }

  @Override
  public boolean isNothing(JsonNode fortnox) {
    return Fortnox.isNothing(fortnox)
        || number(fortnox).filter(number -> number.signum() == 0).isPresent();
  }

  /** A number field takes no API_BLANK; none and 0 mean the same for fees and discounts. */
  @Override
  public JsonNode nothing() {
    return written(BigDecimal.ZERO);
  }

  @Override
  public String type() {
    return scale == 0 ? "integer" : "number";
  }

  private JsonNode written(BigDecimal number) {
    BigDecimal plain = plain(number);
    return sentAsText ? TextNode.valueOf(plain.toPlainString()) : DecimalNode.valueOf(plain);
  }

  private static Optional<BigDecimal> number(JsonNode fortnox) {
    if (fortnox.isNumber()) {
      return Optional.of(plain(fortnox.decimalValue()));
    }
    try {
      return Optional.of(plain(new BigDecimal(fortnox.asText().strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Without an exponent: 1E+2 is a number, but not one that people write as an amount. */
  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
