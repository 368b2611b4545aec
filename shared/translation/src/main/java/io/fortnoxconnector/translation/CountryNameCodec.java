package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.translation.format.Countries;
import java.util.Optional;

/**
 * Countries of documents, which Fortnox keeps by their names; the unified model has the ISO 3166-1
 * alpha-2 code.
 */
record CountryNameCodec() implements Codec {
  private static final CountryCodec CODE = new CountryCodec();

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return CODE.decode(fortnox);
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return switch (CODE.encode(unified)) {
      case Encoded.Value(JsonNode code) ->
          new Encoded.Value(TextNode.valueOf(Countries.nameInDocuments(code.asText())));
      case Encoded.Flawed flawed -> flawed;
    };
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return CODE.comparable(fortnox);
  }

  @Override
  public JsonNode nothing() {
    return CODE.nothing();
  }

  @Override
  public String type() {
    return CODE.type();
  }

  @Override
  public String format() {
    return CODE.format();
  }
}
