package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much of a line is ordered. Fortnox adds up and invoices what is delivered, so where a whole
 * line is given without that, all of it counts as delivered: else the order would come to 0.
 *
 * @param deliveredField the line's other field, which says how much is delivered
 */
record OrderedQuantityPart(String name, String deliveredField, Column ordered, Column delivered)
    implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    return field().read(from, pointer, into);
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    field().write(given, pointer, draft);
  }

  @Override
  public void write(JsonNode given, JsonNode whole, String pointer, Draft draft) {
    write(given, pointer, draft);
    if (draft.mode() != WriteMode.PATCH
        && Fortnox.isNothing(whole.path(deliveredField))
        && ordered.encode(given) instanceof Encoded.Value(JsonNode value)) {
      draft.set(delivered, pointer, given, value);
    }
  }

  private Part field() {
    return new FieldPart(name, ordered);
  }

  @Override
  public Stream<Column> columns() {
    return field().columns();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.noted(
        field().described(listed),
        "What is ordered. Fortnox adds up and invoices what is delivered, "
            + deliveredField
            + ": where a whole line is given without that, it's the same.");
  }
}
