package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.account;
import static io.fortnoxconnector.translation.Columns.bankgiro;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.country;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.email;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.organisationNumber;
import static io.fortnoxconnector.translation.Columns.plusgiro;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Columns.vatNumber;
import static io.fortnoxconnector.translation.Columns.website;
import static io.fortnoxconnector.translation.ResourceBuilder.entry;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import java.util.List;

/**
 * Fortnox suppliers, <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Suppliers">Fortnox:
 * Suppliers</a>. Fortnox states fewer lengths for them than for customers.
 */
public final class Suppliers {
  private static final String ONE_BANK_ACCOUNT = "Fortnox keeps one bank account of a supplier.";

  /** The table. */
  public static final Resource SUPPLIERS =
      resource("suppliers", "/3/suppliers")
          .wrappedIn("Supplier", "Suppliers")
          .scope("supplier")
          .numberedBy("SupplierNumber")
          // Fortnox's documentation has no DELETE; active is what to change instead.
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)

          // The fields of the unified model.
          .field("id", text("SupplierNumber").readOnly())
          .list(
              "addresses",
              Contacts.ADDRESS_TYPES,
              "Fortnox keeps a supplier's billing and visiting address.",
              entry(
                  "BILLING",
                  List.of("EMPTY", "WORK", "PRIVATE"),
                  member("addressLine1", text("Address1")),
                  member("addressLine2", text("Address2")),
                  member("city", text("City").max(1024)),
                  member("countryCode", country("CountryCode", "Country")),
                  member("postalCode", text("ZipCode"))))
          .hasNoPlaceFor("accountNumber", "number", Contacts.NO_ACCOUNT_NUMBER)
          .listOfOne("bankAccounts", ONE_BANK_ACCOUNT, Contacts.bankAccount())
          .alsoWrittenAs("bankAccount", ONE_BANK_ACCOUNT, Contacts.bankAccount())
          .field("companyName", text("Name").max(1024).requiredOnCreate())
          .hasNoPlaceFor(
              "contactPersons",
              "array",
              "Fortnox keeps no contact persons of suppliers; yourReference is one name.")
          .always(
              "contactType",
              "COMPANY",
              List.of("CONTACT_PERSON"),
              "Fortnox doesn't tell suppliers that are companies from persons.")
          .hasNoPlaceFor(
              "documentId", "string", "Fortnox has no reference field of its own for suppliers.")
          .list(
              "emailAddresses",
              Contacts.EMAIL_TYPES,
              "Fortnox keeps one e-mail address of a supplier.",
              entry(
                  "BUSINESS",
                  List.of("OFFICE", "PRIVATE", "OTHER"),
                  member("email", email("Email"))))
          .field("number", number("SupplierNumber").onCreateOnly())
          .list(
              "phoneNumbers",
              Contacts.PHONE_TYPES,
              "Fortnox keeps two phone numbers and a fax number of a supplier.",
              entry(
                  "BUSINESS",
                  List.of("OFFICE", "LANDLINE"),
                  member("number", text("Phone1").max(1024))),
              entry(
                  "OTHER",
                  List.of("MOBILE", "PRIVATE", "WHATSAPP"),
                  member("number", text("Phone2").max(1024))),
              entry("FAX", List.of(), member("number", text("Fax"))))
          .field("projectId", text("Project"))
          .always("role", "SUPPLIER", List.of(), "Customers and suppliers are apart in Fortnox.")
          .hasNoPlaceFor("updatedDate", "string", Contacts.NO_UPDATED_DATE)
          .field("vatId", vatNumber("VATNumber"))

          // What Fortnox has beyond.
          .field("active", bool("Active").neverEmpty())
          .field("organisationNumber", organisationNumber("OrganisationNumber"))
          .field("currency", currency("Currency").neverEmpty())
          .field("vatType", choice("VATType", "NORMAL", "REVERSE", "UIF").neverEmpty())
          .object(
              "visitingAddress",
              "Where the supplier can be visited.",
              member("addressLine1", text("VisitingAddress")),
              member("city", text("VisitingCity")),
              member("countryCode", country("VisitingCountryCode", "VisitingCountry")),
              member("postalCode", text("VisitingZipCode")))
          .field("bankgiro", bankgiro("BG"))
          .field("plusgiro", plusgiro("PG"))
          .field("bankAccountNumber", text("BankAccountNumber"))
          .field("clearingNumber", text("ClearingNumber"))
          .field("branchCode", text("BranchCode"))
          .field("paymentFileDisabled", bool("DisablePaymentFile").neverEmpty())
          .field("predefinedAccount", account("PreDefinedAccount"))
          .field("paymentTerms", text("TermsOfPayment"))
          .field("costCenter", text("CostCenter"))
          .field("ourCustomerNumber", text("OurCustomerNumber"))
          .field("ourReference", text("OurReference"))
          .field("yourReference", text("YourReference"))
          .field("workplace", text("WorkPlace"))
          .field("website", website("WWW"))
          .field("comments", text("Comments").max(1024))
          .rule(
              new OrganisationNumberRule("organisationNumber", "OrganisationNumber", "CountryCode"))

          // Lists.
          .listRowsCarry(
              "Active",
              "Address1",
              "Address2",
              "BG",
              "BIC",
              "BankAccountNumber",
              "City",
              "CostCenter",
              "CountryCode",
              "Currency",
              "DisablePaymentFile",
              "Email",
              "IBAN",
              "Name",
              "OrganisationNumber",
              "PG",
              "PreDefinedAccount",
              "Project",
              "SupplierNumber",
              "TermsOfPayment",
              "ZipCode")
          .listRowsCall("Phone1", "Phone")
          .search("email", "email")
          .search("name", "name")
          .search("number", "suppliernumber")
          .search("organisationNumber", "organisationnumber")
          .search("city", "city")
          .search("postalCode", "zipcode")
          .search("phone", "phone")
          // Two generations of Fortnox's schema disagree on whether suppliers have lastmodified.
          .cannotFilterBy(
              LastModifiedFilter.NAME,
              "It isn't certain that Fortnox filters suppliers by time; they can be filtered by "
                  + "email, name, number, organisationNumber, city, postalCode and phone.")
          .filter("sortBy", "sortby", word("number", "suppliernumber"), word("name", "name"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .foundAgainBy("OrganisationNumber", "organisationnumber")
          .foundAgainBy("Email", "email")
          .foundAgainByMere("Name", "name")
          .build();

  private Suppliers() {}
}
