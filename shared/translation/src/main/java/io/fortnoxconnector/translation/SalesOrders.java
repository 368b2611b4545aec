package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.percentage;
import static io.fortnoxconnector.translation.Columns.quantityInText;
import static io.fortnoxconnector.translation.Columns.reference;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Fortnox orders, <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Orders">Fortnox: Orders</a>.
 * What is delivered of an order is what it comes to, and what an invoice is made of; after that it
 * can't be changed any more.
 */
public final class SalesOrders {
  private static final String ONE_CONTACT =
      "Fortnox has one customer of an order: contactId; addresses has where it goes.";
  private static final Action CREATE_INVOICE =
      new Action(
          "createInvoice",
          "createinvoice",
          false,
          "InvoiceReference",
          "Makes an invoice of what is delivered; invoiceId has its number.");

  /** The table. */
  public static final Resource SALES_ORDERS =
      resource("salesOrders", "/3/orders")
          .wrappedIn("Order", "Orders")
          .scope("order")
          .numberedBy("DocumentNumber")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)

          // The fields of the unified model.
          .field("id", text("DocumentNumber").readOnly())
          .list(
              "addresses",
              Documents.ADDRESS_TYPES,
              "Fortnox keeps an order's billing and delivery address.",
              Documents.billingAddress(),
              Documents.deliveryAddress())
          .hasNoPlaceFor("billingContactId", "string", ONE_CONTACT)
          .field("comment", text("Comments").max(1024))
          .field("contactId", text("CustomerNumber").requiredOnCreate())
          .hasNoPlaceFor("createdDate", "string", Documents.NOT_DATED)
          .field("currency", currency("Currency").neverEmpty())
          .field("deliveryDate", date("DeliveryDate"))
          .lines(
              "lineItems",
              "id",
              "OrderRows",
              "RowId",
              "The whole list, in its order. /lineItems/{lineItemId} changes one line.",
              Documents.line(
                  HouseworkTypes.OF_ORDERS,
                  Documents.ONE_SUM_OF_A_LINE,
                  member("itemName", text("Description").max(255).neverEmpty()),
                  new OrderedQuantityPart(
                      "quantity",
                      "deliveredQuantity",
                      quantityInText("OrderedQuantity").neverEmpty(),
                      quantityInText("DeliveredQuantity").neverEmpty()),
                  member("deliveredQuantity", quantityInText("DeliveredQuantity").neverEmpty()),
                  member("reservedQuantity", quantityInText("ReservedQuantity").readOnly()),
                  member("taxRatePercentage", percentage("VAT").neverEmpty()),
                  member("cost", amount("Cost").readOnly()),
                  member("stockPoint", text("StockPointCode")),
                  member("stockPointId", text("StockPointId")),
                  member("houseworkHours", integer("HouseWorkHoursToReport", 999).clearedByNull())))
          .hasNoPlaceFor("oneLineAddress", "string", "Fortnox keeps addresses in parts: addresses.")
          .field("orderDate", date("OrderDate").neverEmpty())
          .hasNoPlaceFor("shippingContactId", "string", ONE_CONTACT)
          .derived(
              "status",
              List.of("DRAFT", "OPEN", "CLOSED", "VOIDED"),
              List.of("InvoiceReference", "NotCompleted"),
              SalesOrders::status,
              "CLOSED once an invoice was made of it, DRAFT while notCompleted.")
          .hasNoPlaceFor("taskId", "string", "A write that isn't done yet answers with its task.")
          .hasNoPlaceFor("totalDiscountAmount", "number", Documents.NO_DISCOUNT)
          .hasNoPlaceFor("totalDiscountPercentage", "number", Documents.NO_DISCOUNT)
          .field("totalGrossAmount", amount("Total").readOnly())
          .field("totalNetAmount", amount("Net").readOnly())
          .field("totalTaxAmount", amount("TotalVAT").readOnly())
          .hasNoPlaceFor("updatedDate", "string", Documents.NOT_DATED)
          .hasNoPlaceFor("version", "string", "Fortnox keeps no versions of an order.")

          // What Fortnox has beyond.
          .parts(Documents.head())
          .field("orderNumber", number("DocumentNumber").onCreateOnly())
          .field("name", text("CustomerName").max(1024).neverEmpty())
          .field("reference", text("ExternalInvoiceReference1").max(80))
          .field("externalReference2", text("ExternalInvoiceReference2").max(80))
          .field("yourOrderNumber", text("YourOrderNumber").max(75))
          .field("orderType", text("OrderType").readOnly())
          .field(
              "deliveryState",
              choice("DeliveryState", "registration", "reservation", "delivery").neverEmpty())
          .field("outboundDate", date("OutboundDate").neverEmpty())
          .field("stockPoint", text("StockPointCode"))
          .field("stockPointId", text("StockPointId"))
          .field("warehouseReady", bool("WarehouseReady").readOnly())
          .field("copyRemarks", bool("CopyRemarks").neverEmpty())
          .field("offerId", reference("OfferReference"))
          .field("invoiceId", reference("InvoiceReference"))
          .field("timeBasisId", reference("TimeBasisReference"))

          // What can be done to it. print would mark it as sent; preview doesn't.
          .shownAsPdfBy("preview")
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
              "DeliveryDate",
              "DocumentNumber",
              "ExternalInvoiceReference1",
              "ExternalInvoiceReference2",
              "OrderDate",
              "OrderType",
              "Project",
              "Sent",
              "Total")
          .filter(
              "state",
              "filter",
              word("cancelled", "cancelled"),
              word("expired", "expired"),
              word("invoiceCreated", "invoicecreated"),
              word("invoiceNotCreated", "invoicenotcreated"))
          .search("contactId", "customernumber")
          .search("name", "customername")
          .search("orderNumber", "documentnumber")
          .search("reference", "externalinvoicereference1")
          .search("externalReference2", "externalinvoicereference2")
          .search("ourReference", "ourreference")
          .search("yourReference", "yourreference")
          .search("costCenter", "costcenter")
          .search("projectId", "project")
          .search("label", "label")
          .search("orderType", "ordertype")
          .dateFilter("orderDateFrom", "fromdate", "That day included.")
          .dateFilter("orderDateTo", "todate", "That day included.")
          .filter("sent", "sent", word("true", "true"), word("false", "false"))
          .filter("notCompleted", "notcompleted", word("true", "true"), word("false", "false"))
          .lastModified()
          .cannotFilterBy("status", "Fortnox has the states of the filter state.")
          .cannotFilterBy("yourOrderNumber", "Fortnox can't search orders by YourOrderNumber.")
          .filter(
              "sortBy",
              "sortby",
              word("orderNumber", "documentnumber"),
              word("orderDate", "orderdate"),
              word("contactId", "customernumber"),
              word("name", "customername"),
              word("totalGrossAmount", "total"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .foundAgainBy("ExternalInvoiceReference1", "externalinvoicereference1")
          .foundAgainBy("ExternalInvoiceReference2", "externalinvoicereference2")
          .foundAgainBy("YourOrderNumber", Map.of("customernumber", "CustomerNumber"))
          .foundAgainByMere("CustomerNumber", "customernumber")
          .build();

  private SalesOrders() {}

  private static String status(ObjectNode order) {
    if (order.path("Cancelled").asBoolean()) {
      return "VOIDED";
    }
    if (CREATE_INVOICE.isDone(order)) {
      return "CLOSED";
    }
    return order.path("NotCompleted").asBoolean() ? "DRAFT" : "OPEN";
  }
}
