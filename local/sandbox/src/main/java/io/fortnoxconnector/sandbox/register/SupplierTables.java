package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.country;
import static io.fortnoxconnector.sandbox.register.Field.email;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

/** Suppliers. */
final class SupplierTables {

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
              text("PreDefinedAccount")
                  .exactly(4)
                  .check(Check.NUMBER)
                  .refersTo("accounts")
                  .listed(),
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

  private SupplierTables() {}
}
