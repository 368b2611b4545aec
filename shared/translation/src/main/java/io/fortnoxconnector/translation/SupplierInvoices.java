package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.amountInText;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.count;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.rateInText;
import static io.fortnoxconnector.translation.Columns.reference;
import static io.fortnoxconnector.translation.Columns.signedAmountInText;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.noMember;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What bills and vendor credits have in common, which both are supplier invoices at Fortnox, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_SupplierInvoices">Fortnox: Supplier
 * Invoices</a>.
 */
final class SupplierInvoices {
  static final String NOT_DELETED =
      "Fortnox keeps every supplier invoice: the action cancel voids one that isn't booked, credit"
          + " takes a booked one back.";

  private static final String NOT_DATED =
      "Fortnox doesn't tell when this was made or changed; lists can be filtered by it.";
  private static final String NO_DISCOUNT = "Fortnox keeps what is to be paid, without discounts.";
  private static final String NO_SHIPPING = "Fortnox keeps no delivery of a supplier invoice.";
  private static final String NO_VAT =
      "Fortnox keeps the VAT of the whole: totalTaxAmount. A line's amount is without it.";
  private static final String NO_TERMS =
      "Fortnox takes the terms from the supplier, and needs the dueDate all the same.";
  private static final String NO_ACCRUAL = "Fortnox keeps accruals apart from the invoice.";

  /**
   * Rows with these codes follow from the invoice's other fields (Fortnox: "Clarification on using
   * supplier invoices with VAT type REVERSE or EUINTERNAL").
   */
  private static final OwnRows OWN_ROWS =
      new OwnRows(
          "Code",
          Map.ofEntries(
              entry("TOT", "Total"),
              entry("VAT", "VAT"),
              entry("FRT", "Freight"),
              entry("AFE", "AdministrationFee"),
              entry("ROV", "RoundOffValue"),
              entry("CND", "VATType"),
              entry("CNC", "VATType"),
              entry("PRD", "VATType"),
              entry("PRC", "VATType"),
              entry("SRD", "VATType"),
              entry("SRC", "VATType")));

  private SupplierInvoices() {}

  /**
   * Fields that differ in their names.
   *
   * @param date of the invoice
   * @param number the supplier's number of it
   * @param terms of payment, which Fortnox hasn't got
   * @param credited the other one of a bill and its credit
   */
  record Names(String date, String number, String terms, String credited) {}

  /**
   * The table, but for what can be done.
   *
   * @param total the column of what is to be paid
   */
  static ResourceBuilder table(String name, Names names, Column total) {
    return resource(name, "/3/supplierinvoices")
        .wrappedIn("SupplierInvoice", "SupplierInvoices")
        .scope("supplierinvoice")
        .numberedBy("GivenNumber")
        .refuses(Operation.DELETE, NOT_DELETED)

        // The fields of the unified model.
        .field("id", text("GivenNumber").readOnly())
        .hasNoPlaceFor("accountId", "string", "Each line has its account.")
        .hasNoPlaceFor(
            "addresses", "array", "Fortnox keeps addresses with the supplier: contactId.")
        .field(names.date(), date("InvoiceDate").neverEmpty())
        .field(names.number(), text("InvoiceNumber").max(64))
        .field("contactId", text("SupplierNumber").requiredOnCreate())
        .hasNoPlaceFor("createdDate", "string", NOT_DATED)
        .field("currency", currency("Currency").neverEmpty())
        .hasNoPlaceFor("deliveryDate", "string", NO_SHIPPING)
        // "You must specify this date even if you have posted terms of payment."
        .field("dueDate", date("DueDate").requiredOnCreate())
        .hasNoPlaceFor("fileId", "string", "Fortnox connects files to supplier invoices elsewhere.")
        .field("journalCode", text("VoucherSeries").readOnly())
        .lines(
            "lineItems",
            "id",
            "SupplierInvoiceRows",
            OWN_ROWS,
            "What was bought, in its order; Fortnox's own rows show in postings."
                + " /lineItems/{lineItemId} changes one line.",
            lines())
        .field("name", text("SupplierName").readOnly())
        .hasNoPlaceFor(
            "oneLineAddress", "string", "Fortnox keeps addresses with the supplier: contactId.")
        .field("paidDate", date("FinalPayDate").readOnly())
        .field("paymentReference", text("OCR"))
        .hasNoPlaceFor(names.terms(), "string", NO_TERMS)
        .derived(
            "paymentStatus",
            DocumentStates.PAYMENT_STATES,
            DocumentStates::paymentStatus,
            "Follows from what is booked and what is left to pay.")
        .hasNoPlaceFor("paymentDays", "number", NO_TERMS)
        .field("reference", text("ExternalInvoiceNumber"))
        .hasNoPlaceFor("shippingDate", "string", NO_SHIPPING)
        .hasNoPlaceFor("shippingType", "string", NO_SHIPPING)
        .derived(
            "status",
            DocumentStates.STATES,
            DocumentStates::status,
            "DRAFT until it's booked (OPEN); actions change it.")
        .hasNoPlaceFor("taxRule", "string", "Fortnox has three kinds of VAT: vatType.")
        .hasNoPlaceFor("taxText", "string", "Fortnox has one text: comments.")
        .hasNoPlaceFor("totalDiscountAmount", "number", NO_DISCOUNT)
        .hasNoPlaceFor("totalDiscountPercentage", "number", NO_DISCOUNT)
        .field("totalGrossAmount", total)
        .derivedAmount(
            "totalNetAmount",
            List.of("Total", "VAT"),
            SupplierInvoices::net,
            "totalGrossAmount without totalTaxAmount.")
        .field("totalTaxAmount", signedAmountInText("VAT").neverEmpty())
        .hasNoPlaceFor("updatedDate", "string", NOT_DATED)

        // What Fortnox has beyond.
        .field("booked", bool("Booked").readOnly())
        .field("cancelled", bool("Cancelled").readOnly())
        .field("credit", bool("Credit").readOnly())
        .field(names.credited(), reference("CreditReference"))
        .field("balance", signedAmountInText("Balance").readOnly())
        .field("administrationFee", amountInText("AdministrationFee"))
        .field("freight", amountInText("Freight"))
        .field("roundOff", signedAmountInText("RoundOffValue").neverEmpty())
        .field("currencyRate", rateInText("CurrencyRate").neverEmpty())
        .field("currencyUnit", integer("CurrencyUnit", 1_000_000).neverEmpty())
        .field("vatType", choice("VATType", "NORMAL", "EUINTERNAL", "REVERSE").neverEmpty())
        .field("salesType", choice("SalesType", "STOCK", "SERVICE").neverEmpty())
        .field("accountingMethod", choice("AccountingMethod", "ACCRUAL", "CASH").readOnly())
        .field("paymentPending", bool("PaymentPending").neverEmpty())
        .field("disablePaymentFile", bool("DisablePaymentFile").neverEmpty())
        .field("externalSeries", text("ExternalInvoiceSeries"))
        .field("ourReference", text("OurReference").max(50))
        .field("yourReference", text("YourReference").max(50))
        .field("costCenter", text("CostCenter"))
        .field("projectId", text("Project"))
        .field("comments", text("Comments").max(1000))
        .field("authorizerName", text("AuthorizerName").readOnly())
        .field("voucherNumber", text("VoucherNumber").readOnly())
        .field("fiscalYearId", text("VoucherYear").readOnly())
        .shownRows(
            "postings",
            "SupplierInvoiceRows",
            "All of Fortnox's rows in their order, with those that it makes itself: the debt, VAT,"
                + " freight.",
            postings())
        .shownRows("vouchers", "Vouchers", "What it's booked as.", vouchers())

        // Lists.
        .listRowsCarry(
            "AuthorizerName",
            "Balance",
            "Booked",
            "CostCenter",
            "Credit",
            "Currency",
            "CurrencyRate",
            "CurrencyUnit",
            "DueDate",
            "ExternalInvoiceNumber",
            "ExternalInvoiceSeries",
            "FinalPayDate",
            "GivenNumber",
            "InvoiceDate",
            "InvoiceNumber",
            "Project",
            "SupplierName",
            "SupplierNumber",
            "Total",
            "Vouchers")
        .listRowsCall("Cancelled", "Cancel")
        .filter(
            "state",
            "filter",
            word("cancelled", "cancelled"),
            word("unbooked", "unbooked"),
            word("unpaid", "unpaid"),
            word("overdue", "unpaidoverdue"),
            word("paid", "fullypaid"),
            word("pendingPayment", "pendingpayment"),
            word("awaitingApproval", "authorizepending"))
        .search("contactId", "suppliernumber")
        .search("name", "suppliername")
        .search(names.number(), "invoicenumber")
        .search("serialNumber", "serialnumber")
        .search("paymentReference", "ocr")
        .search("ourReference", "ourreference")
        .search("yourReference", "yourreference")
        .search("costCenter", "costcenter")
        .search("projectId", "project")
        .dateFilter(names.date() + "From", "fromdate", "That day included.")
        .dateFilter(names.date() + "To", "todate", "That day included.")
        .dateFilter("paidDateFrom", "fromfinalpaydate", "That day included.")
        .dateFilter("paidDateTo", "tofinalpaydate", "That day included.")
        .lastModified()
        .cannotFilterBy("status", "Fortnox has the states of the filter state.")
        .cannotFilterBy("paymentStatus", "Fortnox has the states of the filter state.")
        .cannotFilterBy("dueDateFrom", "Fortnox can't search by due dates; state=overdue can.")
        .cannotFilterBy("reference", "Fortnox can't search by ExternalInvoiceNumber.")

        // A supplier uses a number once, other programs their own.
        .foundAgainBy(
            "InvoiceNumber",
            Map.of("invoicenumber", "InvoiceNumber", "suppliernumber", "SupplierNumber"))
        .foundAgainBy("ExternalInvoiceNumber", Map.of("suppliernumber", "SupplierNumber"))
        .foundAgainBy("OCR", Map.of("ocr", "OCR", "suppliernumber", "SupplierNumber"))
        .foundAgainByMere("SupplierNumber", "suppliernumber");
  }

  private static Part[] lines() {
    return new Part[] {
      member("accountId", accountNumber("Account").neverEmpty()),
      member("accountNumber", accountNumber("Account").neverEmpty()),
      noMember("createdDate", NOT_DATED),
      noMember("deferredEndDate", NO_ACCRUAL),
      noMember("deferredStartDate", NO_ACCRUAL),
      member("description", text("TransactionInformation").max(100)),
      new NoPlacePart(
          "dimensions", "array", Fortnox.NO_ENTRIES, "Fortnox has two: costCenter and projectId."),
      member("itemId", text("ArticleNumber").clearedByNull()),
      member("itemName", text("ItemDescription")),
      member("quantity", count("Quantity")),
      noMember("taxCode", NO_VAT),
      noMember("taxRatePercentage", NO_VAT),
      noMember("totalDiscountAmount", NO_DISCOUNT),
      noMember("totalDiscountPercentage", NO_DISCOUNT),
      noMember("totalGrossAmount", NO_VAT),
      // In kronor, as it's booked; currencyAmount has the invoice's currency.
      SignedAmountPart.of("totalNetAmount", "Debit", "Credit"),
      noMember("totalTaxAmount", NO_VAT),
      member("unitAmount", amount("Price")),
      noMember("unitDiscountAmount", NO_DISCOUNT),
      noMember("unitDiscountPercentage", NO_DISCOUNT),
      member("unitName", text("Unit").readOnly()),
      noMember("updatedDate", NOT_DATED),
      SignedAmountPart.of("currencyAmount", "DebitCurrency", "CreditCurrency"),
      member("accountName", text("AccountDescription").readOnly()),
      member("code", choice("Code", codes()).clearedByNull()),
      member("costCenter", text("CostCenter")),
      member("projectId", text("Project")),
      member("stockPoint", text("StockPointCode").clearedByNull()),
      member("stockLocation", text("StockLocationCode").clearedByNull()),
      member("total", amount("Total").readOnly())
    };
  }

  private static String[] codes() {
    return new String[] {
      "TOT", "VAT", "FRT", "AFE", "ROV", "CND", "CNC", "PRD", "PRC", "SRD", "SRC", "PRE", "GWB",
      "ACC"
    };
  }

  private static Part[] postings() {
    return new Part[] {
      member("accountId", accountNumber("Account").readOnly()),
      member("accountName", text("AccountDescription").readOnly()),
      member("code", choice("Code", codes()).readOnly()),
      member("debit", amount("Debit").readOnly()),
      member("credit", amount("Credit").readOnly()),
      member("debitInCurrency", amount("DebitCurrency").readOnly()),
      member("creditInCurrency", amount("CreditCurrency").readOnly()),
      member("costCenter", text("CostCenter").readOnly()),
      member("projectId", text("Project").readOnly()),
      member("description", text("TransactionInformation").readOnly())
    };
  }

  private static Part[] vouchers() {
    return new Part[] {
      new DerivedPart(
          "journalEntryId",
          "string",
          List.of(),
          List.of(),
          SupplierInvoices::journalEntry,
          "Its id among the journal entries."),
      member("journalCode", text("Series").readOnly()),
      member("number", text("Number").readOnly()),
      member("fiscalYear", text("Year").readOnly()),
      member("type", text("ReferenceType").readOnly())
    };
  }

  private static JsonNode journalEntry(ObjectNode voucher) {
    List<JsonNode> keys =
        List.of(voucher.path("Series"), voucher.path("Number"), voucher.path("Year"));
    return keys.stream().anyMatch(Fortnox::isNothing)
        ? Fortnox.NOTHING
        : TextNode.valueOf(String.join("-", keys.stream().map(JsonNode::asText).toList()));
  }

  private static JsonNode net(ObjectNode invoice) {
    JsonNode total = invoice.path("Total");
    JsonNode vat = invoice.path("VAT");
    return Fortnox.isNothing(total) || Fortnox.isNothing(vat)
        ? Fortnox.NOTHING
        : DecimalNode.valueOf(
            new BigDecimal(total.asText()).subtract(new BigDecimal(vat.asText())));
  }
}
