package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;

/** An amount that Fortnox keeps on two sides: in debit it's above 0, in credit below. */
record SignedAmountPart(String name, Column debit, Column credit) implements Part {

  static SignedAmountPart of(String name, String debitField, String creditField) {
    return new SignedAmountPart(name, Columns.amount(debitField), Columns.amount(creditField));
  }

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    JsonNode left = debit.read(from, pointer);
    JsonNode right = credit.read(from, pointer);
    if (left.isNull() && right.isNull()) {
      into.set(name, Fortnox.NOTHING);
      return false;
    }
    into.set(name, DecimalNode.valueOf(left.decimalValue().subtract(right.decimalValue())));
    return true;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (Fortnox.isNothing(given)) {
      new FieldPart(name, debit).write(given, pointer, draft);
      new FieldPart(name, credit).write(given, pointer, draft);
      return;
    }
    switch (debit.encode(given)) {
      case Encoded.Value(JsonNode value) -> {
        BigDecimal amount = value.decimalValue();
        draft.set(debit, pointer, given, DecimalNode.valueOf(amount.max(BigDecimal.ZERO)));
        draft.set(
            credit, pointer, given, DecimalNode.valueOf(amount.negate().max(BigDecimal.ZERO)));
      }
      case Encoded.Flawed(String flaw) ->
          draft.problem(Problems.invalid(pointer, name, given, flaw));
    }
  }

  @Override
  public Stream<Column> columns() {
    return Stream.of(debit, credit);
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    FieldDescription one = new FieldPart(name, debit).described(listed);
    return Descriptions.merged(one, new FieldPart(name, credit).described(listed));
  }
}
