package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.countryByName;
import static io.fortnoxconnector.translation.Columns.email;
import static io.fortnoxconnector.translation.Columns.flag;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.mailSubject;
import static io.fortnoxconnector.translation.Columns.rate;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.entry;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.noMember;

import java.util.List;
import java.util.stream.Stream;

/** What invoices, sales orders and offers have in common at Fortnox. */
final class Documents {
  static final List<String> ADDRESS_TYPES = List.of("BILLING", "DELIVERY", "SELLING");

  static final String NOT_DATED =
      "Fortnox doesn't tell when this was made or changed; lists can be filtered by it.";
  static final String NO_DISCOUNT = "Fortnox keeps discounts with the lines.";

  private static final String ONE_SUM =
      "Fortnox has one sum of a line: total, with VAT where lineAmountTypes is INCLUSIVE.";

  /** Of a line, where Fortnox has one. */
  static final Part[] ONE_SUM_OF_A_LINE = {
    noMember("totalGrossAmount", ONE_SUM),
    noMember("totalNetAmount", ONE_SUM),
    noMember("totalTaxAmount", ONE_SUM),
    member("total", amount("Total").readOnly())
  };

  private static final Part[] DISCOUNTS = {
    DiscountPart.amount("totalDiscountAmount"),
    DiscountPart.percentage("totalDiscountPercentage"),
    noMember("unitDiscountAmount", "Fortnox's amounts are a whole line's: totalDiscountAmount."),
    DiscountPart.percentage("unitDiscountPercentage")
  };

  static final Action MARK_AS_SENT =
      new Action("markAsSent", "externalprint", false, "Sent", "Says that it was sent elsewhere.");
  static final Action EMAIL =
      new Action("email", "email", true, "Sent", "Sends it, as emailInformation says.");

  /** Of an order or an offer: invoices and bills are void for another reason. */
  static final Action CANCEL =
      new Action("cancel", "cancel", false, "Cancelled", "Voids one that is open.");

  private Documents() {}

  static TypedListPart.Entry billingAddress() {
    return entry(
        "BILLING",
        List.of(),
        member("addressLine1", text("Address1")),
        member("addressLine2", text("Address2")),
        member("city", text("City").max(1024)),
        member("countryCode", countryByName("Country")),
        member("postalCode", text("ZipCode").max(1024)));
  }

  static TypedListPart.Entry deliveryAddress() {
    return entry(
        "DELIVERY",
        List.of(),
        member("addressLine1", text("DeliveryAddress1").max(1024)),
        member("addressLine2", text("DeliveryAddress2").max(1024)),
        member("city", text("DeliveryCity").max(1024)),
        member("countryCode", countryByName("DeliveryCountry")),
        member("postalCode", text("DeliveryZipCode").max(1024)));
  }

  /** Of the head, beyond what Maesn's models of the three have. */
  static Part[] head() {
    return new Part[] {
      member("lineAmountTypes", flag("VATIncluded", "INCLUSIVE", "EXCLUSIVE").neverEmpty()),
      member("paymentTermId", text("TermsOfPayment")),
      member("cancelled", bool("Cancelled").readOnly()),
      member("sent", bool("Sent").readOnly()),
      member("notCompleted", bool("NotCompleted").neverEmpty()),
      member("gross", amount("Gross").readOnly()),
      member("roundOff", amount("RoundOff").readOnly()),
      member("totalToPay", amount("TotalToPay").readOnly()),
      member("administrationFee", amount("AdministrationFee")),
      member("administrationFeeTax", amount("AdministrationFeeVAT").readOnly()),
      member("freight", amount("Freight")),
      member("freightTax", amount("FreightVAT").readOnly()),
      member("contributionPercentage", amount("ContributionPercent").readOnly()),
      member("contributionAmount", amount("ContributionValue").readOnly()),
      member("currencyRate", rate("CurrencyRate").neverEmpty()),
      member("currencyUnit", integer("CurrencyUnit", 1_000_000).neverEmpty()),
      member("ourReference", text("OurReference").max(50)),
      member("yourReference", text("YourReference").max(50)),
      member("organisationNumber", text("OrganisationNumber").readOnly()),
      member("phoneNumber", text("Phone1").max(1024)),
      member("alternativePhoneNumber", text("Phone2").max(1024)),
      member("deliveryName", text("DeliveryName").max(1024)),
      member("deliveryTerms", text("TermsOfDelivery")),
      member("deliveryMethod", text("WayOfDelivery")),
      member("costCenter", text("CostCenter")),
      member("projectId", text("Project")),
      member("priceList", text("PriceList").neverEmpty()),
      member("printTemplate", text("PrintTemplate").neverEmpty()),
      member("language", choice("Language", "SV", "EN").neverEmpty()),
      member("remarks", text("Remarks").max(1024)),
      new ObjectPart(
          "emailInformation",
          Members.of(
              member("from", email("EmailInformation/EmailAddressFrom")),
              member("to", email("EmailInformation/EmailAddressTo")),
              member("cc", email("EmailInformation/EmailAddressCC")),
              member("bcc", email("EmailInformation/EmailAddressBCC")),
              member("subject", mailSubject("EmailInformation/EmailSubject").max(100)),
              member("body", text("EmailInformation/EmailBody").max(20_000))),
          false,
          "How the action email sends it."),
      new RowsPart(
          "labels",
          "Labels",
          null,
          OwnRows.NONE,
          Members.of(member("id", integer("Id", Integer.MAX_VALUE).requiredOnCreate())),
          "Labels of the document, by their ids in Fortnox."),
      member(
          "taxReductionType",
          choice("TaxReductionType", "none", "rot", "rut", "green").neverEmpty()),
      member("taxReduction", amount("TaxReduction").readOnly()),
      member("taxReductionBasis", amount("BasisTaxReduction").readOnly()),
      member("housework", bool("HouseWork").readOnly())
    };
  }

  /**
   * Of a line of an order, an offer or a credit note, whose models are alike in Maesn.
   *
   * @param sums Maesn's three, and Fortnox's
   * @param own what only one of the documents has
   */
  static Part[] line(String[] houseworkTypes, Part[] sums, Part... own) {
    return Stream.of(values(houseworkTypes), DISCOUNTS, sums, own)
        .flatMap(Stream::of)
        .toArray(Part[]::new);
  }

  private static Part[] values(String[] houseworkTypes) {
    return new Part[] {
      noMember("createdDate", NOT_DATED),
      noMember("updatedDate", NOT_DATED),
      member("description", text("Description").max(255).neverEmpty()),
      member("itemId", text("ArticleNumber").clearedByNull()),
      member("taxCode", text("VATCode").readOnly()),
      member("unitAmount", amount("Price").neverEmpty()),
      member("unitName", text("Unit").neverEmpty()),
      member("accountId", accountNumber("AccountNumber").neverEmpty()),
      member("contributionPercentage", amount("ContributionPercent").readOnly()),
      member("contributionAmount", amount("ContributionValue").readOnly()),
      member("costCenter", text("CostCenter")),
      member("projectId", text("Project")),
      member("housework", bool("HouseWork").neverEmpty()),
      member("houseworkType", choice("HouseWorkType", houseworkTypes).clearedByNull()),
      member("fortnoxRowId", text("RowId").readOnly())
    };
  }
}
