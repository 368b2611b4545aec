package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field of the unified model that Fortnox has nothing for.
 *
 * @param empty what it always shows: null or an empty list
 * @param note why, and what to use instead
 */
record NoPlacePart(String name, String type, JsonNode empty, String note) implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    into.set(name, empty.deepCopy());
    return false;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    boolean nothing = Fortnox.isNothing(given) || (given.isContainerNode() && given.isEmpty());
    if (!nothing) {
      draft.warn(Warnings.notStored(pointer, note));
    }
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.withoutFortnox(name, type, true, List.of(), note);
  }
}
