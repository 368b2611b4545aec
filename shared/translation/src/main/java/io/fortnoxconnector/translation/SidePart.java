package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which side of the ledger a row's amount stands on. Fortnox has a field for each side; the unified
 * model has one for the side and others for the amount ({@link SidedAmountPart}).
 */
record SidePart(String name) implements Part {
  static final List<String> SIDES = List.of("DEBIT", "CREDIT");
  private static final String NOTE =
      "Says what totalGrossAmount and totalNetAmount are; debit and credit say it themselves.";

  /** The side that holds an amount; empty for a row of 0. */
  static Optional<String> of(JsonNode row) {
    return SIDES.stream().filter(side -> isOn(row, side)).findFirst();
  }

  static Column column(String side) {
    return Columns.amount(side.equals("DEBIT") ? "Debit" : "Credit");
  }

  private static boolean isOn(JsonNode row, String side) {
    Column column = column(side);
    return !column.codec().isNothing(column.place().in(row));
  }

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    Optional<String> side = of(from.entity());
    into.set(name, side.<JsonNode>map(TextNode::valueOf).orElseGet(NullNode::getInstance));
    return side.isPresent();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (!Fortnox.isNothing(given) && !(given.isTextual() && SIDES.contains(given.asText()))) {
      draft.problem(
          Problems.invalid(pointer, name, given, "must be one of " + String.join(", ", SIDES)));
    }
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.written(name, "string", SIDES, NOTE);
  }
}
