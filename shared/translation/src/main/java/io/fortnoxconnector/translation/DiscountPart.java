package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row's discount of one kind. Fortnox has one number and says beside it what it means; the
 * unified model has a field for each meaning.
 *
 * @param kind Fortnox's word for it: PERCENT, which it is where none stands, or AMOUNT
 */
record DiscountPart(String name, String kind, Column discount) implements Part {
  private static final String PERCENT = "PERCENT";
  private static final Column KIND = Columns.choice("DiscountType", "AMOUNT", PERCENT);

  static DiscountPart percentage(String name) {
    return new DiscountPart(name, PERCENT, Columns.percentage("Discount"));
  }

  static DiscountPart amount(String name) {
    return new DiscountPart(name, "AMOUNT", Columns.amount("Discount"));
  }

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    boolean isMine = KIND.place().in(from.entity()).asText(PERCENT).equals(kind);
    JsonNode value = isMine ? discount.read(from, pointer) : Fortnox.NOTHING;
    into.set(name, value);
    return !value.isNull();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (Fortnox.isNothing(given)) {
      new FieldPart(name, discount).write(given, pointer, draft);
      return;
    }
    switch (discount.encode(given)) {
      case Encoded.Value(JsonNode value) -> {
        draft.set(discount, pointer, given, value);
        draft.set(KIND, pointer, given, TextNode.valueOf(kind));
      }
      case Encoded.Flawed(String flaw) ->
          draft.problem(Problems.invalid(pointer, name, given, flaw));
    }
  }

  @Override
  public Stream<Column> columns() {
    return Stream.of(discount, KIND);
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    FieldDescription one = new FieldPart(name, discount).described(listed);
    return Descriptions.merged(one, new FieldPart(name, KIND).described(listed));
  }
}
