package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.quantityInText;
import static io.fortnoxconnector.translation.Columns.sourceNumber;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.noMember;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

/**
 * Credit notes, which are invoices at Fortnox: here they have Maesn's fields. One is made of a
 * booked invoice, and can be changed until it's booked itself.
 */
public final class CreditNotes {
  /** The table. */
  public static final Resource CREDIT_NOTES =
      resource("creditNotes", "/3/invoices")
          .wrappedIn("Invoice", "Invoices")
          .scope("invoice")
          .numberedBy("DocumentNumber")
          .only("Credit", "true", "credit")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)
          .madeBy(
              Invoices.INVOICES,
              "credit",
              "CreditInvoiceReference",
              "A credit note begins as its invoice's opposite; what is to differ can be changed by"
                  + " a PATCH of the credit note, until it's booked.")

          // The fields of the unified model.
          .field("id", text("DocumentNumber").readOnly())
          .list(
              "addresses",
              Documents.ADDRESS_TYPES,
              "Fortnox keeps a billing and a delivery address.",
              Documents.billingAddress(),
              Documents.deliveryAddress())
          .field("contactId", text("CustomerNumber").readOnly())
          .hasNoPlaceFor("createdDate", "string", Documents.NOT_DATED)
          .field("creditNoteDate", date("InvoiceDate").neverEmpty())
          .lines(
              "creditNoteLines",
              "id",
              "InvoiceRows",
              "RowId",
              "The whole list, in its order, with Fortnox's quantities, which are negative."
                  + " /creditNoteLines/{lineItemId} changes one line.",
              Documents.line(
                  HouseworkTypes.OF_ROWS,
                  new Part[] {
                    noMember("totalGrossAmount", "Fortnox computes a line's amount without VAT."),
                    member("totalNetAmount", amount("TotalExcludingVAT").readOnly()),
                    noMember("totalTaxAmount", "Fortnox computes the VAT of the whole document."),
                    member("total", amount("Total").readOnly())
                  },
                  member("itemName", text("Description").max(255).neverEmpty()),
                  member("quantity", quantityInText("DeliveredQuantity").neverEmpty()),
                  member("taxRatePercentage", integer("VAT", 100).neverEmpty()),
                  member("unitAmountWithoutTax", amount("PriceExcludingVAT").readOnly()),
                  member("cost", amount("Cost").readOnly()),
                  member("stockPoint", text("StockPointCode")),
                  member("houseworkHours", integer("HouseWorkHoursToReport", 999).clearedByNull())))
          .field("creditNoteNumber", text("DocumentNumber").readOnly())
          .field("currency", currency("Currency").readOnly())
          .derived(
              "paymentStatus",
              DocumentStates.PAYMENT_STATES,
              DocumentStates::paymentStatus,
              "Follows from what is booked and what is left.")
          .field("reference", text("ExternalInvoiceReference1").max(80))
          .derived(
              "status",
              DocumentStates.STATES,
              DocumentStates::status,
              "DRAFT until it's sent (SUBMITTED) or booked (OPEN); actions change it.")
          .hasNoPlaceFor("totalDiscountAmount", "number", Documents.NO_DISCOUNT)
          .hasNoPlaceFor("totalDiscountPercentage", "number", Documents.NO_DISCOUNT)
          .field("totalGrossAmount", amount("Total").readOnly())
          .field("totalNetAmount", amount("Net").readOnly())
          .field("totalTaxAmount", amount("TotalVAT").readOnly())
          .hasNoPlaceFor("updatedDate", "string", Documents.NOT_DATED)

          // What Fortnox has beyond; /accounting/invoices/{id} shows the rest.
          .parts(Documents.head())
          .field("invoiceId", sourceNumber("CreditInvoiceReference"))
          .field("booked", bool("Booked").readOnly())
          .field("balance", amount("Balance").readOnly())
          .field("name", text("CustomerName").max(1024).neverEmpty())
          .field("externalReference2", text("ExternalInvoiceReference2").max(80))
          .field("yourOrderNumber", text("YourOrderNumber").max(75))
          .field("comments", text("Comments").max(1024))
          .field("voucherNumber", text("VoucherNumber").readOnly())
          .field("journalCode", text("VoucherSeries").readOnly())
          .field("fiscalYearId", text("VoucherYear").readOnly())

          // What can be done to it.
          .shownAsPdfBy("preview")
          .action(ofInvoices("bookkeep"))
          .action(ofInvoices("cancel"))
          .action(ofInvoices("markAsSent"))
          .action(ofInvoices("email"))

          // Lists.
          .listRowsCarry(
              "Balance",
              "Booked",
              "Currency",
              "CustomerNumber",
              "DocumentNumber",
              "ExternalInvoiceReference1",
              "InvoiceDate",
              "Sent",
              "TermsOfPayment",
              "Total")
          .search("contactId", "customernumber")
          .search("creditNoteNumber", "documentnumber")
          .search("reference", "externalinvoicereference1")
          .dateFilter("creditNoteDateFrom", "fromdate", "That day included.")
          .dateFilter("creditNoteDateTo", "todate", "That day included.")
          .filter(
              "state",
              "filter",
              word("cancelled", "cancelled"),
              word("unbooked", "unbooked"),
              word("paid", "fullypaid"))
          .lastModified()
          .filter(
              "sortBy",
              "sortby",
              word("creditNoteNumber", "documentnumber"),
              word("creditNoteDate", "invoicedate"),
              word("contactId", "customernumber"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .build();

  private CreditNotes() {}

  private static Action ofInvoices(String name) {
    return Invoices.INVOICES.action(name).orElseThrow();
  }
}
