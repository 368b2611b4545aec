package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The unified model's words for some of Fortnox's values. Another field shows them all, so that a
 * value without a word is no loss: it's null here.
 */
record WellKnownCodec(ChoiceCodec words) implements Codec {

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return words.decode(fortnox).or(() -> Optional.of(Fortnox.NOTHING));
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return words.encode(unified);
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return words.comparable(fortnox);
  }

  @Override
  public JsonNode nothing() {
    return words.nothing();
  }

  @Override
  public String type() {
    return words.type();
  }

  @Override
  public List<String> values() {
    return words.values();
  }
}
