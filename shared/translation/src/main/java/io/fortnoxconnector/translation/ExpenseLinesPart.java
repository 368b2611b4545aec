package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an expense was for. With the VAT and the account that it was paid from, which the body has
 * beside it, the lines become the rows of a voucher.
 */
record ExpenseLinesPart(String name, Members members, String note) implements Part {
  /** Spellings of the account that it was paid from. */
  static final List<String> PAID_FROM = List.of("accountId", "accountCode", "accountNumber");

  static final String TAX_ACCOUNT = "taxAccountId";
  static final String TAX = "totalTaxAmount";
  static final String GROSS = "totalGrossAmount";
  static final String TYPE = "type";

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    if (!from.entity().path(ExpenseRows.ROWS).isArray()) {
      into.set(name, Fortnox.NOTHING);
      return false;
    }
    ArrayNode list = into.putArray(name);
    for (ObjectNode row : ExpenseRows.lines(from.entity())) {
      String at = Pointers.child(pointer, list.size());
      members.read(
          new Reading(row, Map.of(), from.partial(), from.warnings()), at, list.addObject());
    }
    return !list.isEmpty();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    write(given, MissingNode.getInstance(), pointer, draft);
  }

  @Override
  public void write(JsonNode given, JsonNode whole, String pointer, Draft draft) {
    if (Fortnox.isNothing(given)) {
      draft.problem(Problems.required(pointer, name));
      return;
    }
    if (!given.isArray() || given.isEmpty()) {
      draft.problem(Problems.wrongShape(pointer, name, "an array of one line or more"));
      return;
    }
    List<ObjectNode> rows = lines(given, pointer, draft);
    BigDecimal tax = whole.path(TAX).decimalValue();
    if (tax.signum() != 0) {
      rows.add(row(account(whole, List.of(TAX_ACCOUNT), draft), tax));
    }
    BigDecimal gross =
        rows.stream()
            .map(
                row -> row.path("Debit").decimalValue().subtract(row.path("Credit").decimalValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.path(GROSS).isNumber() && whole.path(GROSS).decimalValue().compareTo(gross) != 0) {
      String flaw = "isn't the sum of the lines and " + TAX + ", " + gross.toPlainString();
      draft.problem(Problems.invalid("/" + GROSS, GROSS, whole.path(GROSS), flaw));
    }
    rows.add(row(account(whole, PAID_FROM, draft), gross.negate()));
    boolean refund = whole.path(TYPE).asText().equals("REFUND");
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    rows.forEach(row -> all.add(refund ? ExpenseRows.turned(row) : row));
    draft.set(FortnoxPath.of(ExpenseRows.ROWS), pointer, all);
  }

  private List<ObjectNode> lines(JsonNode given, String pointer, Draft draft) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String at = Pointers.child(pointer, i);
      if (!given.get(i).isObject()) {
        draft.problem(Problems.wrongShape(at, "A line of " + name, "an object"));
        continue;
      }
      Draft row = draft.ofRow(WriteMode.CREATE);
      members.refuseUnknown(given.get(i), at, Set.of(), row);
      members.write(given.get(i), at, row);
      for (Map.Entry<String, String> needed :
          Map.of("Account", "accountId", "Debit", "totalNetAmount").entrySet()) {
        if (row.given(needed.getKey()).isEmpty()) {
          String field = needed.getValue();
          draft.problem(Problems.required(Pointers.child(at, field), field));
        }
      }
      rows.add(row.entity());
    }
    return rows;
  }

  private static ObjectNode row(JsonNode account, BigDecimal amount) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.set("Account", account);
    return row.put("Debit", amount.max(BigDecimal.ZERO))
        .put("Credit", amount.negate().max(BigDecimal.ZERO));
  }

  /** The account that one of the spellings gives; those that are given agree. */
  private static JsonNode account(JsonNode whole, List<String> spellings, Draft draft) {
    List<String> given =
        spellings.stream().filter(field -> !Fortnox.isNothing(whole.path(field))).toList();
    if (given.isEmpty()) {
      String field = spellings.getFirst();
      draft.problem(Problems.required("/" + field, field));
      return Fortnox.NOTHING;
    }
    String number = whole.path(given.getFirst()).asText();
    given.stream()
        .filter(field -> !whole.path(field).asText().equals(number))
        .forEach(
            field -> draft.problem(Problems.contradiction("/" + field, "/" + given.getFirst())));
    // What isn't a number of an account is refused by the field itself.
    return number.matches("[0-9]{4}") ? IntNode.valueOf(Integer.parseInt(number)) : Fortnox.NOTHING;
  }

  @Override
  public Stream<Column> columns() {
    return Stream.of(new Column(ExpenseRows.ROWS, new RowsCodec(members, null, OwnRows.NONE)));
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    List<FieldDescription> described =
        members.described(Set.of()).stream()
            .map(member -> Descriptions.within(ExpenseRows.ROWS, member))
            .toList();
    return Descriptions.object(name, "array", false, note, described);
  }
}
