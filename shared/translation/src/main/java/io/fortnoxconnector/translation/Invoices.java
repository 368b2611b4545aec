package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.gln;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.quantityInText;
import static io.fortnoxconnector.translation.Columns.reference;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.noMember;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import java.util.List;

/**
 * Fortnox customer invoices, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Invoices">Fortnox: Invoices</a>. Totals and VAT
 * are Fortnox's own sums, and its states change by actions.
 */
public final class Invoices {
  private static final String NOT_DATED =
      "Fortnox doesn't tell when this was made or changed; lists of invoices can be filtered by it.";
  private static final String NO_DISCOUNT =
      "Fortnox keeps discounts with the lines: discountItemPercentage and discountItemAmount.";
  private static final String NO_SHIPPING = "Fortnox keeps a date of delivery: shippingDate.";
  private static final String NO_TAX_RULE =
      "Fortnox takes the kind of VAT from the customer: vatType.";

  /** The table. */
  public static final Resource INVOICES =
      resource("invoices", "/3/invoices")
          .wrappedIn("Invoice", "Invoices")
          .scope("invoice")
          .numberedBy("DocumentNumber")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)

          // The fields of the unified model.
          .field("id", text("DocumentNumber").readOnly())
          .field("invoiceId", text("DocumentNumber").readOnly())
          .list(
              "addresses",
              Documents.ADDRESS_TYPES,
              "Fortnox keeps an invoice's billing and delivery address.",
              Documents.billingAddress(),
              Documents.deliveryAddress())
          .field("contactId", text("CustomerNumber").requiredOnCreate())
          .hasNoPlaceFor("createdDate", "string", NOT_DATED)
          .field("currency", currency("Currency").neverEmpty())
          .hasNoPlaceFor("discountAmount", "number", NO_DISCOUNT)
          .hasNoPlaceFor("discountPercentage", "number", NO_DISCOUNT)
          .field("dueDate", date("DueDate").neverEmpty())
          .hasNoPlaceFor("fileId", "string", "Fortnox connects files to invoices elsewhere.")
          .hasNoPlaceFor(
              "grossTotalAmount", "number", "Fortnox adds up the lines: totalAmount has the sum.")
          .field("invoiceDate", date("InvoiceDate").neverEmpty())
          .field("invoiceNumber", number("DocumentNumber").onCreateOnly())
          .always(
              "invoiceType",
              "STANDARD",
              List.of(),
              "Bills are Fortnox's supplier invoices; kind tells what sort of invoice this is.")
          .field("journalCode", text("VoucherSeries").readOnly())
          .lines(
              "lineItems",
              "lineItemId",
              "InvoiceRows",
              "RowId",
              "The whole list, in its order. /lineItems/{lineItemId} changes one line.",
              member("accountId", accountNumber("AccountNumber").neverEmpty()),
              member("accountCode", accountNumber("AccountNumber").neverEmpty()),
              noMember("createdDate", NOT_DATED),
              member("description", text("Description").max(255).neverEmpty()),
              new NoPlacePart(
                  "dimensions",
                  "array",
                  Fortnox.NO_ENTRIES,
                  "Fortnox has two: costCenter and projectId."),
              DiscountPart.amount("discountItemAmount"),
              DiscountPart.percentage("discountItemPercentage"),
              noMember("grossAmount", "Fortnox computes it: total, and itemsAmount without VAT."),
              member("itemsAmount", amount("TotalExcludingVAT").readOnly()),
              member("itemId", text("ArticleNumber").clearedByNull()),
              member("name", text("Description").max(255).neverEmpty()),
              member("quantity", quantityInText("DeliveredQuantity").neverEmpty()),
              member("taxCode", text("VATCode").readOnly()),
              member("taxRatePercentage", integer("VAT", 100).neverEmpty()),
              noMember("taxType", NO_TAX_RULE),
              noMember("type", "Fortnox has lines with an item and lines without."),
              member("unitAmount", amount("Price").neverEmpty()),
              member("unitName", text("Unit").neverEmpty()),
              noMember("updatedDate", NOT_DATED),
              member("total", amount("Total").readOnly()),
              member("unitAmountWithoutTax", amount("PriceExcludingVAT").readOnly()),
              member("cost", amount("Cost").readOnly()),
              member("contributionPercentage", amount("ContributionPercent").readOnly()),
              member("contributionAmount", amount("ContributionValue").readOnly()),
              member("costCenter", text("CostCenter")),
              member("projectId", text("Project")),
              member("stockPoint", text("StockPointCode")),
              member("housework", bool("HouseWork").neverEmpty()),
              member(
                  "houseworkType", choice("HouseWorkType", HouseworkTypes.OF_ROWS).clearedByNull()),
              member("houseworkHours", integer("HouseWorkHoursToReport", 999).clearedByNull()),
              member("fortnoxRowId", text("RowId").readOnly()))
          .field("name", text("CustomerName").max(1024).neverEmpty())
          .hasNoPlaceFor("oneLineAddress", "string", "Fortnox keeps addresses in parts: addresses.")
          .field("paidDate", date("FinalPayDate").readOnly())
          .derived(
              "paymentStatus",
              DocumentStates.PAYMENT_STATES,
              DocumentStates::paymentStatus,
              "Follows from what is booked and what is left to pay.")
          .hasNoPlaceFor(
              "paymentTermDuration", "number", "Fortnox has terms by their code: paymentTermId.")
          .field("reference", text("ExternalInvoiceReference1").max(80))
          .field("shippingDate", date("DeliveryDate"))
          .hasNoPlaceFor("shippingEndDate", "string", NO_SHIPPING)
          .hasNoPlaceFor("shippingType", "string", NO_SHIPPING)
          .derived(
              "status",
              DocumentStates.STATES,
              DocumentStates::status,
              "DRAFT until it's sent (SUBMITTED) or booked (OPEN); actions change it.")
          .field("sumNetAmount", amount("Net").readOnly())
          .hasNoPlaceFor("taxRule", "string", NO_TAX_RULE)
          .hasNoPlaceFor("taxText", "string", "Fortnox has one text on the invoice: remarks.")
          .field("totalAmount", amount("Total").readOnly())
          .field("totalTaxAmount", amount("TotalVAT").readOnly())
          .hasNoPlaceFor("updatedDate", "string", NOT_DATED)

          // What Fortnox has beyond.
          .parts(Documents.head())
          .field("booked", bool("Booked").readOnly())
          .field("credit", bool("Credit").readOnly())
          .field("creditInvoiceId", reference("CreditInvoiceReference"))
          .field("balance", amount("Balance").readOnly())
          .field(
              "kind",
              choice(
                      "InvoiceType",
                      "INVOICE",
                      "AGREEMENTINVOICE",
                      "INTRESTINVOICE",
                      "SUMMARYINVOICE",
                      "CASHINVOICE")
                  .neverEmpty())
          .field("paymentWay", choice("PaymentWay", "CASH", "CARD", "AG").neverEmpty())
          .field("accountingMethod", choice("AccountingMethod", "ACCRUAL", "CASH").readOnly())
          .field("ocr", text("OCR").neverEmpty())
          .field("externalReference2", text("ExternalInvoiceReference2").max(80))
          .field("yourOrderNumber", text("YourOrderNumber").max(75))
          .field("outboundDate", date("OutboundDate").neverEmpty())
          .field("warehouseReady", bool("WarehouseReady").readOnly())
          .field("comments", text("Comments").max(1024))
          .field("euQuarterlyReport", bool("EUQuarterlyReport").neverEmpty())
          .object(
              "electronicInvoice",
              "What an electronic invoice needs beyond.",
              member("gln", gln("EDIInformation/EDIGlobalLocationNumber")),
              member("glnDelivery", gln("EDIInformation/EDIGlobalLocationNumberDelivery")),
              member("ourReference", text("EDIInformation/EDIOurElectronicReference")),
              member("yourReference", text("EDIInformation/EDIYourElectronicReference")),
              member("extra1", text("EDIInformation/EDIInvoiceExtra1")),
              member("extra2", text("EDIInformation/EDIInvoiceExtra2")),
              member("status", text("EDIInformation/EDIStatus").readOnly()))
          .field("reminders", integer("Reminders", Integer.MAX_VALUE).readOnly())
          .field("lastReminderDate", date("LastRemindDate").readOnly())
          .field("factoring", bool("NoxFinans").readOnly())
          .field("voucherNumber", text("VoucherNumber").readOnly())
          .field("fiscalYearId", text("VoucherYear").readOnly())
          .field("offerId", reference("OfferReference"))
          .field("salesOrderId", reference("OrderReference"))
          .field("contractId", reference("ContractReference"))
          .field("relatedInvoiceId", reference("InvoiceReference"))
          .field("timeBasisId", reference("TimeBasisReference"))
          .object(
              "period",
              "The period of an invoice that a contract made.",
              member("startDate", date("InvoicePeriodStart").readOnly()),
              member("endDate", date("InvoicePeriodEnd").readOnly()),
              member("reference", text("InvoicePeriodReference").readOnly()))

          // What can be done to it. print would mark it as sent; preview doesn't.
          .shownAsPdfBy("preview")
          .action(
              new Action(
                  "bookkeep",
                  "bookkeep",
                  false,
                  "Booked",
                  "Books it, after which it can't be changed, only credited."))
          .action(
              new Action("cancel", "cancel", false, "Cancelled", "Voids one that isn't booked."))
          .action(
              new Action(
                  "credit",
                  "credit",
                  false,
                  "CreditInvoiceReference",
                  "Makes a credit invoice of a booked one; creditInvoiceId has its number."))
          .action(Documents.MARK_AS_SENT)
          .action(
              new Action(
                  "warehouseReady",
                  "warehouseready",
                  false,
                  "WarehouseReady",
                  "Says that the warehouse is done with it."))
          .action(Documents.EMAIL)
          .action(
              new Action(
                  "sendElectronically", "einvoice", true, "Sent", "Sends it as an e-invoice."))
          .action(
              new Action("printByPost", "eprint", true, "Sent", "Has it printed and sent by post."))

          // Lists.
          .listRowsCarry(
              "Balance",
              "Booked",
              "Cancelled",
              "CostCenter",
              "Currency",
              "CurrencyRate",
              "CurrencyUnit",
              "CustomerName",
              "CustomerNumber",
              "DocumentNumber",
              "DueDate",
              "ExternalInvoiceReference1",
              "ExternalInvoiceReference2",
              "FinalPayDate",
              "InvoiceDate",
              "InvoiceType",
              "NoxFinans",
              "OCR",
              "Project",
              "Sent",
              "TermsOfPayment",
              "Total",
              "VoucherNumber",
              "VoucherSeries",
              "VoucherYear",
              "WayOfDelivery")
          .filter(
              "state",
              "filter",
              word("cancelled", "cancelled"),
              word("unbooked", "unbooked"),
              word("unpaid", "unpaid"),
              word("overdue", "unpaidoverdue"),
              word("paid", "fullypaid"))
          .search("contactId", "customernumber")
          .search("name", "customername")
          .search("invoiceNumber", "documentnumber")
          .search("reference", "externalinvoicereference1")
          .search("externalReference2", "externalinvoicereference2")
          .search("yourOrderNumber", "yourordernumber")
          .search("ourReference", "ourreference")
          .search("yourReference", "yourreference")
          .search("ocr", "ocr")
          .search("itemId", "articlenumber")
          .search("itemName", "articledescription")
          .search("costCenter", "costcenter")
          .search("projectId", "project")
          .search("label", "label")
          .search("currency", "currency")
          .search("accountFrom", "accountnumberfrom")
          .search("accountTo", "accountnumberto")
          .dateFilter("invoiceDateFrom", "fromdate", "That day included.")
          .dateFilter("invoiceDateTo", "todate", "That day included.")
          .dateFilter("paidDateFrom", "fromfinalpaydate", "That day included.")
          .dateFilter("paidDateTo", "tofinalpaydate", "That day included.")
          .filter("sent", "sent", word("true", "true"), word("false", "false"))
          .filter("credit", "credit", word("true", "true"), word("false", "false"))
          .filter("notCompleted", "notcompleted", word("true", "true"), word("false", "false"))
          .filter(
              "kind",
              "invoicetype",
              word("INVOICE", "INVOICE"),
              word("AGREEMENTINVOICE", "AGREEMENTINVOICE"),
              word("INTRESTINVOICE", "INTRESTINVOICE"),
              word("SUMMARYINVOICE", "SUMMARYINVOICE"),
              word("CASHINVOICE", "CASHINVOICE"))
          .lastModified()
          .cannotFilterBy("status", "Fortnox has the states of the filter state.")
          .cannotFilterBy("paymentStatus", "Fortnox has the states of the filter state.")
          .cannotFilterBy("dueDateFrom", "Fortnox can't search by due dates; state=overdue can.")
          .filter(
              "sortBy",
              "sortby",
              word("invoiceNumber", "documentnumber"),
              word("invoiceDate", "invoicedate"),
              word("contactId", "customernumber"),
              word("name", "customername"),
              word("ocr", "ocr"),
              word("totalAmount", "total"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .foundAgainBy("ExternalInvoiceReference1", "externalinvoicereference1")
          .foundAgainBy("ExternalInvoiceReference2", "externalinvoicereference2")
          .foundAgainBy("YourOrderNumber", "yourordernumber")
          .foundAgainByMere("CustomerNumber", "customernumber")
          .build();

  private Invoices() {}
}
