package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * What follows from a Fortnox value, and can only be shown. Where nothing follows, that is no
 * trouble: the field is null.
 */
record DerivedCodec(String type, Function<String, Optional<JsonNode>> derivation) implements Codec {

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return derivation.apply(fortnox.asText()).or(() -> Optional.of(NullNode.getInstance()));
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return new Encoded.Flawed("can't be set, it follows from another field");
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return fortnox.asText();
  }

  @Override
  public JsonNode nothing() {
    return NullNode.getInstance();
  }
}
