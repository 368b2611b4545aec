package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** What can be done to an invoice, and when. */
final class InvoiceActions {

  private InvoiceActions() {}

  /** It gets a voucher; one without an amount counts as paid (recorded). */
  static Optional<Refusal> bookkeep(ObjectNode invoice, Books books) {
    if (is(invoice, "Booked") || is(invoice, "Cancelled")) {
      return Optional.of(Refusal.locked());
    }
    var vouchers =
        books.store("invoices").all().stream().filter(row -> is(row.values(), "Booked")).count();
    invoice.put("Booked", true);
    invoice.put("VoucherSeries", "B");
    invoice.put("VoucherNumber", (int) vouchers + 1);
    invoice.put("VoucherYear", 1);
    if (invoice.path("Balance").decimalValue().signum() == 0) {
      invoice.put("FinalPayDate", books.now().toLocalDate().toString());
    }
    return Optional.empty();
  }

  static Optional<Refusal> cancel(ObjectNode invoice, Books books) {
    if (is(invoice, "Booked") || is(invoice, "Cancelled")) {
      return Optional.of(Refusal.locked());
    }
    invoice.put("Cancelled", true);
    invoice.put("Balance", 0);
    return Optional.empty();
  }

  /** A booked invoice gets one credit invoice, with the same rows in negative numbers. */
  static Optional<Refusal> credit(ObjectNode invoice, Books books) {
    var alreadyCredited = !invoice.path("CreditInvoiceReference").asText().equals("0");
    if (!is(invoice, "Booked") || alreadyCredited || is(invoice, "Credit")) {
      return Optional.of(Refusal.locked());
    }
    var store = books.store("invoices");
    var number = store.nextNumber("");
    var credit = invoice.deepCopy();
    credit.put("DocumentNumber", number);
    credit.put("Credit", "true");
    credit.set("CreditInvoiceReference", invoice.path("DocumentNumber"));
    credit.put("Booked", false);
    credit.put("Sent", false);
    for (var field :
        new String[] {
          "OCR", "Balance", "FinalPayDate", "VoucherSeries", "VoucherNumber", "VoucherYear"
        }) {
      credit.remove(field);
    }
    for (var fee : new String[] {"AdministrationFee", "Freight"}) {
      credit.put(fee, credit.path(fee).decimalValue().negate());
    }
    for (var row : credit.path("InvoiceRows")) {
      var quantity = row.path("DeliveredQuantity").decimalValue().negate();
      ((ObjectNode) row).put("DeliveredQuantity", quantity).put("RowId", books.nextRowId());
    }
    books.add("invoices", number, credit);
    invoice.set("CreditInvoiceReference", TextNode.valueOf(number));
    return Optional.empty();
  }

  /** Of every kind of document. */
  static Optional<Refusal> send(ObjectNode invoice, Books books) {
    invoice.put("Sent", true);
    return Optional.empty();
  }

  static Optional<Refusal> remind(ObjectNode invoice, Books books) {
    invoice.put("Reminders", invoice.path("Reminders").asInt() + 1);
    invoice.put("LastRemindDate", books.now().toLocalDate().toString());
    return Optional.empty();
  }

  static Optional<Refusal> ready(ObjectNode invoice, Books books) {
    invoice.put("WarehouseReady", true);
    return Optional.empty();
  }

  private static boolean is(ObjectNode invoice, String flag) {
    return invoice.path(flag).asBoolean();
  }
}
