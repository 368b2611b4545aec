package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What can be done to a supplier invoice, and when. */
final class SupplierInvoiceActions {
  private static final String SERIES = "L";

  private SupplierInvoiceActions() {}

  static Optional<Refusal> approveBookkeeping(ObjectNode invoice, Books books) {
    return locked(invoice);
  }

  static Optional<Refusal> approvePayment(ObjectNode invoice, Books books) {
    return SupplierInvoiceTables.isCancelled(invoice)
        ? Optional.of(Refusal.locked())
        : Optional.empty();
  }

  static Optional<Refusal> cancel(ObjectNode invoice, Books books) {
    Optional<Refusal> refusal = locked(invoice);
    if (refusal.isEmpty()) {
      invoice.put("Cancelled", true).put("Balance", BigDecimal.ZERO);
    }
    return refusal;
  }

  /** Its rows become a voucher of the series for supplier invoices. */
  static Optional<Refusal> bookkeep(ObjectNode invoice, Books books) {
    if (locked(invoice).isPresent()) {
      return locked(invoice);
    }
    if (SupplierInvoiceRows.difference(invoice).signum() != 0) {
      return Optional.of(Refusal.supplierInvoiceUnbalanced());
    }
    Optional<Integer> year = books.years().of(invoice.path("InvoiceDate").asText());
    if (year.isEmpty()) {
      return Optional.of(Refusal.wrongYear());
    }
    ObjectNode voucher = voucher(invoice, year.get());
    Optional<Refusal> refusal =
        VoucherTables.VOUCHERS.rules.stream()
            .flatMap(rule -> rule.refusal(voucher, books).stream())
            .findFirst();
    if (refusal.isPresent()) {
      return refusal;
    }
    int number = Integer.parseInt(add(voucher, year.get(), books));
    invoice.put("Booked", true);
    invoice.put("VoucherSeries", SERIES).put("VoucherNumber", number);
    invoice.put("VoucherYear", year.get());
    invoice
        .putArray("Vouchers")
        .addObject()
        .put("Number", number)
        .put("ReferenceType", "SUPPLIERINVOICE")
        .put("Series", SERIES)
        .put("Year", year.get());
    if (invoice.path("Balance").decimalValue().signum() == 0) {
      invoice.put("FinalPayDate", books.now().toLocalDate().toString());
    }
    return Optional.empty();
  }

  private static ObjectNode voucher(ObjectNode invoice, int year) {
    ObjectNode voucher = FortnoxJson.object();
    voucher.put("VoucherSeries", SERIES).put("Year", year);
    voucher.put("ReferenceType", "SUPPLIERINVOICE").put("ApprovalState", 0);
    voucher.set("ReferenceNumber", invoice.path("GivenNumber"));
    voucher.set("TransactionDate", invoice.path("InvoiceDate"));
    voucher.put(
        "Description",
        "Leverantörsfaktura "
            + invoice.path("GivenNumber").asText()
            + ", "
            + invoice.path("SupplierName").asText());
    for (JsonNode row : invoice.path("SupplierInvoiceRows")) {
      ObjectNode copy = voucher.withArray("/VoucherRows").addObject();
      for (String field :
          List.of(
              "Account", "Debit", "Credit", "CostCenter", "Project", "TransactionInformation")) {
        if (row.hasNonNull(field)) {
          copy.set(field, row.get(field));
        }
      }
      copy.put("Removed", false).put("Quantity", 0);
    }
    return voucher;
  }

  private static String add(ObjectNode voucher, int year, Books books) {
    Register vouchers = VoucherTables.VOUCHERS;
    Store store = books.store(vouchers, year);
    String number = store.nextNumber(SERIES);
    voucher.put("VoucherNumber", Integer.parseInt(number));
    vouchers.derivations.forEach(derivation -> derivation.accept(voucher, books));
    store.put(new Row(vouchers.key.of(voucher), voucher, books.now()));
    vouchers.consequences.forEach(consequence -> consequence.accept(voucher, books));
    return number;
  }

  /** A booked one gets one credit, with the same rows on the other side. */
  static Optional<Refusal> credit(ObjectNode invoice, Books books) {
    if (!SupplierInvoiceTables.isBooked(invoice)
        || invoice.hasNonNull("CreditReference")
        || invoice.path("Credit").asBoolean()) {
      return Optional.of(Refusal.locked());
    }
    String number = books.store("supplierinvoices").nextNumber("");
    ObjectNode credit = invoice.deepCopy();
    credit.remove(List.of("FinalPayDate", "VoucherSeries", "VoucherNumber", "VoucherYear"));
    credit.put("GivenNumber", number).put("Booked", false);
    credit.set("CreditReference", credit.numberNode(invoice.path("GivenNumber").asInt()));
    credit.putArray("Vouchers");
    for (String field : List.of("Total", "VAT", "Freight", "AdministrationFee", "RoundOffValue")) {
      credit.put(field, credit.path(field).decimalValue().negate());
    }
    for (JsonNode row : credit.path("SupplierInvoiceRows")) {
      turn((ObjectNode) row);
    }
    books.add("supplierinvoices", number, credit);
    invoice.put("CreditReference", Integer.parseInt(number));
    return Optional.empty();
  }

  private static void turn(ObjectNode row) {
    JsonNode debit = row.path("Debit");
    row.set("Debit", row.path("Credit"));
    row.set("Credit", debit);
    row.put("Quantity", -row.path("Quantity").asInt());
  }

  private static Optional<Refusal> locked(ObjectNode invoice) {
    return SupplierInvoiceTables.isBooked(invoice) || SupplierInvoiceTables.isCancelled(invoice)
        ? Optional.of(Refusal.locked())
        : Optional.empty();
  }
}
