package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.account;
import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.country;
import static io.fortnoxconnector.sandbox.register.Field.date;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.email;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.object;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.page;
import static io.fortnoxconnector.sandbox.register.Register.register;

import java.util.List;
import java.util.Optional;

/**
 * Every register that the sandbox has. Fields, lengths and choices come from Fortnox's OpenAPI
 * document, defaults and the look of unset fields from recorded answers.
 */
public final class Catalogue {

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

  static final Register SUPPLIERS =
      register(
              "suppliers",
              "Supplier",
              "Suppliers",
              bool("Active").initially(true).listed(),
              text("Address1", 1024).listed(),
              text("Address2", 1024).listed(),
              text("BG").listed(),
              text("BIC").listed(),
              text("Bank"),
              text("BankAccountNumber").listed(),
              text("BranchCode"),
              text("City", 1024).listed(),
              text("ClearingNumber"),
              text("Comments", 1024),
              text("CostCenter").refersTo("costcenters").listed(),
              text("Country").readOnly(),
              country("CountryCode").listed(),
              text("Currency").exactly(3).refersTo("currencies").initially("SEK").listed(),
              bool("DisablePaymentFile").initially(false).listed(),
              email("Email").emptyWhenUnset().listed(),
              text("Fax", 1024),
              text("IBAN").listed(),
              text("Name", 1024).required().listed(),
              text("OrganisationNumber", 30)
                  .check(Check.ORGANISATION_NUMBER)
                  .emptyWhenUnset()
                  .listed(),
              text("OurCustomerNumber"),
              text("OurReference", 50).emptyWhenUnset(),
              text("PG").listed(),
              text("Phone1", 1024).listedAs("Phone"),
              text("Phone2", 1024),
              text("PreDefinedAccount").exactly(4).check(Check.NUMBER).listed(),
              text("Project").refersTo("projects").emptyWhenUnset().listed(),
              text("SupplierNumber", 1024).check(Check.NUMBER).listed(),
              text("TermsOfPayment").refersTo("termsofpayments").emptyWhenUnset().listed(),
              text("VATNumber").check(Check.VAT_NUMBER).emptyWhenUnset(),
              choice("VATType", "NORMAL", "REVERSE", "UIF").initially("NORMAL"),
              text("VisitingAddress", 128),
              text("VisitingCity", 128),
              text("VisitingCountry", 128),
              country("VisitingCountryCode"),
              text("VisitingZipCode", 10),
              text("WWW", 128).emptyWhenUnset(),
              text("WorkPlace"),
              text("YourReference", 50).emptyWhenUnset(),
              text("ZipCode", 10).listed())
          .scope("supplier", "leverantörsregister")
          .numbered("SupplierNumber")
          .notFound(2000438, "Kan inte hitta leverantören.")
          .taken("Leverantörsnummer %s används redan.")
          .knowsLastModified()
          .emptyInLists()
          .countryName("CountryCode", "Country")
          .sort("name", "Name")
          .sort("suppliernumber", "SupplierNumber")
          .search("suppliernumber", "SupplierNumber")
          .search("name", "Name")
          .search("organisationnumber", "OrganisationNumber")
          .search("phone", "Phone1", "Phone2")
          .search("phone1", "Phone1")
          .search("phone2", "Phone2")
          .search("zipcode", "ZipCode")
          .search("city", "City")
          .search("email", "Email");

  static final Register PROJECTS =
      register(
              "projects",
              "Project",
              "Projects",
              text("Comments", 512),
              text("ContactPerson", 50),
              text("Description", 50).required().listed(),
              date("EndDate").listed(),
              text("ProjectLeader", 50).listed(),
              text("ProjectNumber", 20).check(Check.NUMBER).listed(),
              choice("Status", "NOTSTARTED", "ONGOING", "COMPLETED").initially("ONGOING").listed(),
              date("StartDate").listed())
          .scope("project", "projekt")
          .numbered("ProjectNumber")
          .location("project")
          .notFound(2001161, "Kan inte hitta projektet.")
          .taken("Projektnummer %s används redan.")
          .search("description", "Description")
          .search("projectleader", "ProjectLeader");

  static final Register UNITS =
      register(
              "units",
              "Unit",
              "Units",
              code(20),
              text("CodeEnglish", 100).emptyWhenUnset().listed(),
              text("Description", 100).required().listed())
          .notFound(2000432, "Kan inte hitta enheten.");

  static final Register TERMS_OF_PAYMENTS =
      register(
              "termsofpayments",
              "TermsOfPayment",
              "TermsOfPayments",
              code(25),
              text("Description").required().listed())
          .location("paymentterms")
          .notFound(2000429, "Kan inte hitta betalningsvillkoret.");

  static final Register TERMS_OF_DELIVERIES =
      register(
              "termsofdeliveries",
              "TermsOfDelivery",
              "TermsOfDeliveries",
              code(20),
              text("Description", 200).required().listed(),
              text("DescriptionEnglish", 100).emptyWhenUnset().listed())
          .without("DELETE")
          .notFound(2000435, "Kan inte hitta leveransvillkoret.");

  static final Register WAYS_OF_DELIVERY =
      register(
              "wayofdeliveries",
              "WayOfDelivery",
              "WayOfDeliveries",
              code(50),
              text("Description", 100).listed(),
              text("DescriptionEnglish", 100).emptyWhenUnset().listed())
          .notFound(2000436, "Kan inte hitta leveranssättet.");

  static final Register PRICE_LISTS =
      register(
              "pricelists",
              "PriceList",
              "PriceLists",
              code(100),
              text("Comments").listed(),
              text("Description", 50).required().listed(),
              bool("PreSelected").readOnly().initially(false).listed())
          .scope("price", "prislistor")
          .without("DELETE")
          .notFound(2000431, "Kan inte hitta prislistan.");

  static final Register CURRENCIES =
      register(
              "currencies",
              "Currency",
              "Currencies",
              decimal("BuyRate").initially(1).listed(),
              text("Code").exactly(3).required().listed(),
              date("Date").readOnly().listed(),
              text("Description").required().listed(),
              bool("IsAutomatic").readOnly().initially(false).listed(),
              decimal("SellRate").initially(1).listed(),
              decimal("Unit").initially(1).listed())
          .scope("currency", "valutor")
          .notFound(2000427, "Kan inte hitta valutan.");

  static final Register COST_CENTERS =
      register(
              "costcenters",
              "CostCenter",
              "CostCenters",
              bool("Active").initially(true).listed(),
              code(6),
              text("Description").required().listed(),
              text("Note").listed())
          .scope("costcenter", "kostnadsställen")
          .notFound(2000437, "Kan inte hitta kostnadsstället.");

  static final Register COMPANY_INFORMATION =
      page(
              "companyinformation",
              "CompanyInformation",
              text("Address").emptyWhenUnset(),
              text("City").emptyWhenUnset(),
              text("CountryCode").emptyWhenUnset(),
              integer("DatabaseNumber"),
              text("CompanyName").emptyWhenUnset(),
              text("OrganizationNumber").emptyWhenUnset(),
              text("VisitAddress").emptyWhenUnset(),
              text("VisitCity").emptyWhenUnset(),
              text("VisitCountryCode").emptyWhenUnset(),
              text("VisitZipCode").emptyWhenUnset(),
              text("ZipCode").emptyWhenUnset())
          .scope("companyinformation", "företagsinformation");

  private static final List<Register> ALL =
      List.of(
          CUSTOMERS,
          CUSTOMER_REFERENCES,
          SUPPLIERS,
          PROJECTS,
          UNITS,
          TERMS_OF_PAYMENTS,
          TERMS_OF_DELIVERIES,
          WAYS_OF_DELIVERY,
          PRICE_LISTS,
          CURRENCIES,
          COST_CENTERS,
          COMPANY_INFORMATION);

  private Catalogue() {}

  public static List<Register> all() {
    return ALL;
  }

  public static Optional<Register> find(String path) {
    return ALL.stream().filter(register -> register.path.equals(path)).findFirst();
  }

  private static Field code(int longest) {
    return text("Code", longest).required().listed();
  }

  private static Field delivery(String document) {
    return choice(document, "PRINT", "EMAIL", "PRINTSERVICE").initially("PRINT");
  }
}
