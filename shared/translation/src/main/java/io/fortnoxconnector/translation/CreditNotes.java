package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.countryByName;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.quantityInText;
import static io.fortnoxconnector.translation.Columns.reference;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.entry;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.noMember;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import java.util.List;

/**
 * Credit notes, which are invoices at Fortnox: here they have Maesn's fields and can be read. They
 * are made by the action credit of an invoice, and changed, booked and sent as invoices.
 */
public final class CreditNotes {
  private static final String NOT_DATED =
      "Fortnox doesn't tell when this was made or changed; lists of credit notes can be filtered by"
          + " it.";
  private static final String NO_SUM =
      "Fortnox adds no discounts up: the lines have theirs, and the totals are without them.";

  /** The table. */
  public static final Resource CREDIT_NOTES =
      resource("creditNotes", "/3/invoices")
          .wrappedIn("Invoice", "Invoices")
          .scope("invoice")
          .numberedBy("DocumentNumber")
          .only("Credit", "true", "credit")
          .allows(Operation.READ)
          .field("id", text("DocumentNumber").readOnly())
          .list(
              "addresses",
              List.of("BILLING", "DELIVERY", "SELLING"),
              "Fortnox keeps a billing and a delivery address.",
              entry(
                  "BILLING",
                  List.of(),
                  member("addressLine1", text("Address1").readOnly()),
                  member("addressLine2", text("Address2").readOnly()),
                  member("city", text("City").readOnly()),
                  member("countryCode", countryByName("Country").readOnly()),
                  member("postalCode", text("ZipCode").readOnly())),
              entry(
                  "DELIVERY",
                  List.of(),
                  member("addressLine1", text("DeliveryAddress1").readOnly()),
                  member("addressLine2", text("DeliveryAddress2").readOnly()),
                  member("city", text("DeliveryCity").readOnly()),
                  member("countryCode", countryByName("DeliveryCountry").readOnly()),
                  member("postalCode", text("DeliveryZipCode").readOnly())))
          .field("contactId", text("CustomerNumber").readOnly())
          .hasNoPlaceFor("createdDate", "string", NOT_DATED)
          .field("creditNoteDate", date("InvoiceDate").readOnly())
          .rows(
              "creditNoteLines",
              "InvoiceRows",
              "With Fortnox's quantities, which are negative.",
              member("id", text("RowId").readOnly()),
              noMember("createdDate", NOT_DATED),
              member("description", text("Description").readOnly()),
              member("itemId", text("ArticleNumber").readOnly()),
              member("itemName", text("Description").readOnly()),
              member("quantity", quantityInText("DeliveredQuantity").readOnly()),
              member("taxCode", text("VATCode").readOnly()),
              member("taxRatePercentage", integer("VAT", 100).readOnly()),
              noMember("totalDiscountAmount", NO_SUM),
              noMember("totalDiscountPercentage", NO_SUM),
              noMember("totalGrossAmount", "Fortnox computes a row's amount without VAT."),
              member("totalNetAmount", amount("TotalExcludingVAT").readOnly()),
              noMember("totalTaxAmount", "Fortnox computes the VAT of the whole document."),
              member("unitAmount", amount("Price").readOnly()),
              DiscountPart.amount("unitDiscountAmount"),
              DiscountPart.percentage("unitDiscountPercentage"),
              member("unitName", text("Unit").readOnly()),
              noMember("updatedDate", NOT_DATED),
              member("accountId", accountNumber("AccountNumber").readOnly()))
          .field("creditNoteNumber", text("DocumentNumber").readOnly())
          .field("currency", currency("Currency").readOnly())
          .derived(
              "paymentStatus",
              DocumentStates.PAYMENT_STATES,
              DocumentStates::paymentStatus,
              "Follows from what is booked and what is left.")
          .field("paymentTermId", text("TermsOfPayment").readOnly())
          .field("reference", text("ExternalInvoiceReference1").readOnly())
          .derived(
              "status",
              DocumentStates.STATES,
              DocumentStates::status,
              "Actions of /accounting/invoices/{id} change it.")
          .hasNoPlaceFor("totalDiscountAmount", "number", NO_SUM)
          .hasNoPlaceFor("totalDiscountPercentage", "number", NO_SUM)
          .field("totalGrossAmount", amount("Total").readOnly())
          .field("totalNetAmount", amount("Net").readOnly())
          .field("totalTaxAmount", amount("TotalVAT").readOnly())
          .hasNoPlaceFor("updatedDate", "string", NOT_DATED)
          .field("invoiceId", reference("CreditInvoiceReference"))
          .field("booked", bool("Booked").readOnly())
          .field("sent", bool("Sent").readOnly())
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
}
