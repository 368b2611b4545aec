package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.derived;
import static io.fortnoxconnector.translation.Columns.rate;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The small registers that documents refer to, and the company's own facts. The connector only
 * reads them: they are settings of the company, kept in Fortnox.
 */
public final class Settings {
  private static final Pattern DAYS = Pattern.compile("[0-9]{1,4}");

  /**
   * <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Terms-Of-Payments">Fortnox: Terms of
   * payments</a>.
   */
  public static final Resource PAYMENT_TERMS =
      resource("paymentTerms", "/3/termsofpayments")
          .wrappedIn("TermsOfPayment", "TermsOfPayments")
          .scope("settings")
          .numberedBy("Code")
          .allows(Operation.READ)
          .field("id", text("Code").readOnly())
          .field("code", text("Code").readOnly())
          .field("name", text("Description").readOnly())
          .field("days", derived("Code", "number", Settings::days))
          .listRowsCarry("Code", "Description")
          .build();

  /** <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Units">Fortnox: Units</a>. */
  public static final Resource UNITS =
      resource("units", "/3/units")
          .wrappedIn("Unit", "Units")
          .scope("settings")
          .numberedBy("Code")
          .allows(Operation.READ)
          .field("id", text("Code").readOnly())
          .field("code", text("Code").readOnly())
          .field("name", text("Description").readOnly())
          .field("codeEnglish", text("CodeEnglish").readOnly())
          .listRowsCarry("Code", "CodeEnglish", "Description")
          .build();

  /** <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Currencies">Fortnox: Currencies</a>. */
  public static final Resource CURRENCIES =
      resource("currencies", "/3/currencies")
          .wrappedIn("Currency", "Currencies")
          .scope("currency")
          .numberedBy("Code")
          .allows(Operation.READ)
          .field("id", text("Code").readOnly())
          .field("code", text("Code").readOnly())
          .field("name", text("Description").readOnly())
          .field("buyRate", rate("BuyRate").readOnly())
          .field("sellRate", rate("SellRate").readOnly())
          .field("unit", rate("Unit").readOnly())
          .field("rateDate", date("Date").readOnly())
          .field("isAutomatic", bool("IsAutomatic").readOnly())
          .listRowsCarry(
              "BuyRate", "Code", "Date", "Description", "IsAutomatic", "SellRate", "Unit")
          .build();

  /**
   * <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Company-Information">Fortnox: Company
   * Information</a>.
   */
  public static final Resource PROFILE =
      resource("profile", "/3/companyinformation")
          .wrappedIn("CompanyInformation", "")
          .scope("companyinformation")
          .allows(Operation.READ)
          .field("id", text("DatabaseNumber").readOnly())
          .field("companyName", text("CompanyName").readOnly())
          .field("organisationNumber", text("OrganizationNumber").readOnly())
          .object(
              "address",
              "Where the company gets its post.",
              member("addressLine1", text("Address").readOnly()),
              member("city", text("City").readOnly()),
              member("countryCode", text("CountryCode").readOnly()),
              member("postalCode", text("ZipCode").readOnly()))
          .object(
              "visitingAddress",
              "Where the company can be visited.",
              member("addressLine1", text("VisitAddress").readOnly()),
              member("city", text("VisitCity").readOnly()),
              member("countryCode", text("VisitCountryCode").readOnly()),
              member("postalCode", text("VisitZipCode").readOnly()))
          .build();

  private Settings() {}

  /** Terms that are so many days have that number as their code; others, such as K, have none. */
  private static Optional<JsonNode> days(String code) {
    return DAYS.matcher(code).matches()
        ? Optional.of(IntNode.valueOf(Integer.parseInt(code)))
        : Optional.empty();
  }
}
