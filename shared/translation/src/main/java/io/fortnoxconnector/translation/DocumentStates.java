package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * The unified model's words for where an invoice is, from Fortnox's {@code Booked}, {@code
 * Cancelled}, {@code Sent}, {@code Balance} and {@code Total}.
 */
final class DocumentStates {
  static final List<String> STATES =
      List.of("DRAFT", "SUBMITTED", "OPEN", "PARTIALLY_PAID", "PAID", "VOIDED");
  static final List<String> PAYMENT_STATES =
      List.of("NO_OPEN_ITEM", "PENDING", "PARTLY_PAID", "PAID", "CANCELED");

  private DocumentStates() {}

  static String status(ObjectNode invoice) {
    if (invoice.path("Cancelled").asBoolean()) {
      return "VOIDED";
    }
    if (!invoice.path("Booked").asBoolean()) {
      return invoice.path("Sent").asBoolean() ? "SUBMITTED" : "DRAFT";
    }
    if (left(invoice).signum() == 0) {
      return "PAID";
    }
    return isWhole(invoice) ? "OPEN" : "PARTIALLY_PAID";
  }

  /** Before it's booked, nobody owes anything. */
  static String paymentStatus(ObjectNode invoice) {
    if (invoice.path("Cancelled").asBoolean()) {
      return "CANCELED";
    }
    if (!invoice.path("Booked").asBoolean()) {
      return "NO_OPEN_ITEM";
    }
    if (left(invoice).signum() == 0) {
      return "PAID";
    }
    return isWhole(invoice) ? "PENDING" : "PARTLY_PAID";
  }

  /** Lists don't say what is to be paid after a tax reduction: the total stands in. */
  private static boolean isWhole(ObjectNode invoice) {
    String field = invoice.has("TotalToPay") ? "TotalToPay" : "Total";
    return left(invoice).compareTo(amount(invoice, field)) == 0;
  }

  private static BigDecimal left(ObjectNode invoice) {
    return amount(invoice, "Balance");
  }

  /** Supplier invoices have their amounts as text. */
  private static BigDecimal amount(ObjectNode invoice, String field) {
    JsonNode held = invoice.path(field);
    return Fortnox.isNothing(held) ? BigDecimal.ZERO : new BigDecimal(held.asText().strip());
  }
}
