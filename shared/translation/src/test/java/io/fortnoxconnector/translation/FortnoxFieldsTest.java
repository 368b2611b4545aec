package io.fortnoxconnector.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every field of Fortnox's own schemas, the January 2026 edition, has a place in the tables. */
class FortnoxFieldsTest {
  /** The address of the entity itself, which the unified API has another for. */
  private static final Set<String> EXCLUDED = Set.of("@url");

  private static final Set<String> CUSTOMER =
      names(
          """
          @url Active Address1 Address2 City Comments CostCenter Country CountryCode Currency
          CustomerNumber DefaultDeliveryTypes/Invoice DefaultDeliveryTypes/Offer
          DefaultDeliveryTypes/Order DefaultTemplates/CashInvoice DefaultTemplates/Invoice
          DefaultTemplates/Offer DefaultTemplates/Order DeliveryAddress1 DeliveryAddress2
          DeliveryCity DeliveryCountry DeliveryCountryCode DeliveryFax DeliveryName DeliveryPhone1
          DeliveryPhone2 DeliveryZipCode Email EmailInvoice EmailInvoiceBCC EmailInvoiceCC
          EmailOffer EmailOfferBCC EmailOfferCC EmailOrder EmailOrderBCC EmailOrderCC
          ExternalReference Fax GLN GLNDelivery InvoiceAdministrationFee InvoiceDiscount
          InvoiceFreight InvoiceRemark Name OrganisationNumber OurReference Phone1 Phone2 PriceList
          Project SalesAccount ShowPriceVATIncluded TermsOfDelivery TermsOfPayment Type VATNumber
          VATType VisitingAddress VisitingCity VisitingCountry VisitingCountryCode VisitingZipCode
          WWW WayOfDelivery YourReference ZipCode
          """);

  private static final Set<String> SUPPLIER =
      names(
          """
          @url Active Address1 Address2 BG BIC Bank BankAccountNumber BranchCode City ClearingNumber
          Comments CostCenter Country CountryCode Currency DisablePaymentFile Email Fax IBAN Name
          OrganisationNumber OurCustomerNumber OurReference PG Phone1 Phone2 PreDefinedAccount
          Project SupplierNumber TermsOfPayment VATNumber VATType VisitingAddress VisitingCity
          VisitingCountry VisitingCountryCode VisitingZipCode WWW WorkPlace YourReference ZipCode
          """);

  private static final Set<String> ACCOUNT =
      names(
          """
          @url Active BalanceBroughtForward BalanceCarriedForward CostCenter CostCenterSettings
          Description Number Project ProjectSettings QuantitySettings QuantityUnit SRU
          TransactionInformation TransactionInformationSettings VATCode Year
          """);

  private static final Set<String> PROJECT =
      names(
          """
          @url Comments ContactPerson Description EndDate ProjectLeader ProjectNumber StartDate
          Status
          """);

  @Test
  void everyCustomerFieldIsMapped() {
    // Reference stands in rows of its own.
    assertThat(mapped(Customers.CUSTOMERS)).isEqualTo(with(CUSTOMER, "Reference"));
  }

  @Test
  void everySupplierFieldIsMapped() {
    assertThat(mapped(Suppliers.SUPPLIERS)).isEqualTo(with(SUPPLIER));
  }

  @Test
  void everyFieldOfTheLedgersResourcesIsMapped() {
    // OpeningQuantities is a list of its own; see the table.
    assertThat(mapped(Accounts.ACCOUNTS)).isEqualTo(with(ACCOUNT));
    assertThat(mapped(Projects.PROJECTS)).isEqualTo(with(PROJECT));
    assertThat(mapped(CostCenters.COST_CENTERS))
        .isEqualTo(with(names("@url Active Code Description Note")));
    assertThat(mapped(FiscalYears.FISCAL_YEARS))
        .isEqualTo(with(names("@url AccountChartType AccountingMethod FromDate Id ToDate")));
  }

  @Test
  void everyFieldOfTheSettingsIsMapped() {
    assertThat(mapped(Settings.PAYMENT_TERMS)).isEqualTo(with(names("@url Code Description")));
    assertThat(mapped(Settings.UNITS)).isEqualTo(with(names("@url Code CodeEnglish Description")));
    assertThat(mapped(Settings.CURRENCIES))
        .isEqualTo(with(names("@url BuyRate Code Date Description IsAutomatic SellRate Unit")));
    assertThat(mapped(Settings.PROFILE))
        .isEqualTo(
            with(
                names(
                    """
                    Address City CompanyName CountryCode DatabaseNumber OrganizationNumber
                    VisitAddress VisitCity VisitCountryCode VisitZipCode ZipCode
                    """)));
  }

  private static Set<String> mapped(Resource resource) {
    return new TreeSet<>(
        resource.fields().stream().flatMap(field -> field.fortnoxFields().stream()).toList());
  }

  private static Set<String> with(Set<String> schema, String... more) {
    var expected = new TreeSet<>(schema);
    expected.removeAll(EXCLUDED);
    expected.addAll(List.of(more));
    return expected;
  }

  private static Set<String> names(String text) {
    return new TreeSet<>(Stream.of(text.strip().split("\\s+")).toList());
  }
}
