package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;

/** The number of another document; Fortnox shows 0, as a number or as a text, for none. */
record ReferenceCodec() implements NumberedCodec {

  @Override
  public Encoded encode(JsonNode unified) {
    return unified.isTextual()
        ? new Encoded.Value(unified)
        : new Encoded.Flawed("must be a string");
  }
}
