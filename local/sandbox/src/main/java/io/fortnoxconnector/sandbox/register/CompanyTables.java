package io.fortnoxconnector.sandbox.register;

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

  private CompanyTables() {}
}
