package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.country;
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

  /**
   * <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Modes-Of-Payments">Fortnox: Modes of
   * payments</a>.
   */
  public static final Resource PAYMENT_METHODS =
      resource("paymentMethods", "/3/modesofpayments")
          .wrappedIn("ModeOfPayment", "ModesOfPayments")
          .scope("settings")
          .numberedBy("Code")
          .allows(Operation.READ)
          .field("id", text("Code").readOnly())
          .field("code", text("Code").readOnly())
          .field("name", text("Description").readOnly())
          .field("accountId", text("AccountNumber").readOnly())
          .listRowsCarry("AccountNumber", "Code", "Description")
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

  /**
   * What the profile leaves out, for those who have the scope, <a
   * href="https://apps.fortnox.se/apidocs#tag/fortnox_Company-Settings">Fortnox: Company
   * Settings</a>.
   */
  public static final Resource COMPANY_SETTINGS =
      resource("companySettings", "/3/settings/company")
          .wrappedIn("CompanySettings", "")
          .scope("settings")
          .allows(Operation.READ)
          .field("id", text("DatabaseNumber").readOnly())
          .field("companyName", text("Name").readOnly())
          .field("organisationNumber", text("OrganizationNumber").readOnly())
          .field("vatId", text("VATNumber").readOnly())
          .field("isApprovedForTax", bool("TaxEnabled").readOnly())
          .field("domicile", text("Domicile").readOnly())
          .object(
              "address",
              "Where the company gets its post.",
              member("addressLine1", text("Address").readOnly()),
              member("city", text("City").readOnly()),
              member("countryCode", country("CountryCode", "Country").readOnly()),
              member("postalCode", text("ZipCode").readOnly()))
          .object(
              "visitingAddress",
              "Where the company can be visited.",
              member("name", text("VisitName").readOnly()),
              member("addressLine1", text("VisitAddress").readOnly()),
              member("city", text("VisitCity").readOnly()),
              member("countryCode", country("VisitCountryCode", "VisitCountry").readOnly()),
              member("postalCode", text("VisitZipCode").readOnly()))
          .object(
              "contact",
              "Who answers for the company.",
              member("firstName", text("ContactFirstName").readOnly()),
              member("lastName", text("ContactLastName").readOnly()),
              member("email", text("Email").readOnly()),
              member("phoneNumber", text("Phone1").readOnly()),
              member("alternativePhoneNumber", text("Phone2").readOnly()),
              member("fax", text("Fax").readOnly()),
              member("website", text("WWW").readOnly()))
          .object(
              "bankAccount",
              "Where the company is paid.",
              member("bankgiro", text("BG").readOnly()),
              member("plusgiro", text("PG").readOnly()),
              member("iban", text("IBAN").readOnly()),
              member("bic", text("BIC").readOnly()),
              member("branchCode", text("BranchCode").readOnly()))
          .build();

  /** Up to when nothing more can be booked. */
  public static final Resource LOCKED_PERIOD =
      resource("lockedPeriod", "/3/settings/lockedperiod")
          .wrappedIn("LockedPeriod", "")
          .scope("settings")
          .allows(Operation.READ)
          .field("endDate", date("EndDate").readOnly())
          .build();

  private Settings() {}

  /** Terms that are so many days have that number as their code; others, such as K, have none. */
  private static Optional<JsonNode> days(String code) {
    return DAYS.matcher(code).matches()
        ? Optional.of(IntNode.valueOf(Integer.parseInt(code)))
        : Optional.empty();
  }
}
