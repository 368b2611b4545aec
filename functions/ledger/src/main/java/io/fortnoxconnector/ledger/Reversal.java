package io.fortnoxconnector.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What takes a journal entry back: the same rows with debit and credit exchanged, as Sweden's
 * Accounting Act wants corrections (Bokföringslagen 1999:1078, chapter 5, section 5: who corrects
 * when, and the two must lead to each other).
 */
final class Reversal {

  /** What a caller may say about it. */
  static final List<String> CHOICES =
      List.of("journalCode", "transactionDate", "description", "comments");

  private static final int LONGEST_DESCRIPTION = 200;

  private static final List<String> OF_ENTRY = List.of("costCenter", "projectId");
  private static final List<String> OF_ROW =
      List.of("accountId", "costCenter", "projectId", "quantity", "transactionInformation");

  private Reversal() {}

  /** The body of its creation. */
  static ObjectNode of(ObjectNode entry, ObjectNode given) {
    ObjectNode reversal = JsonNodeFactory.instance.objectNode();
    copy(entry, reversal, List.of("journalCode", "transactionDate"));
    copy(entry, reversal, OF_ENTRY);
    String words =
        "Rättelse av %s %s: %s"
            .formatted(
                entry.path("journalCode").asText(),
                entry.path("number").asText(),
                entry.path("description").asText());
    reversal.put("description", words.substring(0, Math.min(words.length(), LONGEST_DESCRIPTION)));
    copy(given, reversal, CHOICES);
    if (!given.hasNonNull("transactionDate")) {
      copy(entry, reversal, List.of("fiscalYear"));
    }
    ArrayNode rows = reversal.putArray("journalLineItems");
    for (JsonNode row : entry.path("journalLineItems")) {
      if (!row.path("removed").asBoolean()) {
        rows.add(exchanged(row));
      }
    }
    return reversal;
  }

  private static ObjectNode exchanged(JsonNode row) {
    ObjectNode other = JsonNodeFactory.instance.objectNode();
    copy(row, other, OF_ROW);
    other.set("debit", row.path("credit"));
    other.set("credit", row.path("debit"));
    return other;
  }

  private static void copy(JsonNode from, ObjectNode to, List<String> fields) {
    for (String field : fields) {
      if (from.hasNonNull(field)) {
        to.set(field, from.path(field));
      }
    }
  }
}
