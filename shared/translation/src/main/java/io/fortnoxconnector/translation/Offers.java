package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.hours;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.quantityInText;
import static io.fortnoxconnector.translation.Columns.reference;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.noMember;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Fortnox offers, <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Offers">Fortnox: Offers</a>.
 * One of which an order or an invoice was made can't be changed any more.
 */
public final class Offers {
  private static final Action CREATE_ORDER =
      new Action(
          "createSalesOrder",
          "createorder",
          false,
          "OrderReference",
          "Makes a sales order of it; salesOrderId has its number.");
  private static final Action CREATE_INVOICE =
      new Action(
          "createInvoice",
          "createinvoice",
          false,
          "InvoiceReference",
          "Makes an invoice of it; invoiceId has its number.");

  /** The table. */
  public static final Resource OFFERS =
      resource("offers", "/3/offers")
          .wrappedIn("Offer", "Offers")
          .scope("offer")
          .numberedBy("DocumentNumber")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)

          // The fields of the unified model.
          .field("id", text("DocumentNumber").readOnly())
          .list(
              "addresses",
              Documents.ADDRESS_TYPES,
              "Fortnox keeps an offer's billing and delivery address.",
              Documents.billingAddress(),
              Documents.deliveryAddress())
          .field("contactId", text("CustomerNumber").requiredOnCreate())
          .hasNoPlaceFor("createdDate", "string", Documents.NOT_DATED)
          .field("currency", currency("Currency").neverEmpty())
          .lines(
              "lineItems",
              "id",
              "OfferRows",
              "RowId",
              "The whole list, in its order. /lineItems/{lineItemId} changes one line.",
              Documents.line(
                  HouseworkTypes.OF_OFFERS,
                  Documents.ONE_SUM_OF_A_LINE,
                  member("accountCode", accountNumber("AccountNumber").neverEmpty()),
                  member("name", text("Description").max(255).neverEmpty()),
                  member("quantity", quantityInText("Quantity").neverEmpty()),
                  member("taxRatePercentage", integer("VAT", 100).neverEmpty()),
                  noMember("taxType", "Fortnox takes the kind of VAT from the customer: vatType."),
                  noMember("type", "Fortnox has lines with an item and lines without."),
                  member("houseworkHours", hours("HouseWorkHoursToReport").clearedByNull())))
          .field("name", text("CustomerName").max(1024).neverEmpty())
          .field("offerDate", date("OfferDate").neverEmpty())
          .field("offerNumber", number("DocumentNumber").onCreateOnly())
          .hasNoPlaceFor("oneLineAddress", "string", "Fortnox keeps addresses in parts: addresses.")
          .field("reference", text("YourReferenceNumber").max(75))
          .derived(
              "status",
              List.of("DRAFT", "SENT", "ACCEPTED", "VOIDED"),
              List.of("OrderReference", "InvoiceReference"),
              Offers::status,
              "ACCEPTED once an order or an invoice was made of it. Whether it has expired is a"
                  + " matter of the day: expiryDate, and the filter state=expired.")
          .hasNoPlaceFor("taxText", "string", "Fortnox has one text on the offer: remarks.")
          .hasNoPlaceFor("totalDiscountAmount", "number", Documents.NO_DISCOUNT)
          .hasNoPlaceFor("totalDiscountPercentage", "number", Documents.NO_DISCOUNT)
          .field("totalGrossAmount", amount("Total").readOnly())
          .field("totalNetAmount", amount("Net").readOnly())
          .field("totalTaxAmount", amount("TotalVAT").readOnly())
          .hasNoPlaceFor("updatedDate", "string", Documents.NOT_DATED)

          // What Fortnox has beyond.
          .parts(Documents.head())
          .field("expiryDate", date("ExpireDate").neverEmpty())
          .field("deliveryDate", date("DeliveryDate"))
          .field("copyRemarks", bool("CopyRemarks").neverEmpty())
          .field("comments", text("Comments").max(1024))
          .field("salesOrderId", reference("OrderReference"))
          .field("invoiceId", reference("InvoiceReference"))

          // What can be done to it. print would mark it as sent; preview doesn't.
          .shownAsPdfBy("preview")
          .action(CREATE_ORDER)
          .action(CREATE_INVOICE)
          .action(Documents.CANCEL)
          .action(Documents.MARK_AS_SENT)
          .action(Documents.EMAIL)

          // Lists.
          .listRowsCarry(
              "Cancelled",
              "Currency",
              "CustomerName",
              "CustomerNumber",
              "DocumentNumber",
              "OfferDate",
              "Project",
              "Sent",
              "Total")
          .filter(
              "state",
              "filter",
              word("cancelled", "cancelled"),
              word("expired", "expired"),
              word("completed", "completed"),
              word("notCompleted", "notcompleted"),
              word("salesOrderCreated", "ordercreated"),
              word("salesOrderNotCreated", "ordernotcreated"))
          .search("contactId", "customernumber")
          .search("name", "customername")
          .search("offerNumber", "documentnumber")
          .search("ourReference", "ourreference")
          .search("yourReference", "yourreference")
          .search("costCenter", "costcenter")
          .search("projectId", "project")
          .search("label", "label")
          .dateFilter("offerDateFrom", "fromdate", "That day included.")
          .dateFilter("offerDateTo", "todate", "That day included.")
          .filter("sent", "sent", word("true", "true"), word("false", "false"))
          .filter("notCompleted", "notcompleted", word("true", "true"), word("false", "false"))
          .lastModified()
          .cannotFilterBy("status", "Fortnox has the states of the filter state.")
          .cannotFilterBy("reference", "Fortnox can't search offers by YourReferenceNumber.")
          .filter(
              "sortBy",
              "sortby",
              word("offerNumber", "id"),
              word("offerDate", "transactionDate"),
              word("name", "customerName"),
              word("totalGrossAmount", "total"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .foundAgainBy("YourReferenceNumber", Map.of("customernumber", "CustomerNumber"))
          .foundAgainByMere("CustomerNumber", "customernumber")
          .build();

  private Offers() {}

  private static String status(ObjectNode offer) {
    if (offer.path("Cancelled").asBoolean()) {
      return "VOIDED";
    }
    if (CREATE_ORDER.isDone(offer) || CREATE_INVOICE.isDone(offer)) {
      return "ACCEPTED";
    }
    return offer.path("Sent").asBoolean() ? "SENT" : "DRAFT";
  }
}
