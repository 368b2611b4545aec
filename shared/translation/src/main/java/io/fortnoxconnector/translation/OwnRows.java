package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of a document that Fortnox makes by itself from the document's other fields, such as a
 * supplier invoice's debt and its VAT. They're no lines of the document: nobody bought them.
 *
 * @param code the field of a row that says which one it is
 * @param causes the codes of such rows, each with the document's field that the row follows from
 */
record OwnRows(String code, Map<String, String> causes) {
  /** For documents whose rows are all lines. */
  static final OwnRows NONE = new OwnRows("", Map.of());

  /** Compares numbers by value, and words as they are. */
  private static final Codec AMOUNT = new DecimalCodec(BigDecimal.ZERO, BigDecimal.ZERO, 0, true);

  boolean has(JsonNode row) {
    return causes.containsKey(row.path(code).asText());
  }

  /** The rows that are lines. */
  Stream<JsonNode> lines(JsonNode rows) {
    return rows.valueStream().filter(row -> !has(row));
  }

  /**
   * The codes of rows that an update leaves out: Fortnox makes them anew of a field that the update
   * changes, or the update has one itself.
   */
  Set<String> madeAnew(ObjectNode document, ObjectNode update, List<ObjectNode> given) {
    Set<String> codes =
        given.stream().map(row -> row.path(code).asText()).collect(Collectors.toSet());
    causes.forEach(
        (rowCode, field) -> {
          if (update.has(field) && !isSame(document.path(field), update.path(field))) {
            codes.add(rowCode);
          }
        });
    return codes;
  }

  private static boolean isSame(JsonNode held, JsonNode sent) {
    return AMOUNT.isNothing(held)
        ? AMOUNT.isNothing(sent)
        : AMOUNT.comparable(held).equals(AMOUNT.comparable(sent));
  }
}
