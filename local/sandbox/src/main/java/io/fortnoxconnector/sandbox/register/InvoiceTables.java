package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.date;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.object;
import static io.fortnoxconnector.sandbox.register.Field.rows;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Customer invoices. */
final class InvoiceTables {

  static final Register INVOICES =
      register(
              "invoices",
              "Invoice",
              "Invoices",
              choice("AccountingMethod", "ACCRUAL", "CASH").readOnly().initially("ACCRUAL"),
              text("Address1").emptyWhenUnset(),
              text("Address2").emptyWhenUnset(),
              decimal("AdministrationFee").roundedTo(2).initially(0),
              decimal("AdministrationFeeVAT").readOnly().initially(0),
              decimal("Balance").readOnly().initially(0).listed(),
              decimal("BasisTaxReduction").readOnly().initially(0),
              bool("Booked").readOnly().initially(false).listed(),
              bool("Cancelled").readOnly().initially(false).listed(),
              text("City", 1024).emptyWhenUnset(),
              text("Comments", 1024).emptyWhenUnset(),
              text("ContractReference").readOnly().initially("0"),
              decimal("ContributionPercent").readOnly().initially(0),
              decimal("ContributionValue").readOnly().initially(0),
              text("CostCenter").refersTo("costcenters").emptyWhenUnset().listed(),
              text("Country").check(Check.COUNTRY_NAME).emptyWhenUnset(),
              text("Credit").readOnly().initially("false"),
              text("CreditInvoiceReference").readOnly().initially("0"),
              text("Currency").exactly(3).refersTo("currencies").listed(),
              decimal("CurrencyRate").initially(1).listedAsText(),
              integer("CurrencyUnit").initially(1).listed(),
              text("CustomerName", 1024).emptyWhenUnset().listed(),
              text("CustomerNumber").required().refersTo("customers").listed(),
              text("DeliveryAddress1", 1024).emptyWhenUnset(),
              text("DeliveryAddress2", 1024).emptyWhenUnset(),
              text("DeliveryCity", 1024).emptyWhenUnset(),
              text("DeliveryCountry").check(Check.COUNTRY_NAME).emptyWhenUnset(),
              date("DeliveryDate"),
              text("DeliveryName", 1024).emptyWhenUnset(),
              text("DeliveryZipCode", 1024).emptyWhenUnset(),
              text("DocumentNumber").check(Check.NUMBER).listed(),
              date("DueDate").listed(),
              object(
                  "EDIInformation",
                  text("EDIGlobalLocationNumber", 13),
                  text("EDIGlobalLocationNumberDelivery", 13),
                  text("EDIInvoiceExtra1"),
                  text("EDIInvoiceExtra2"),
                  text("EDIOurElectronicReference"),
                  text("EDIStatus").readOnly().emptyWhenUnset(),
                  text("EDIYourElectronicReference")),
              bool("EUQuarterlyReport").initially(false),
              DocumentFields.emailInformation("Faktura {no} bifogas"),
              text("ExternalInvoiceReference1", 80).emptyWhenUnset().listed(),
              text("ExternalInvoiceReference2", 80).emptyWhenUnset().listed(),
              date("FinalPayDate").readOnly().listed(),
              decimal("Freight").roundedTo(2).initially(0),
              decimal("FreightVAT").readOnly().initially(0),
              decimal("Gross").readOnly().initially(0),
              bool("HouseWork").readOnly().initially(false),
              date("InvoiceDate").listed(),
              date("InvoicePeriodEnd").readOnly().emptyWhenUnset(),
              date("InvoicePeriodStart").readOnly().emptyWhenUnset(),
              text("InvoiceReference").readOnly().initially("0"),
              rows(
                  "InvoiceRows",
                  DocumentRows.fields(
                      HouseworkTypes.OF_ROWS,
                      decimal("Cost").readOnly().initially(0),
                      DocumentRows.quantity("DeliveredQuantity"),
                      integer("HouseWorkHoursToReport").emptiedByNull(),
                      decimal("PriceExcludingVAT").readOnly().initially(0),
                      text("StockPointCode"),
                      decimal("TotalExcludingVAT").readOnly().initially(0))),
              choice(
                      "InvoiceType",
                      "INVOICE",
                      "AGREEMENTINVOICE",
                      "INTRESTINVOICE",
                      "SUMMARYINVOICE",
                      "CASHINVOICE")
                  .initially("INVOICE")
                  .listed(),
              rows("Labels", integer("Id").required()),
              choice("Language", "SV", "EN").initially("SV"),
              date("LastRemindDate").readOnly(),
              decimal("Net").readOnly().initially(0),
              bool("NotCompleted").initially(false),
              bool("NoxFinans").readOnly().initially(false).listed(),
              text("OCR").emptyWhenUnset().listed(),
              text("OfferReference").readOnly().initially("0"),
              text("OrderReference").readOnly().initially("0"),
              text("OrganisationNumber").readOnly().emptyWhenUnset(),
              text("OurReference", 50).emptyWhenUnset(),
              date("OutboundDate"),
              choice("PaymentWay", "CASH", "CARD", "AG").emptyWhenUnset(),
              text("Phone1", 1024).emptyWhenUnset(),
              text("Phone2", 1024).emptyWhenUnset(),
              text("PriceList").refersTo("pricelists"),
              text("PrintTemplate").initially("st"),
              text("Project").refersTo("projects").emptyWhenUnset().listed(),
              text("Remarks", 1024).emptyWhenUnset(),
              integer("Reminders").readOnly().initially(0),
              decimal("RoundOff").readOnly().initially(0),
              bool("Sent").readOnly().initially(false).listed(),
              integer("TaxReduction").readOnly(),
              choice("TaxReductionType", "none", "rot", "rut", "green").initially("none"),
              text("TermsOfDelivery").refersTo("termsofdeliveries").emptyWhenUnset(),
              text("TermsOfPayment").refersTo("termsofpayments").emptyWhenUnset().listed(),
              integer("TimeBasisReference").readOnly(),
              decimal("Total").readOnly().initially(0).listed(),
              decimal("TotalToPay").readOnly().initially(0),
              decimal("TotalVAT").readOnly().initially(0),
              bool("VATIncluded").initially(false),
              integer("VoucherNumber").readOnly().listed(),
              text("VoucherSeries").readOnly().listed(),
              integer("VoucherYear").readOnly().listed(),
              bool("WarehouseReady").readOnly().initially(true),
              text("WayOfDelivery").refersTo("wayofdeliveries").emptyWhenUnset().listed(),
              text("YourOrderNumber", 75).emptyWhenUnset(),
              text("YourReference", 50).emptyWhenUnset(),
              text("ZipCode", 1024).emptyWhenUnset())
          .scope("invoice", "kundfakturor")
          .numbered("DocumentNumber")
          .notFound(2000434, "Kan inte hitta fakturan.")
          .taken("Fakturanummer %s används redan.")
          .without("DELETE")
          .link("@urlTaxReductionList", "taxreductions?filter=invoices&referencenumber=%s")
          .action("bookkeep", Action.put(InvoiceActions::bookkeep))
          .action("cancel", Action.put(InvoiceActions::cancel))
          .action("credit", Action.put(InvoiceActions::credit))
          .action("externalprint", Action.put(InvoiceActions::send))
          .action("warehouseready", Action.put(InvoiceActions::ready))
          .action("email", Action.get(InvoiceActions::send))
          .action("einvoice", Action.get(InvoiceActions::send))
          .action("eprint", Action.get(InvoiceActions::send))
          .action("preview", Action.pdf((invoice, books) -> Optional.empty()))
          .action("print", Action.pdf(InvoiceActions::send))
          .action("printreminder", Action.pdf(InvoiceActions::remind))
          .knowsLastModified()
          .lockedWhen(InvoiceTables::isLocked)
          .onCreate(DocumentDefaults::ofInvoice)
          .derive(new DocumentRows("InvoiceRows", "DeliveredQuantity")::complete)
          .derive(new DocumentTotals("InvoiceRows", "DeliveredQuantity")::compute)
          .derive(InvoiceTables::rest)
          .filter("cancelled", invoice -> invoice.path("Cancelled").asBoolean())
          .filter("fullypaid", invoice -> isBooked(invoice) && !owes(invoice))
          .filter("unpaid", invoice -> isBooked(invoice) && owes(invoice))
          .filterByDay(
              "unpaidoverdue",
              (invoice, today) ->
                  isBooked(invoice)
                      && owes(invoice)
                      && invoice.path("DueDate").asText().compareTo(today.toString()) < 0)
          .filter(
              "unbooked", invoice -> !isBooked(invoice) && !invoice.path("Cancelled").asBoolean())
          .sort("customername", "CustomerName")
          .sort("customernumber", "CustomerNumber")
          .sort("documentnumber", "DocumentNumber")
          .sort("invoicedate", "InvoiceDate")
          .sort("ocr", "OCR")
          .sort("total", "Total")
          .search("costcenter", "CostCenter")
          .search("customername", "CustomerName")
          .search("customernumber", "CustomerNumber")
          .search("documentnumber", "DocumentNumber")
          .search("ocr", "OCR")
          .search("ourreference", "OurReference")
          .search("yourreference", "YourReference")
          .search("yourordernumber", "YourOrderNumber")
          .search("project", "Project")
          .search("sent", "Sent")
          .search("notcompleted", "NotCompleted")
          .search("credit", "Credit")
          .search("externalinvoicereference1", "ExternalInvoiceReference1")
          .search("externalinvoicereference2", "ExternalInvoiceReference2")
          .search("invoicetype", "InvoiceType")
          .search("currency", "Currency")
          .search("articlenumber", "InvoiceRows/ArticleNumber")
          .search("articledescription", "InvoiceRows/Description")
          .from("fromdate", "InvoiceDate")
          .until("todate", "InvoiceDate")
          .from("fromfinalpaydate", "FinalPayDate")
          .until("tofinalpaydate", "FinalPayDate")
          .from("accountnumberfrom", "InvoiceRows/AccountNumber")
          .until("accountnumberto", "InvoiceRows/AccountNumber");

  private InvoiceTables() {}

  private static boolean isBooked(ObjectNode invoice) {
    return invoice.path("Booked").asBoolean();
  }

  private static boolean owes(ObjectNode invoice) {
    return invoice.path("Balance").decimalValue().signum() != 0;
  }

  private static boolean isLocked(ObjectNode invoice) {
    return isBooked(invoice) || invoice.path("Cancelled").asBoolean();
  }

  private static void rest(ObjectNode invoice) {
    String number = invoice.path("DocumentNumber").asText();
    if (number.isEmpty()) {
      return; // not numbered yet
    }
    if (!invoice.has("OCR")) {
      invoice.put("OCR", Ocr.of(number));
    }
    if (!invoice.has("Balance") || !isLocked(invoice)) {
      invoice.set("Balance", invoice.path("TotalToPay"));
    }
  }
}
