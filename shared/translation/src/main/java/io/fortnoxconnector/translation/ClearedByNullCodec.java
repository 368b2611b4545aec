package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field that null empties: so it is in rows of documents, where API_BLANK isn't known to. */
record ClearedByNullCodec(Codec codec) implements Codec {

  @Override
  public JsonNode nothing() {
    return Fortnox.NOTHING;
  }

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return codec.decode(fortnox);
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return codec.encode(unified);
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return codec.comparable(fortnox);
  }

  @Override
  public boolean isNothing(JsonNode fortnox) {
    return codec.isNothing(fortnox);
  }

  @Override
  public String type() {
    return codec.type();
  }

  @Override
  public @Nullable String format() {
    return codec.format();
  }

  @Override
  public List<String> values() {
    return codec.values();
  }
}
