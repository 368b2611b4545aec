package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.date;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.rows;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

import java.util.Optional;

/** Orders. What they come to follows from what is delivered (recorded). */
final class OrderTables {

  static final Register ORDERS =
      register(
              "orders",
              "Order",
              "Orders",
              text("Address1").emptyWhenUnset(),
              text("Address2").emptyWhenUnset(),
              decimal("AdministrationFee").roundedTo(2).initially(0),
              decimal("AdministrationFeeVAT").readOnly().initially(0),
              decimal("BasisTaxReduction").readOnly().initially(0),
              bool("Cancelled").readOnly().initially(false).listed(),
              text("City").emptyWhenUnset(),
              text("Comments").emptyWhenUnset(),
              decimal("ContributionPercent").readOnly().initially(0),
              decimal("ContributionValue").readOnly().initially(0),
              bool("CopyRemarks").initially(false),
              text("CostCenter").refersTo("costcenters").emptyWhenUnset(),
              text("Country").check(Check.COUNTRY_NAME).emptyWhenUnset(),
              text("Currency").exactly(3).refersTo("currencies").listed(),
              decimal("CurrencyRate").initially(1),
              integer("CurrencyUnit").initially(1),
              text("CustomerName").emptyWhenUnset().listed(),
              text("CustomerNumber").required().refersTo("customers").listed(),
              text("DeliveryAddress1").emptyWhenUnset(),
              text("DeliveryAddress2").emptyWhenUnset(),
              text("DeliveryCity").emptyWhenUnset(),
              text("DeliveryCountry").check(Check.COUNTRY_NAME).emptyWhenUnset(),
              date("DeliveryDate").listed(),
              text("DeliveryName").emptyWhenUnset(),
              choice("DeliveryState", "registration", "reservation", "delivery")
                  .initially("delivery"),
              text("DeliveryZipCode").emptyWhenUnset(),
              text("DocumentNumber").check(Check.NUMBER).listed(),
              DocumentFields.emailInformation("Orderbekräftelse {no} bifogas"),
              text("ExternalInvoiceReference1").emptyWhenUnset().listed(),
              text("ExternalInvoiceReference2").emptyWhenUnset().listed(),
              decimal("Freight").roundedTo(2).initially(0),
              decimal("FreightVAT").readOnly().initially(0),
              decimal("Gross").readOnly().initially(0),
              bool("HouseWork").readOnly().initially(false),
              text("InvoiceReference").readOnly().initially("0"),
              rows("Labels", integer("Id").required()),
              choice("Language", "SV", "EN").initially("SV"),
              decimal("Net").readOnly().initially(0),
              bool("NotCompleted").initially(false),
              text("OfferReference").readOnly().initially("0"),
              date("OrderDate").listed(),
              rows(
                  "OrderRows",
                  DocumentRows.fields(
                      HouseworkTypes.OF_ORDER_ROWS,
                      decimal("Cost").readOnly().initially(0),
                      DocumentRows.quantity("DeliveredQuantity"),
                      integer("HouseWorkHoursToReport").emptiedByNull(),
                      DocumentRows.quantity("OrderedQuantity"),
                      DocumentRows.quantity("ReservedQuantity").readOnly(),
                      text("StockPointCode"),
                      text("StockPointId"))),
              text("OrderType").readOnly().initially("Order").listed(),
              text("OrganisationNumber").readOnly().emptyWhenUnset(),
              text("OurReference", 50).emptyWhenUnset(),
              date("OutboundDate"),
              text("Phone1").emptyWhenUnset(),
              text("Phone2").emptyWhenUnset(),
              text("PriceList").refersTo("pricelists"),
              text("PrintTemplate").initially("oc"),
              text("Project").refersTo("projects").emptyWhenUnset().listed(),
              text("Remarks", 1024).emptyWhenUnset(),
              decimal("RoundOff").readOnly().initially(0),
              bool("Sent").readOnly().initially(false).listed(),
              text("StockPointCode"),
              text("StockPointId"),
              integer("TaxReduction").readOnly(),
              choice("TaxReductionType", "none", "rot", "rut", "green").initially("none"),
              text("TermsOfDelivery").refersTo("termsofdeliveries").emptyWhenUnset(),
              text("TermsOfPayment").refersTo("termsofpayments").emptyWhenUnset(),
              integer("TimeBasisReference").readOnly(),
              decimal("Total").readOnly().initially(0).listed(),
              decimal("TotalToPay").readOnly().initially(0),
              decimal("TotalVAT").readOnly().initially(0),
              bool("VATIncluded").initially(false),
              bool("WarehouseReady").readOnly().initially(false),
              text("WayOfDelivery").refersTo("wayofdeliveries").emptyWhenUnset(),
              text("YourOrderNumber", 75).emptyWhenUnset(),
              text("YourReference", 50).emptyWhenUnset(),
              text("ZipCode").emptyWhenUnset())
          .scope("order", "order")
          .numbered("DocumentNumber")
          .notFound(2000439, "Kan inte hitta ordern.")
          .taken("Ordernummer %s används redan.")
          .without("DELETE")
          .link("@urlTaxReductionList", "taxreductions?filter=orders&referencenumber=%s")
          .action("cancel", Action.put(OrderActions::cancel))
          .action(
              "createinvoice",
              Action.making("invoices", "InvoiceReference", OrderActions::invoiceOrder))
          .action("externalprint", Action.put(InvoiceActions::send))
          .action("email", Action.get(InvoiceActions::send))
          .action("preview", Action.pdf((order, books) -> Optional.empty()))
          .action("print", Action.pdf(InvoiceActions::send))
          .knowsLastModified()
          .lockedWhen(OrderActions::isClosed)
          .onCreate(DocumentDefaults::ofOrder)
          .derive(new DocumentRows("OrderRows", "DeliveredQuantity")::complete)
          .derive(new DocumentTotals("OrderRows", "DeliveredQuantity")::compute)
          .filter("cancelled", order -> order.path("Cancelled").asBoolean())
          .filterByDay(
              "expired",
              (order, today) ->
                  order.hasNonNull("DeliveryDate")
                      && order.path("DeliveryDate").asText().compareTo(today.toString()) < 0)
          .filter("invoicecreated", order -> OrderActions.refers(order, "InvoiceReference"))
          .filter("invoicenotcreated", order -> !OrderActions.refers(order, "InvoiceReference"))
          .sort("customername", "CustomerName")
          .sort("customernumber", "CustomerNumber")
          .sort("documentnumber", "DocumentNumber")
          .sort("orderdate", "OrderDate")
          .sort("total", "Total")
          .search("externalinvoicereference1", "ExternalInvoiceReference1")
          .search("externalinvoicereference2", "ExternalInvoiceReference2")
          .search("ordertype", "OrderType")
          .from("fromdate", "OrderDate")
          .until("todate", "OrderDate")
          .search("costcenter", "CostCenter")
          .search("customername", "CustomerName")
          .search("customernumber", "CustomerNumber")
          .search("documentnumber", "DocumentNumber")
          .search("label", "Labels/Id")
          .search("notcompleted", "NotCompleted")
          .search("ourreference", "OurReference")
          .search("project", "Project")
          .search("sent", "Sent")
          .search("yourreference", "YourReference");

  private OrderTables() {}
}
