package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.account;
import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.country;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.email;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.object;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

/** Customers and their reference rows. */
final class CustomerTables {

  static final Register CUSTOMERS =
      register(
              "customers",
              "Customer",
              "Customers",
              bool("Active").initially(true),
              text("Address1", 1024).listed(),
              text("Address2", 1024).listed(),
              text("City", 1024).listed(),
              text("Comments", 1024),
              text("CostCenter").refersTo("costcenters"),
              text("Country").readOnly(),
              country("CountryCode"),
              text("Currency").exactly(3).refersTo("currencies").initially("SEK"),
              text("CustomerNumber", 1024).check(Check.NUMBER).listed(),
              object(
                  "DefaultDeliveryTypes",
                  delivery("Invoice"),
                  delivery("Offer"),
                  delivery("Order")),
              object(
                  "DefaultTemplates",
                  text("CashInvoice").initially("DEFAULTTEMPLATE"),
                  text("Invoice").initially("DEFAULTTEMPLATE"),
                  text("Offer").initially("DEFAULTTEMPLATE"),
                  text("Order").initially("DEFAULTTEMPLATE")),
              text("DeliveryAddress1", 1024),
              text("DeliveryAddress2", 1024),
              text("DeliveryCity", 1024),
              text("DeliveryCountry", 1024).readOnly(),
              country("DeliveryCountryCode"),
              text("DeliveryFax", 1024),
              text("DeliveryName", 1024),
              text("DeliveryPhone1", 1024),
              text("DeliveryPhone2", 1024),
              text("DeliveryZipCode", 10),
              email("Email").emptyWhenUnset().listed(),
              email("EmailInvoice").emptyWhenUnset(),
              email("EmailInvoiceBCC").emptyWhenUnset(),
              email("EmailInvoiceCC").emptyWhenUnset(),
              email("EmailOffer").emptyWhenUnset(),
              email("EmailOfferBCC").emptyWhenUnset(),
              email("EmailOfferCC").emptyWhenUnset(),
              email("EmailOrder").emptyWhenUnset(),
              email("EmailOrderBCC").emptyWhenUnset(),
              email("EmailOrderCC").emptyWhenUnset(),
              text("ExternalReference", 1024),
              text("Fax", 1024),
              text("GLN").exactly(13),
              text("GLNDelivery").exactly(13),
              text("InvoiceAdministrationFee"),
              decimal("InvoiceDiscount"),
              text("InvoiceFreight"),
              text("InvoiceRemark", 1024).emptyWhenUnset(),
              text("Name", 1024).required().listed(),
              text("OrganisationNumber", 30)
                  .check(Check.ORGANISATION_NUMBER)
                  .emptyWhenUnset()
                  .listed(),
              text("OurReference", 50).emptyWhenUnset(),
              text("Phone1", 1024).listedAs("Phone"),
              text("Phone2", 1024),
              text("PriceList").refersTo("pricelists").initially("A"),
              text("Project").refersTo("projects").emptyWhenUnset(),
              account("SalesAccount"),
              bool("ShowPriceVATIncluded").initially(false),
              text("TermsOfDelivery").refersTo("termsofdeliveries").emptyWhenUnset(),
              text("TermsOfPayment").refersTo("termsofpayments").emptyWhenUnset(),
              choice("Type", "PRIVATE", "COMPANY")
                  .initially("COMPANY")
                  .otherwise(Refusal.invalid(2001200, "Ogiltig kundtyp")),
              text("VATNumber").check(Check.VAT_NUMBER).emptyWhenUnset(),
              choice("VATType", "SEVAT", "SEREVERSEDVAT", "EUREVERSEDVAT", "EUVAT", "EXPORT")
                  .initially("SEVAT"),
              text("VisitingAddress", 128),
              text("VisitingCity", 128),
              text("VisitingCountry", 128).readOnly(),
              country("VisitingCountryCode"),
              text("VisitingZipCode", 10),
              text("WWW", 128).emptyWhenUnset(),
              text("WayOfDelivery").refersTo("wayofdeliveries").emptyWhenUnset(),
              text("YourReference", 50).emptyWhenUnset(),
              text("ZipCode", 10).listed())
          .scope("customer", "kundregister")
          .numbered("CustomerNumber")
          .notFound(2000433, "Kan inte hitta kunden.")
          .taken("Kundnummer %s används redan.")
          .knowsLastModified()
          .emptyInLists()
          .countryName("CountryCode", "Country")
          .countryName("DeliveryCountryCode", "DeliveryCountry")
          .countryName("VisitingCountryCode", "VisitingCountry")
          .filter("active", customer -> customer.path("Active").asBoolean())
          .filter("inactive", customer -> !customer.path("Active").asBoolean())
          .sort("customernumber", "CustomerNumber")
          .sort("name", "Name")
          .search("customernumber", "CustomerNumber")
          .search("name", "Name")
          .search("zipcode", "ZipCode")
          .search("city", "City")
          .search("email", "Email")
          .search("phone", "Phone1", "Phone2")
          .search("organisationnumber", "OrganisationNumber")
          .search("gln", "GLN")
          .search("glndelivery", "GLNDelivery");

  static final Register CUSTOMER_REFERENCES =
      register(
              "customerreferences",
              "CustomerReferenceRow",
              "CustomerReferenceRows",
              text("CustomerNumber").required().refersTo("customers").listed(),
              integer("Id").readOnly().listed(),
              text("Reference", 1024).required().listed())
          .scope("customer", "kundregister")
          .numbered("Id")
          .notFound(2000433, "Kan inte hitta kunden.")
          .listWrappedIn("CustomerReference")
          .withoutUrl()
          .exactSearch("customer", "CustomerNumber");

  private CustomerTables() {}

  private static Field delivery(String document) {
    return choice(document, "PRINT", "EMAIL", "PRINTSERVICE").initially("PRINT");
  }
}
