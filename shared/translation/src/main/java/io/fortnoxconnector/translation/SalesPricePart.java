package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An item's sales price. The article shows it and refuses it (2000321): it's written to the
 * company's preselected price list, {@link SalesPrice}.
 */
record SalesPricePart(String name) implements Part {
  private static final Column SHOWN = Columns.amount("SalesPrice").neverEmpty();

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    List<ObjectNode> written = from.rows().get(name());
    JsonNode value =
        written == null ? SHOWN.read(from, pointer) : written.getFirst().path(SalesPrice.PRICE);
    into.set(name, value);
    return !value.isNull();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    Draft own = draft.ofRow(draft.mode());
    new FieldPart(name, SHOWN).write(given, pointer, own);
    own.given(SHOWN.place().name())
        .ifPresent(
            price -> {
              ObjectNode row = JsonNodeFactory.instance.objectNode();
              row.set(SalesPrice.PRICE, price.value());
              draft.rows(name, List.of(row));
            });
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.noted(
        new FieldPart(name, SHOWN).described(listed),
        "Of the company's preselected price list, to which it's written in further calls; needs"
            + " the scope price. Others: /accounting/prices.");
  }
}
