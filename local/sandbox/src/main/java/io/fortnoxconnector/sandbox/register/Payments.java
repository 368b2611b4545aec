package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What payments do to the invoices that they're of.
 *
 * @param invoices their register
 * @param party who is the other side: the beginning of its fields' names
 * @param series what its vouchers are numbered in
 */
record Payments(String invoices, String party, String series) {

  /** Fields that a payment shows of its invoice, where the invoice has them. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "Currency", "Currency",
          "CurrencyRate", "CurrencyRate",
          "CurrencyUnit", "CurrencyUnit",
          "InvoiceDueDate", "DueDate",
          "InvoiceOCR", "OCR",
          "ExternalInvoiceReference1", "ExternalInvoiceReference1",
          "ExternalInvoiceReference2", "ExternalInvoiceReference2");

  /** A new payment is of all that is left, today, by bankgiro, unless it says otherwise. */
  void begin(ObjectNode input, ObjectNode payment, Books books) {
    payment.put("PaymentDate", books.now().toLocalDate().toString()).put("ModeOfPayment", "BG");
    invoice(input, books)
        .ifPresent(
            invoice -> {
              SHOWN.forEach(
                  (field, source) -> {
                    if (invoice.hasNonNull(source)
                        && (!field.startsWith("External") || party.equals("Customer"))) {
                      payment.set(field, invoice.get(source));
                    }
                  });
              payment.set("Invoice" + party + "Name", invoice.path(party + "Name"));
              payment.set("Invoice" + party + "Number", invoice.path(party + "Number"));
              payment.put("InvoiceTotal", invoice.path("Total").asText());
            });
  }

  Optional<Refusal> refusal(ObjectNode payment, Books books) {
    Optional<ObjectNode> invoice = invoice(payment, books);
    if (invoice.isEmpty()) {
      return Optional.of(Refusal.invalid(2000434, "Kan inte hitta fakturan."));
    }
    if (invoice.get().path("Cancelled").asBoolean()) {
      return Optional.of(Refusal.locked());
    }
    return isBooked(invoice.get()) && balance(invoice.get()).signum() == 0
        ? Optional.of(Refusal.alreadyPaid())
        : Optional.empty();
  }

  /** What isn't said follows: the amount from what is left, and one amount from the other. */
  void complete(ObjectNode payment, Books books) {
    BigDecimal rate =
        payment
            .path("CurrencyRate")
            .decimalValue()
            .divide(number(payment, "CurrencyUnit", BigDecimal.ONE), 10, RoundingMode.HALF_UP);
    if (!payment.has("Amount") && !payment.has("AmountCurrency")) {
      payment.put(
          "AmountCurrency", invoice(payment, books).map(Payments::balance).orElse(BigDecimal.ZERO));
    }
    if (!payment.has("Amount")) {
      payment.put(
          "Amount", Amounts.rounded(payment.path("AmountCurrency").decimalValue().multiply(rate)));
    } else if (!payment.has("AmountCurrency")) {
      payment.put(
          "AmountCurrency",
          Amounts.rounded(
              payment.path("Amount").decimalValue().divide(rate, 10, RoundingMode.HALF_UP)));
    }
  }

  /** The account that a mode of payment has, unless another one is named. */
  static void account(ObjectNode payment, Books books) {
    if (!payment.has("ModeOfPaymentAccount")) {
      books
          .store("modesofpayments")
          .find(payment.path("ModeOfPayment").asText())
          .ifPresent(
              mode ->
                  payment.put(
                      "ModeOfPaymentAccount",
                      Integer.parseInt(mode.values().path("AccountNumber").asText())));
    }
  }

  /** The invoice's balance goes down by what is paid and what is written off. */
  Optional<Refusal> bookkeep(ObjectNode payment, Books books) {
    Optional<ObjectNode> found = invoice(payment, books);
    if (payment.path("Booked").asBoolean() || found.filter(Payments::isBooked).isEmpty()) {
      return Optional.of(Refusal.locked());
    }
    var invoice = found.get();
    if (balance(invoice).signum() == 0) {
      return Optional.of(Refusal.alreadyPaid());
    }
    var left = balance(invoice).subtract(payment.path("AmountCurrency").decimalValue());
    for (JsonNode writtenOff : payment.path("WriteOffs")) {
      left = left.subtract(writtenOff.path("Amount").decimalValue());
    }
    invoice.put("Balance", Amounts.rounded(left));
    if (left.signum() == 0) {
      invoice.set("FinalPayDate", payment.path("PaymentDate"));
    }
    String number = payment.path("InvoiceNumber").asText();
    books.store(invoices).put(new Row(number, invoice, books.now()));
    payment.put("Booked", true);
    payment.put("VoucherSeries", series);
    payment.put("VoucherNumber", payment.path("Number").asInt());
    payment.put("VoucherYear", 2);
    return Optional.empty();
  }

  private Optional<ObjectNode> invoice(ObjectNode payment, Books books) {
    return Catalogue.find(invoices)
        .flatMap(register -> books.store(register).find(payment.path("InvoiceNumber").asText()))
        .map(row -> row.values().deepCopy());
  }

  private static boolean isBooked(ObjectNode invoice) {
    return invoice.path("Booked").asBoolean();
  }

  private static BigDecimal balance(ObjectNode invoice) {
    return number(invoice, "Balance", BigDecimal.ZERO);
  }

  private static BigDecimal number(ObjectNode record, String field, BigDecimal otherwise) {
    return record.hasNonNull(field) ? new BigDecimal(record.path(field).asText()) : otherwise;
  }
}
