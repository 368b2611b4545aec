package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.account;
import static io.fortnoxconnector.translation.Columns.amountInText;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.country;
import static io.fortnoxconnector.translation.Columns.currency;
import static io.fortnoxconnector.translation.Columns.email;
import static io.fortnoxconnector.translation.Columns.gln;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.organisationNumber;
import static io.fortnoxconnector.translation.Columns.percentage;
import static io.fortnoxconnector.translation.Columns.renamedChoice;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Columns.vatNumber;
import static io.fortnoxconnector.translation.Columns.website;
import static io.fortnoxconnector.translation.ResourceBuilder.entry;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import java.util.List;

/**
 * Fortnox customers, <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Customers">Fortnox:
 * Customers</a>.
 */
public final class Customers {
  private static final String[] DELIVERY_TYPES = {
    // Fortnox's schema hasn't got the last one; real customers have.
    "PRINT", "EMAIL", "PRINTSERVICE", "ELECTRONICINVOICE"
  };

  /** The table. */
  public static final Resource CUSTOMERS =
      resource("customers", "/3/customers")
          .wrappedIn("Customer", "Customers")
          .scope("customer")
          .numberedBy("CustomerNumber")
          .allows(
              Operation.READ,
              Operation.CREATE,
              Operation.REPLACE,
              Operation.PATCH,
              Operation.DELETE)

          // The fields of the unified model.
          .field("id", text("CustomerNumber").readOnly())
          .list(
              "addresses",
              Contacts.ADDRESS_TYPES,
              "Fortnox keeps a customer's billing, delivery and visiting address.",
              entry(
                  "BILLING",
                  List.of("EMPTY", "WORK", "PRIVATE"),
                  member("addressLine1", text("Address1").max(1024)),
                  member("addressLine2", text("Address2").max(1024)),
                  member("city", text("City").max(1024)),
                  member("countryCode", country("CountryCode", "Country")),
                  member("postalCode", text("ZipCode").max(10))),
              entry(
                  "DELIVERY",
                  List.of(),
                  member("addressLine1", text("DeliveryAddress1").max(1024)),
                  member("addressLine2", text("DeliveryAddress2").max(1024)),
                  member("city", text("DeliveryCity").max(1024)),
                  member("countryCode", country("DeliveryCountryCode", "DeliveryCountry")),
                  member("postalCode", text("DeliveryZipCode").max(10))))
          .hasNoPlaceFor("accountNumber", "number", Contacts.NO_ACCOUNT_NUMBER)
          .hasNoPlaceFor("bankAccounts", "array", "Fortnox keeps no bank accounts of customers.")
          .hasNoPlaceFor("bankAccount", "object", "Fortnox keeps no bank accounts of customers.")
          .field("companyName", text("Name").max(1024).requiredOnCreate())
          .contactPersons(
              new Rows(
                  "contactPersons",
                  "/3/customerreferences",
                  "CustomerReferenceRow",
                  "/CustomerReference/CustomerReferenceRows",
                  "customer",
                  "CustomerNumber",
                  "Id",
                  "Reference"))
          .field(
              "contactType",
              renamedChoice(
                      "Type",
                      // Old customers have it; Fortnox refuses it in requests (2001200).
                      List.of(word("UNDEFINED", "UNDEFINED")),
                      word("COMPANY", "COMPANY"),
                      word("CONTACT_PERSON", "PRIVATE"))
                  .neverEmpty())
          // A caller's own key for the contact, which is what Fortnox's free text is used for.
          .field("documentId", text("ExternalReference").max(1024))
          .list(
              "emailAddresses",
              Contacts.EMAIL_TYPES,
              "Fortnox keeps a customer's e-mail address and one for invoices; invoiceEmails, "
                  + "offerEmails and orderEmails have the copies.",
              entry(
                  "BUSINESS",
                  List.of("OFFICE", "PRIVATE", "OTHER"),
                  member("email", email("Email").max(1024))),
              entry("INVOICE", List.of(), member("email", email("EmailInvoice").max(1024))))
          .field("number", number("CustomerNumber").max(1024).onCreateOnly())
          .list(
              "phoneNumbers",
              Contacts.PHONE_TYPES,
              "Fortnox keeps two phone numbers and a fax number of a customer.",
              entry(
                  "BUSINESS",
                  List.of("OFFICE", "LANDLINE"),
                  member("number", text("Phone1").max(1024))),
              entry(
                  "OTHER",
                  List.of("MOBILE", "PRIVATE", "WHATSAPP"),
                  member("number", text("Phone2").max(1024))),
              entry("FAX", List.of(), member("number", text("Fax").max(1024))))
          .field("projectId", text("Project"))
          .always("role", "CUSTOMER", List.of(), "Customers and suppliers are apart in Fortnox.")
          .hasNoPlaceFor("updatedDate", "string", Contacts.NO_UPDATED_DATE)
          .field("vatId", vatNumber("VATNumber"))

          // What Fortnox has beyond.
          .field("active", bool("Active").neverEmpty())
          .field("organisationNumber", organisationNumber("OrganisationNumber").max(30))
          .field("currency", currency("Currency").neverEmpty())
          .field(
              "vatType",
              choice("VATType", "SEVAT", "SEREVERSEDVAT", "EUREVERSEDVAT", "EUVAT", "EXPORT")
                  .neverEmpty())
          .object(
              "visitingAddress",
              "Where the customer can be visited.",
              member("addressLine1", text("VisitingAddress").max(128)),
              member("city", text("VisitingCity").max(128)),
              member("countryCode", country("VisitingCountryCode", "VisitingCountry")),
              member("postalCode", text("VisitingZipCode").max(10)))
          .object(
              "deliveryContact",
              "Who takes deliveries at the address of type DELIVERY.",
              member("name", text("DeliveryName").max(1024)),
              member("phoneNumber", text("DeliveryPhone1").max(1024)),
              member("alternativePhoneNumber", text("DeliveryPhone2").max(1024)),
              member("fax", text("DeliveryFax").max(1024)))
          .object(
              "invoiceEmails",
              "Where invoices are sent; to is the e-mail address of type INVOICE.",
              member("to", email("EmailInvoice").max(1024)),
              member("cc", email("EmailInvoiceCC").max(1024)),
              member("bcc", email("EmailInvoiceBCC").max(1024)))
          .object(
              "offerEmails",
              "Where offers are sent.",
              member("to", email("EmailOffer").max(1024)),
              member("cc", email("EmailOfferCC").max(1024)),
              member("bcc", email("EmailOfferBCC").max(1024)))
          .object(
              "orderEmails",
              "Where order confirmations are sent.",
              member("to", email("EmailOrder").max(1024)),
              member("cc", email("EmailOrderCC").max(1024)),
              member("bcc", email("EmailOrderBCC").max(1024)))
          .field("website", website("WWW").max(128))
          .field("gln", gln("GLN"))
          .field("glnDelivery", gln("GLNDelivery"))
          .field("ourReference", text("OurReference").max(50))
          .field("yourReference", text("YourReference").max(50))
          .field("costCenter", text("CostCenter"))
          .field("paymentTerms", text("TermsOfPayment"))
          .field("deliveryTerms", text("TermsOfDelivery"))
          .field("deliveryMethod", text("WayOfDelivery"))
          .field("priceList", text("PriceList").neverEmpty())
          .field("pricesIncludeVat", bool("ShowPriceVATIncluded").neverEmpty())
          .field("salesAccount", account("SalesAccount"))
          .field("invoiceDiscountPercentage", percentage("InvoiceDiscount"))
          .field("invoiceAdministrationFee", amountInText("InvoiceAdministrationFee"))
          .field("invoiceFreight", amountInText("InvoiceFreight"))
          .field("invoiceRemark", text("InvoiceRemark").max(1024))
          .field("comments", text("Comments").max(1024))
          .object(
              "defaultDeliveryTypes",
              "How documents reach the customer unless one says otherwise.",
              member(
                  "invoice", choice("DefaultDeliveryTypes/Invoice", DELIVERY_TYPES).neverEmpty()),
              member("offer", choice("DefaultDeliveryTypes/Offer", DELIVERY_TYPES).neverEmpty()),
              member("order", choice("DefaultDeliveryTypes/Order", DELIVERY_TYPES).neverEmpty()))
          .object(
              "defaultTemplates",
              "Print templates, by their names in Fortnox.",
              member("invoice", text("DefaultTemplates/Invoice").neverEmpty()),
              member("cashInvoice", text("DefaultTemplates/CashInvoice").neverEmpty()),
              member("offer", text("DefaultTemplates/Offer").neverEmpty()),
              member("order", text("DefaultTemplates/Order").neverEmpty()))
          .rule(
              new OrganisationNumberRule("organisationNumber", "OrganisationNumber", "CountryCode"))

          // Lists.
          .listRowsCarry(
              "Address1",
              "Address2",
              "City",
              "CustomerNumber",
              "Email",
              "Name",
              "OrganisationNumber",
              "ZipCode")
          .listRowsCall("Phone1", "Phone")
          .search("email", "email")
          .search("name", "name")
          .search("number", "customernumber")
          .search("organisationNumber", "organisationnumber")
          .search("city", "city")
          .search("postalCode", "zipcode")
          .search("phone", "phone")
          .search("gln", "gln")
          .search("glnDelivery", "glndelivery")
          .filter("active", "filter", word("true", "active"), word("false", "inactive"))
          .lastModified()
          .filter("sortBy", "sortby", word("number", "customernumber"), word("name", "name"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .foundAgainBy("OrganisationNumber", "organisationnumber")
          .foundAgainBy("Email", "email")
          .foundAgainByMere("Name", "name")
          .build();

  private Customers() {}
}
