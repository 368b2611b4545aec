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

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Supplier invoices, and the credits among them. */
final class SupplierInvoiceTables {

  static final Register SUPPLIER_INVOICES =
      register(
              "supplierinvoices",
              "SupplierInvoice",
              "SupplierInvoices",
              choice("AccountingMethod", "ACCRUAL", "CASH").readOnly().initially("ACCRUAL"),
              decimal("AdministrationFee").roundedTo(2).initially(0).asText(),
              text("AuthorizerName").readOnly().emptyWhenUnset().listed(),
              decimal("Balance").readOnly().initially(0).asText().listed(),
              bool("Booked").readOnly().initially(false).listed(),
              bool("Cancelled").readOnly().initially(false).listedAs("Cancel"),
              text("Comments", 1000).emptyWhenUnset(),
              text("CostCenter").refersTo("costcenters").emptyWhenUnset().listed(),
              bool("Credit").readOnly().initially(false).listed(),
              integer("CreditReference").readOnly(),
              text("Currency").exactly(3).refersTo("currencies").listed(),
              decimal("CurrencyRate").asText().listed(),
              decimal("CurrencyUnit").initially(1).listed(),
              bool("DisablePaymentFile").initially(false),
              date("DueDate").required().listed(),
              text("ExternalInvoiceNumber").emptyWhenUnset().listed(),
              text("ExternalInvoiceSeries").emptyWhenUnset().listed(),
              date("FinalPayDate").readOnly().listed(),
              decimal("Freight").roundedTo(2).initially(0).asText(),
              text("GivenNumber").readOnly().listed(),
              date("InvoiceDate").listed(),
              text("InvoiceNumber", 64).emptyWhenUnset().listed(),
              text("OCR").emptyWhenUnset(),
              text("OurReference", 50).emptyWhenUnset(),
              bool("PaymentPending").initially(false),
              text("Project").refersTo("projects").emptyWhenUnset().listed(),
              decimal("RoundOffValue").roundedTo(2).initially(0).asText(),
              choice("SalesType", "STOCK", "SERVICE").initially("STOCK"),
              rows(
                  "SupplierInvoiceRows",
                  account("Account").refersTo("accounts"),
                  text("AccountDescription").emptyWhenUnset(),
                  text("ArticleNumber").refersTo("articles").emptiedByNull().emptyWhenUnset(),
                  choice("Code", SupplierInvoiceRows.CODES).emptiedByNull(),
                  text("CostCenter").refersTo("costcenters").emptyWhenUnset(),
                  decimal("Credit").roundedTo(2).initially(0),
                  decimal("CreditCurrency").roundedTo(2).initially(0),
                  decimal("Debit").roundedTo(2).initially(0),
                  decimal("DebitCurrency").roundedTo(2).initially(0),
                  text("ItemDescription").emptyWhenUnset(),
                  decimal("Price").roundedTo(2).initially(0),
                  text("Project").refersTo("projects").emptyWhenUnset(),
                  integer("Quantity").initially(0),
                  text("StockLocationCode").emptiedByNull(),
                  text("StockPointCode").emptiedByNull(),
                  decimal("Total").readOnly().initially(0),
                  text("TransactionInformation", 100).emptyWhenUnset(),
                  text("Unit").readOnly().emptyWhenUnset()),
              text("SupplierName").readOnly().emptyWhenUnset().listed(),
              text("SupplierNumber").required().refersTo("suppliers").listed(),
              decimal("Total").roundedTo(2).asText().listed(),
              decimal("VAT").roundedTo(2).asText(),
              choice("VATType", "NORMAL", "EUINTERNAL", "REVERSE").initially("NORMAL"),
              integer("VoucherNumber").readOnly(),
              text("VoucherSeries").readOnly(),
              integer("VoucherYear").readOnly(),
              rows(
                      "Vouchers",
                      integer("Number"),
                      text("ReferenceType"),
                      text("Series"),
                      integer("Year"))
                  .readOnly()
                  .listed(),
              text("YourReference", 50).emptyWhenUnset())
          .scope("supplierinvoice", "leverantörsfakturor")
          .numbered("GivenNumber")
          .notFound(2000434, "Kan inte hitta fakturan.")
          .without("DELETE")
          .action("approvalbookkeep", Action.put(SupplierInvoiceActions::approveBookkeeping))
          .action("approvalpayment", Action.put(SupplierInvoiceActions::approvePayment))
          .action("bookkeep", Action.put(SupplierInvoiceActions::bookkeep))
          .action("cancel", Action.put(SupplierInvoiceActions::cancel))
          .action("credit", Action.put(SupplierInvoiceActions::credit))
          .knowsLastModified()
          .lockedWhen(invoice -> isBooked(invoice) || isCancelled(invoice))
          .onCreate(SupplierInvoiceDefaults::of)
          .derive(SupplierInvoiceRows::complete)
          .derive(SupplierInvoiceTables::rest)
          .filter("cancelled", SupplierInvoiceTables::isCancelled)
          .filter("fullypaid", invoice -> isBooked(invoice) && !owes(invoice))
          .filter("unpaid", invoice -> isBooked(invoice) && owes(invoice))
          .filterByDay(
              "unpaidoverdue",
              (invoice, today) ->
                  isBooked(invoice)
                      && owes(invoice)
                      && invoice.path("DueDate").asText().compareTo(today.toString()) < 0)
          .filter("unbooked", invoice -> !isBooked(invoice) && !isCancelled(invoice))
          .filter("pendingpayment", invoice -> invoice.path("PaymentPending").asBoolean())
          // No company here has its supplier invoices approved.
          .filter("authorizepending", invoice -> false)
          .search("suppliernumber", "SupplierNumber")
          .search("suppliername", "SupplierName")
          .search("ocr", "OCR")
          .search("invoicenumber", "InvoiceNumber")
          .search("serialnumber", "GivenNumber")
          .search("costcenter", "CostCenter")
          .search("project", "Project")
          .search("ourreference", "OurReference")
          .search("yourreference", "YourReference")
          .from("fromdate", "InvoiceDate")
          .until("todate", "InvoiceDate")
          .from("fromfinalpaydate", "FinalPayDate")
          .until("tofinalpaydate", "FinalPayDate");

  private SupplierInvoiceTables() {}

  static boolean isBooked(ObjectNode invoice) {
    return invoice.path("Booked").asBoolean();
  }

  static boolean isCancelled(ObjectNode invoice) {
    return invoice.path("Cancelled").asBoolean();
  }

  private static boolean owes(ObjectNode invoice) {
    return invoice.path("Balance").decimalValue().signum() != 0;
  }

  private static void rest(ObjectNode invoice, Books books) {
    books
        .store("suppliers")
        .find(invoice.path("SupplierNumber").asText())
        .ifPresent(supplier -> invoice.set("SupplierName", supplier.values().path("Name")));
    if (!isBooked(invoice) && !isCancelled(invoice)) {
      invoice.set("Balance", invoice.path("Total"));
    }
    invoice.put("Credit", invoice.path("Total").decimalValue().signum() < 0);
    invoice.withArray("/Vouchers");
  }
}
