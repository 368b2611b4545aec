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

/** Offers. */
final class OfferTables {

  static final Register OFFERS =
      register(
              "offers",
              "Offer",
              "Offers",
              text("Address1", 1024).emptyWhenUnset(),
              text("Address2", 1024).emptyWhenUnset(),
              decimal("AdministrationFee").roundedTo(2).initially(0),
              decimal("AdministrationFeeVAT").readOnly().initially(0),
              decimal("BasisTaxReduction").readOnly().initially(0),
              bool("Cancelled").readOnly().initially(false).listed(),
              text("City", 1024).emptyWhenUnset(),
              text("Comments", 1024).emptyWhenUnset(),
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
              text("DeliveryAddress1", 1024).emptyWhenUnset(),
              text("DeliveryAddress2", 1024).emptyWhenUnset(),
              text("DeliveryCity", 1024).emptyWhenUnset(),
              text("DeliveryCountry").check(Check.COUNTRY_NAME).emptyWhenUnset(),
              date("DeliveryDate"),
              text("DeliveryName", 1024).emptyWhenUnset(),
              text("DeliveryZipCode").emptyWhenUnset(),
              text("DocumentNumber").check(Check.NUMBER).listed(),
              DocumentFields.emailInformation("Offert {no} bifogas"),
              date("ExpireDate"),
              decimal("Freight").roundedTo(2).initially(0),
              decimal("FreightVAT").readOnly().initially(0),
              decimal("Gross").readOnly().initially(0),
              bool("HouseWork").readOnly().initially(false),
              text("InvoiceReference").readOnly().initially("0"),
              rows("Labels", integer("Id").required()),
              choice("Language", "SV", "EN").initially("SV"),
              decimal("Net").readOnly().initially(0),
              bool("NotCompleted").initially(false),
              date("OfferDate").listed(),
              rows(
                  "OfferRows",
                  DocumentRows.fields(
                      HouseworkTypes.OF_OFFER_ROWS,
                      decimal("HouseWorkHoursToReport").emptiedByNull(),
                      DocumentRows.quantity("Quantity"))),
              text("OrderReference").readOnly().initially("0"),
              text("OrganisationNumber").readOnly().emptyWhenUnset(),
              text("OurReference").emptyWhenUnset(),
              text("Phone1").emptyWhenUnset(),
              text("Phone2").emptyWhenUnset(),
              text("PriceList").refersTo("pricelists"),
              text("PrintTemplate").initially("of"),
              text("Project").refersTo("projects").emptyWhenUnset().listed(),
              text("Remarks").emptyWhenUnset(),
              decimal("RoundOff").readOnly().initially(0),
              bool("Sent").readOnly().initially(false).listed(),
              integer("TaxReduction").readOnly(),
              choice("TaxReductionType", "none", "rot", "rut", "green").initially("none"),
              text("TermsOfDelivery").refersTo("termsofdeliveries").emptyWhenUnset(),
              text("TermsOfPayment").refersTo("termsofpayments").emptyWhenUnset(),
              decimal("Total").readOnly().initially(0).listed(),
              decimal("TotalToPay").readOnly().initially(0),
              decimal("TotalVAT").readOnly().initially(0),
              bool("VATIncluded").initially(false),
              text("WayOfDelivery").refersTo("wayofdeliveries").emptyWhenUnset(),
              text("YourReference").emptyWhenUnset(),
              text("YourReferenceNumber").emptyWhenUnset(),
              text("ZipCode").emptyWhenUnset())
          .scope("offer", "offerter")
          .numbered("DocumentNumber")
          .notFound(2000440, "Kan inte hitta offerten.")
          .taken("Offertnummer %s används redan.")
          .without("DELETE")
          .link("@urlTaxReductionList", "taxreductions?filter=offers&referencenumber=%s")
          .action("cancel", Action.put(OrderActions::cancel))
          .action("createorder", Action.making("orders", "OrderReference", OrderActions::order))
          .action(
              "createinvoice",
              Action.making("invoices", "InvoiceReference", OrderActions::invoiceOffer))
          .action("externalprint", Action.put(InvoiceActions::send))
          .action("email", Action.get(InvoiceActions::send))
          .action("preview", Action.pdf((offer, books) -> Optional.empty()))
          .action("print", Action.pdf(InvoiceActions::send))
          .knowsLastModified()
          .lockedWhen(OrderActions::isClosed)
          .onCreate(DocumentDefaults::ofOffer)
          .derive(new DocumentRows("OfferRows", "Quantity")::complete)
          .derive(new DocumentTotals("OfferRows", "Quantity")::compute)
          .filter("cancelled", offer -> offer.path("Cancelled").asBoolean())
          .filterByDay(
              "expired",
              (offer, today) -> offer.path("ExpireDate").asText().compareTo(today.toString()) < 0)
          .filter("completed", offer -> !offer.path("NotCompleted").asBoolean())
          .filter("notcompleted", offer -> offer.path("NotCompleted").asBoolean())
          .filter("ordercreated", offer -> OrderActions.refers(offer, "OrderReference"))
          .filter("ordernotcreated", offer -> !OrderActions.refers(offer, "OrderReference"))
          .sort("customerName", "CustomerName")
          .sort("id", "DocumentNumber")
          .sort("transactionDate", "OfferDate")
          .sort("total", "Total")
          .from("fromdate", "OfferDate")
          .until("todate", "OfferDate")
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

  private OfferTables() {}
}
