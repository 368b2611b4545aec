package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.account;
import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.date;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.rows;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

import java.util.stream.Stream;

/** Payments of customers' and of suppliers' invoices. */
final class PaymentTables {

  private static final Payments OF_CUSTOMERS = new Payments("invoices", "Customer", "C");
  private static final Payments TO_SUPPLIERS = new Payments("supplierinvoices", "Supplier", "E");

  static final Register INVOICE_PAYMENTS =
      payments(
              OF_CUSTOMERS,
              "invoicepayments",
              "InvoicePayment",
              "InvoicePayments",
              text("ExternalInvoiceReference1").readOnly().emptyWhenUnset(),
              text("ExternalInvoiceReference2").readOnly().emptyWhenUnset(),
              text("InvoiceCustomerName").readOnly(),
              text("InvoiceCustomerNumber").readOnly(),
              integer("InvoiceNumber").required().refersTo("invoices").listed(),
              account("ModeOfPaymentAccount").refersTo("accounts"),
              text("Number").readOnly().listed(),
              text("Source").readOnly().initially("manual").listed())
          .derive(Payments::account)
          .knowsLastModified()
          .exactSearch("invoicenumber", "InvoiceNumber")
          .sort("paymentdate", "PaymentDate");

  static final Register SUPPLIER_INVOICE_PAYMENTS =
      payments(
          TO_SUPPLIERS,
          "supplierinvoicepayments",
          "SupplierInvoicePayment",
          "SupplierInvoicePayments",
          text("Information"),
          text("InvoiceNumber").required().listed(),
          text("InvoiceSupplierName").readOnly(),
          text("InvoiceSupplierNumber").readOnly(),
          integer("Number").readOnly().listed(),
          choice("Source", "manual", "direct").readOnly().initially("manual").listed());

  private PaymentTables() {}

  private static Register payments(
      Payments payments, String path, String single, String plural, Field... own) {
    var common =
        Stream.of(
            decimal("Amount").roundedTo(2).listed(),
            decimal("AmountCurrency").roundedTo(2),
            bool("Booked").readOnly().initially(false).listed(),
            text("Currency").exactly(3).refersTo("currencies").listed(),
            decimal("CurrencyRate").initially(1).listed(),
            decimal("CurrencyUnit").initially(1).listed(),
            date("InvoiceDueDate").readOnly(),
            text("InvoiceOCR").readOnly(),
            text("InvoiceTotal").readOnly(),
            text("ModeOfPayment").refersTo("modesofpayments"),
            date("PaymentDate").listed(),
            integer("VoucherNumber").readOnly(),
            text("VoucherSeries").readOnly(),
            integer("VoucherYear").readOnly(),
            rows(
                "WriteOffs",
                account("AccountNumber").refersTo("accounts"),
                decimal("Amount"),
                text("CostCenter").refersTo("costcenters"),
                text("Currency").exactly(3).refersTo("currencies"),
                text("Description"),
                text("Project").refersTo("projects"),
                text("TransactionInformation")));
    return register(
            path, single, plural, Stream.concat(Stream.of(own), common).toArray(Field[]::new))
        .scope("payment", "betalningar")
        .numbered("Number")
        .notFound(Refusal.CODE_NOT_KNOWN, "Kan inte hitta betalningen.")
        .lockedWhen(payment -> payment.path("Booked").asBoolean())
        .onCreate(payments::begin)
        .rule(payments::refusal)
        .derive(payments::complete)
        .action("bookkeep", Action.put(payments::bookkeep));
  }
}
