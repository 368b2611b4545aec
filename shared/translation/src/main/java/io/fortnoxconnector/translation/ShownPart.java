package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** A field that follows from others, with no field of Fortnox's own: it can only be read. */
interface ShownPart extends Part {

  @Override
  default void write(JsonNode given, String pointer, Draft draft) {
    if (!Fortnox.isNothing(given)) {
      draft.warn(Warnings.readOnly(pointer, name()));
    }
  }

  @Override
  default Stream<Column> columns() {
    return Stream.empty();
  }
}
