package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a whole: there for comparing what was sent with what an entity holds. Ids of rows tell
 * nothing, as every update gives them new ones.
 */
record RowsCodec(Members members, @Nullable LineIds ids, OwnRows own) implements Codec {

  /** As many lines, and each holds all that was sent for it. Fortnox's own rows tell nothing. */
  @Override
  public boolean holds(JsonNode held, JsonNode sent) {
    List<JsonNode> there = own.lines(held).toList();
    List<JsonNode> meant = own.lines(sent).toList();
    if (there.size() != meant.size()) {
      return false;
    }
    for (int i = 0; i < meant.size(); i++) {
      if (!(there.get(i) instanceof ObjectNode row)
          || !(meant.get(i) instanceof ObjectNode wanted)
          || !members.hold(row, ids == null ? wanted : ids.withoutRowId(wanted))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isNothing(JsonNode fortnox) {
    return fortnox.isEmpty();
  }

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return Optional.of(fortnox);
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return new Encoded.Value(unified);
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return fortnox;
  }

  @Override
  public JsonNode nothing() {
    return Fortnox.NOTHING;
  }

  @Override
  public String type() {
    return "array";
  }
}
