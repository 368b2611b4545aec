package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.amountInText;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.rate;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Columns.wholeNumber;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Payments of customer and of supplier invoices, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_InvoicePayments">Fortnox: Invoice Payments</a>
 * and <a href="https://apps.fortnox.se/apidocs#tag/fortnox_SupplierInvoicePayments">Supplier
 * Invoice Payments</a>, as the unified model's transactions.
 */
public final class Payments {
  private static final String TWO_DOCUMENTS =
      "Of Fortnox's documents one knows this filter and one doesn't; one that Fortnox ignores would"
          + " find everything.";

  /** What customers pay. */
  public static final Resource INVOICE_PAYMENTS =
      own(
              transaction(
                  resource("invoicePayments", "/3/invoicepayments")
                      .wrappedIn("InvoicePayment", "InvoicePayments")
                      .field("accountId", accountNumber("ModeOfPaymentAccount").neverEmpty())
                      .field("accountNumber", integer("ModeOfPaymentAccount", 9999).neverEmpty())
                      .field("contact", text("InvoiceCustomerName").readOnly())
                      .hasNoPlaceFor(
                          "description", "string", "Fortnox keeps no text with what comes in."),
                  "RECEIVE"),
              "InvoiceCustomerNumber")
          .field(
              "invoiceId",
              wholeNumber("InvoiceNumber", 1, 999_999_999).requiredOnCreate().onCreateOnly())
          .field("externalReference1", text("ExternalInvoiceReference1").readOnly())
          .field("externalReference2", text("ExternalInvoiceReference2").readOnly())
          .equal("invoiceId", "invoicenumber")
          .lastModified()
          .filter("sortBy", "sortby", word("bookingDate", "paymentdate"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .foundAgainBy("InvoiceNumber", "invoicenumber")
          .build();

  /** What suppliers are paid. */
  public static final Resource BILL_PAYMENTS =
      own(
              transaction(
                  resource("billPayments", "/3/supplierinvoicepayments")
                      .wrappedIn("SupplierInvoicePayment", "SupplierInvoicePayments")
                      .hasNoPlaceFor(
                          "accountId", "string", "Fortnox takes the paymentMethod's account.")
                      .hasNoPlaceFor(
                          "accountNumber", "number", "Fortnox takes the paymentMethod's account.")
                      .field("contact", text("InvoiceSupplierName").readOnly())
                      .field("description", text("Information")),
                  "SPEND"),
              "InvoiceSupplierNumber")
          .field("billId", text("InvoiceNumber").requiredOnCreate().onCreateOnly())
          .cannotFilterBy("billId", TWO_DOCUMENTS)
          .cannotFilterBy("lastModifiedAt", TWO_DOCUMENTS)
          .foundAgainByMere("InvoiceNumber", "invoicenumber")
          .build();

  private Payments() {}

  /** The fields of the unified model. */
  private static ResourceBuilder transaction(ResourceBuilder payment, String type) {
    return payment
        .scope("payment")
        .numberedBy("Number")
        .allows(
            Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH, Operation.DELETE)
        .action(
            new Action(
                "bookkeep",
                "bookkeep",
                false,
                "Booked",
                "Books it: the invoice's balance goes down, and the payment can't be changed."))
        .field("id", text("Number").readOnly())
        .field("amount", amount("Amount").requiredOnCreate())
        .field("bookingDate", date("PaymentDate").neverEmpty())
        .hasNoPlaceFor("code", "string", "Fortnox has no kinds of payments: paymentMethod.")
        .field("currency", currency("Currency").neverEmpty())
        .hasNoPlaceFor("files", "array", "Fortnox connects files to the invoice, not to payments.")
        .field("journalCode", text("VoucherSeries").readOnly())
        .hasNoPlaceFor("ledgerName", "string", "A company in Fortnox has one ledger.")
        .field("reference", text("InvoiceOCR").readOnly())
        .derived(
            "status",
            List.of("CREATED", "BOOKED"),
            Payments::status,
            "CREATED until the action bookkeep books it.")
        .hasNoPlaceFor("taskId", "string", "An answer that is still to come names its task.")
        .hasNoPlaceFor("taxRatePercentage", "number", "Payments carry no VAT; the invoice does.")
        .always("type", type, List.of(), "Follows from what is paid.")
        .field("valueDate", date("PaymentDate").neverEmpty());
  }

  /** What Fortnox has beyond, and lists. */
  private static ResourceBuilder own(ResourceBuilder payment, String contactNumber) {
    return payment
        .field("amountInCurrency", amount("AmountCurrency").neverEmpty())
        .field("booked", bool("Booked").readOnly())
        .field("contactId", text(contactNumber).readOnly())
        .field("currencyRate", rate("CurrencyRate").neverEmpty())
        .field("currencyUnit", integer("CurrencyUnit", 1_000_000).neverEmpty())
        .field("dueDate", date("InvoiceDueDate").readOnly())
        .field("fiscalYearId", text("VoucherYear").readOnly())
        .field("invoiceTotal", amountInText("InvoiceTotal").readOnly())
        .field("paymentMethod", text("ModeOfPayment").neverEmpty())
        .field("source", text("Source").readOnly())
        .field("voucherNumber", text("VoucherNumber").readOnly())
        .rows(
            "writeOffs",
            "WriteOffs",
            "What of the invoice isn't paid and is owed no more: rounding, fees, losses.",
            member("amount", amount("Amount")),
            member("accountId", accountNumber("AccountNumber")),
            member("costCenter", text("CostCenter")),
            member("currency", currency("Currency")),
            member("description", text("Description")),
            member("projectId", text("Project")),
            member("transactionInformation", text("TransactionInformation")))
        .listRowsCarry(
            "Amount",
            "Booked",
            "Currency",
            "CurrencyRate",
            "CurrencyUnit",
            "InvoiceNumber",
            "Number",
            "PaymentDate",
            "Source");
  }

  private static String status(ObjectNode payment) {
    return payment.path("Booked").asBoolean() ? "BOOKED" : "CREATED";
  }
}
