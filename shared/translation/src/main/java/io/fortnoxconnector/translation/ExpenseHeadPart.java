package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field of an expense that becomes a row of its voucher, which {@link ExpenseLinesPart} makes
 * together with the others.
 *
 * @param column what values it takes, and how they show
 * @param held where the value is in a voucher
 */
record ExpenseHeadPart(String name, Column column, Function<ObjectNode, JsonNode> held, String note)
    implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    JsonNode value = held.apply(from.entity());
    into.set(
        name,
        Fortnox.isNothing(value)
            ? Fortnox.NOTHING
            : column.codec().decode(value).orElse(Fortnox.NOTHING));
    return false;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (!Fortnox.isNothing(given) && column.encode(given) instanceof Encoded.Flawed(String flaw)) {
      draft.problem(Problems.invalid(pointer, name, given, flaw));
    }
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    FieldDescription described = new FieldPart(name, column).described(listed);
    return new FieldDescription(
        name,
        described.type(),
        described.format(),
        null,
        false,
        false,
        false,
        true,
        false,
        false,
        described.values(),
        described.fortnoxFields(),
        note,
        described.members());
  }
}
