package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.page;

/** What is known about the company itself. */
final class CompanyTables {

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

  static final Register COMPANY_SETTINGS =
      page(
          "settings/company",
          "CompanySettings",
          text("Address").emptyWhenUnset(),
          text("BG").emptyWhenUnset(),
          text("BIC").emptyWhenUnset(),
          text("BranchCode").emptyWhenUnset(),
          text("City").emptyWhenUnset(),
          text("ContactFirstName").emptyWhenUnset(),
          text("ContactLastName").emptyWhenUnset(),
          text("Country").emptyWhenUnset(),
          text("CountryCode").emptyWhenUnset(),
          text("DatabaseNumber").emptyWhenUnset(),
          text("Domicile").emptyWhenUnset(),
          text("Email").emptyWhenUnset(),
          text("Fax").emptyWhenUnset(),
          text("IBAN").emptyWhenUnset(),
          text("Name").emptyWhenUnset(),
          text("OrganizationNumber").emptyWhenUnset(),
          text("PG").emptyWhenUnset(),
          text("Phone1").emptyWhenUnset(),
          text("Phone2").emptyWhenUnset(),
          bool("TaxEnabled").initially(true),
          text("VATNumber").emptyWhenUnset(),
          text("VisitAddress").emptyWhenUnset(),
          text("VisitCity").emptyWhenUnset(),
          text("VisitCountry").emptyWhenUnset(),
          text("VisitCountryCode").emptyWhenUnset(),
          text("VisitName").emptyWhenUnset(),
          text("VisitZipCode").emptyWhenUnset(),
          text("WWW").emptyWhenUnset(),
          text("ZipCode").emptyWhenUnset());

  private CompanyTables() {}
}
