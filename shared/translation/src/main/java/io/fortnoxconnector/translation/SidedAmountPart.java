package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row's amount, on the side that another field of the row names.
 *
 * @param sideField the unified field that says DEBIT or CREDIT
 */
record SidedAmountPart(String name, String sideField, String note) implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    JsonNode amount =
        SidePart.of(from.entity())
            .map(side -> SidePart.column(side).read(from, pointer))
            .orElse(Fortnox.NOTHING);
    into.set(name, amount);
    return !amount.isNull();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    write(given, given, pointer, draft);
  }

  @Override
  public void write(JsonNode given, JsonNode whole, String pointer, Draft draft) {
    if (Fortnox.isNothing(given)) {
      return;
    }
    String side = whole.path(sideField).asText();
    if (side.isEmpty()) {
      String row = pointer.substring(0, pointer.lastIndexOf('/'));
      draft.problem(Problems.required(Pointers.child(row, sideField), sideField));
    } else if (SidePart.SIDES.contains(side)) {
      new FieldPart(name, SidePart.column(side)).write(given, pointer, draft);
    }
  }

  @Override
  public Stream<Column> columns() {
    return SidePart.SIDES.stream().map(SidePart::column);
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.written(name, "number", List.of(), note);
  }
}
