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
          Description Number OpeningQuantities/Balance OpeningQuantities/Project Project
          ProjectSettings QuantitySettings QuantityUnit SRU
          TransactionInformation TransactionInformationSettings VATCode Year
          """);

  private static final Set<String> VOUCHER =
      names(
          """
          @url ApprovalState Comments CostCenter Description Project ReferenceNumber ReferenceType
          TransactionDate VoucherNumber VoucherRows/Account VoucherRows/CostCenter
          VoucherRows/Credit VoucherRows/Debit VoucherRows/Description VoucherRows/Project
          VoucherRows/Quantity VoucherRows/Removed VoucherRows/TransactionInformation VoucherSeries
          Year
          """);

  private static final Set<String> PROJECT =
      names(
          """
          @url Comments ContactPerson Description EndDate ProjectLeader ProjectNumber StartDate
          Status
          """);

  private static final Set<String> ARTICLE =
      names(
          """
          @url Active ArticleNumber Bulky ConstructionAccount CostCalculationMethod
          DefaultStockLocation DefaultStockPoint Depth Description DirectCost DisposableQuantity
          EAN EUAccount EUVATAccount Expired ExportAccount FreightCost Height Housework
          HouseworkType Manufacturer ManufacturerArticleNumber Note OtherCost PurchaseAccount
          PurchasePrice QuantityInStock ReservedQuantity SalesAccount SalesPrice StockAccount
          StockChangeAccount StockGoods StockPlace StockValue StockWarning SupplierName
          SupplierNumber Type Unit VAT WebshopArticle Weight Width
          """);

  private static final Set<String> INVOICE =
      names(
          """
          @url @urlTaxReductionList AccountingMethod Address1 Address2 AdministrationFee
          AdministrationFeeVAT Balance BasisTaxReduction Booked Cancelled City Comments
          ContractReference ContributionPercent ContributionValue CostCenter Country Credit
          CreditInvoiceReference Currency CurrencyRate CurrencyUnit CustomerName CustomerNumber
          DeliveryAddress1 DeliveryAddress2 DeliveryCity DeliveryCountry DeliveryDate DeliveryName
          DeliveryZipCode DocumentNumber DueDate EDIInformation/EDIGlobalLocationNumber
          EDIInformation/EDIGlobalLocationNumberDelivery EDIInformation/EDIInvoiceExtra1
          EDIInformation/EDIInvoiceExtra2 EDIInformation/EDIOurElectronicReference
          EDIInformation/EDIStatus EDIInformation/EDIYourElectronicReference EUQuarterlyReport
          EmailInformation/EmailAddressBCC EmailInformation/EmailAddressCC
          EmailInformation/EmailAddressFrom EmailInformation/EmailAddressTo
          EmailInformation/EmailBody EmailInformation/EmailSubject ExternalInvoiceReference1
          ExternalInvoiceReference2 FinalPayDate Freight FreightVAT Gross HouseWork InvoiceDate
          InvoicePeriodEnd InvoicePeriodReference InvoicePeriodStart InvoiceRows/AccountNumber
          InvoiceRows/ArticleNumber InvoiceRows/ContributionPercent InvoiceRows/ContributionValue
          InvoiceRows/CostCenter InvoiceRows/DeliveredQuantity InvoiceRows/Description
          InvoiceRows/Discount InvoiceRows/DiscountType InvoiceRows/HouseWork
          InvoiceRows/HouseWorkHoursToReport InvoiceRows/HouseWorkType InvoiceRows/Price
          InvoiceRows/PriceExcludingVAT InvoiceRows/Project InvoiceRows/RowId
          InvoiceRows/StockPointCode InvoiceRows/Total InvoiceRows/TotalExcludingVAT
          InvoiceRows/Unit InvoiceRows/VAT InvoiceRows/VATCode InvoiceType Labels/Id Language
          LastRemindDate Net NotCompleted NoxFinans OCR OfferReference OrderReference
          OrganisationNumber OurReference OutboundDate PaymentWay Phone1 Phone2 PriceList
          PrintTemplate Project Remarks Reminders RoundOff Sent TaxReduction TaxReductionType
          TermsOfDelivery TermsOfPayment TimeBasisReference Total TotalToPay TotalVAT VATIncluded
          VoucherNumber VoucherSeries VoucherYear WarehouseReady WayOfDelivery YourOrderNumber
          YourReference ZipCode
          """);

  private static final Set<String> OFFER =
      names(
          """
          @url @urlTaxReductionList Address1 Address2 AdministrationFee AdministrationFeeVAT
          BasisTaxReduction Cancelled City Comments ContributionPercent ContributionValue
          CopyRemarks CostCenter Country Currency CurrencyRate CurrencyUnit CustomerName
          CustomerNumber DeliveryAddress1 DeliveryAddress2 DeliveryCity DeliveryCountry
          DeliveryDate DeliveryName DeliveryZipCode DocumentNumber
          EmailInformation/EmailAddressBCC EmailInformation/EmailAddressCC
          EmailInformation/EmailAddressFrom EmailInformation/EmailAddressTo
          EmailInformation/EmailBody EmailInformation/EmailSubject ExpireDate Freight FreightVAT
          Gross HouseWork InvoiceReference Labels/Id Language Net NotCompleted OfferDate
          OfferRows/AccountNumber OfferRows/ArticleNumber OfferRows/ContributionPercent
          OfferRows/ContributionValue OfferRows/CostCenter OfferRows/Description
          OfferRows/Discount OfferRows/DiscountType OfferRows/HouseWork
          OfferRows/HouseWorkHoursToReport OfferRows/HouseWorkType OfferRows/Price
          OfferRows/Project OfferRows/Quantity OfferRows/RowId OfferRows/Total OfferRows/Unit
          OfferRows/VAT OfferRows/VATCode OrderReference OrganisationNumber OurReference Phone1
          Phone2 PriceList PrintTemplate Project Remarks RoundOff Sent TaxReduction
          TaxReductionType TermsOfDelivery TermsOfPayment Total TotalToPay TotalVAT VATIncluded
          WayOfDelivery YourReference YourReferenceNumber ZipCode
          """);

  private static final Set<String> ORDER =
      names(
          """
          @url @urlTaxReductionList Address1 Address2 AdministrationFee AdministrationFeeVAT
          BasisTaxReduction Cancelled City Comments ContributionPercent ContributionValue
          CopyRemarks CostCenter Country Currency CurrencyRate CurrencyUnit CustomerName
          CustomerNumber DeliveryAddress1 DeliveryAddress2 DeliveryCity DeliveryCountry
          DeliveryDate DeliveryName DeliveryState DeliveryZipCode DocumentNumber
          EmailInformation/EmailAddressBCC EmailInformation/EmailAddressCC
          EmailInformation/EmailAddressFrom EmailInformation/EmailAddressTo
          EmailInformation/EmailBody EmailInformation/EmailSubject ExternalInvoiceReference1
          ExternalInvoiceReference2 Freight FreightVAT Gross HouseWork InvoiceReference
          Labels/Id Language Net NotCompleted OfferReference OrderDate OrderRows/AccountNumber
          OrderRows/ArticleNumber OrderRows/ContributionPercent OrderRows/ContributionValue
          OrderRows/CostCenter OrderRows/DeliveredQuantity OrderRows/Description
          OrderRows/Discount OrderRows/DiscountType OrderRows/HouseWork
          OrderRows/HouseWorkHoursToReport OrderRows/HouseWorkType OrderRows/OrderedQuantity
          OrderRows/Price OrderRows/Project OrderRows/ReservedQuantity OrderRows/RowId
          OrderRows/StockPointCode OrderRows/StockPointId OrderRows/Total OrderRows/Unit
          OrderRows/VAT OrderRows/VATCode OrderType OrganisationNumber OurReference OutboundDate
          Phone1 Phone2 PriceList PrintTemplate Project Remarks RoundOff Sent StockPointCode
          StockPointId TaxReduction TaxReductionType TermsOfDelivery TermsOfPayment
          TimeBasisReference Total TotalToPay TotalVAT VATIncluded WarehouseReady WayOfDelivery
          YourOrderNumber YourReference ZipCode
          """);

  private static final Set<String> SUPPLIER_INVOICE =
      names(
          """
          @url AccountingMethod AdministrationFee Balance Booked Cancelled Comments CostCenter
          Credit CreditReference Currency CurrencyRate CurrencyUnit DisablePaymentFile DueDate
          ExternalInvoiceNumber ExternalInvoiceSeries FinalPayDate Freight GivenNumber InvoiceDate
          InvoiceNumber OCR OurReference PaymentPending Project RoundOffValue SalesType
          SupplierInvoiceRows/Account SupplierInvoiceRows/AccountDescription
          SupplierInvoiceRows/ArticleNumber SupplierInvoiceRows/Code
          SupplierInvoiceRows/CostCenter SupplierInvoiceRows/Credit
          SupplierInvoiceRows/CreditCurrency SupplierInvoiceRows/Debit
          SupplierInvoiceRows/DebitCurrency SupplierInvoiceRows/ItemDescription
          SupplierInvoiceRows/Price SupplierInvoiceRows/Project SupplierInvoiceRows/Quantity
          SupplierInvoiceRows/StockLocationCode SupplierInvoiceRows/StockPointCode
          SupplierInvoiceRows/Total SupplierInvoiceRows/TransactionInformation
          SupplierInvoiceRows/Unit SupplierName SupplierNumber Total VAT VATType VoucherNumber
          VoucherSeries VoucherYear Vouchers/Number Vouchers/ReferenceType Vouchers/Series
          Vouchers/Year YourReference
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
    assertThat(mapped(Accounts.ACCOUNTS)).isEqualTo(with(ACCOUNT));
    assertThat(mapped(JournalEntries.JOURNAL_ENTRIES)).isEqualTo(with(VOUCHER));
    assertThat(mapped(Journals.JOURNALS))
        .isEqualTo(
            with(
                names(
                    """
                    @url Approver/Id Approver/Name Code Description Manual NextVoucherNumber Year
                    """)));
    assertThat(mapped(Projects.PROJECTS)).isEqualTo(with(PROJECT));
    assertThat(mapped(CostCenters.COST_CENTERS))
        .isEqualTo(with(names("@url Active Code Description Note")));
    assertThat(mapped(FiscalYears.FISCAL_YEARS))
        .isEqualTo(with(names("@url AccountChartType AccountingMethod FromDate Id ToDate")));
  }

  @Test
  void everyFieldOfAFileIsMapped() {
    // Where it lies is ours to know: Fortnox's document of a file doesn't say. Its Id is in the id.
    assertThat(mapped(Files.FILES))
        .isEqualTo(with(names("@url ArchiveFileId Comments Name Path Size"), "FolderId", "Place"));
  }

  @Test
  void everyFieldOfTheSettingsIsMapped() {
    assertThat(mapped(Settings.PAYMENT_TERMS)).isEqualTo(with(names("@url Code Description")));
    assertThat(mapped(Settings.PAYMENT_METHODS))
        .isEqualTo(with(names("@url AccountNumber Code Description")));
    assertThat(mapped(Settings.UNITS)).isEqualTo(with(names("@url Code CodeEnglish Description")));
    assertThat(mapped(Settings.CURRENCIES))
        .isEqualTo(with(names("@url BuyRate Code Date Description IsAutomatic SellRate Unit")));
    assertThat(mapped(Settings.LOCKED_PERIOD)).isEqualTo(with(names("EndDate")));
    assertThat(mapped(Settings.COMPANY_SETTINGS))
        .isEqualTo(
            with(
                names(
                    """
                    Address BG BIC BranchCode City ContactFirstName ContactLastName Country
                    CountryCode DatabaseNumber Domicile Email Fax IBAN Name OrganizationNumber PG
                    Phone1 Phone2 TaxEnabled VATNumber VisitAddress VisitCity VisitCountry
                    VisitCountryCode VisitName VisitZipCode WWW ZipCode
                    """)));
    assertThat(mapped(Settings.PROFILE))
        .isEqualTo(
            with(
                names(
                    """
                    Address City CompanyName CountryCode DatabaseNumber OrganizationNumber
                    VisitAddress VisitCity VisitCountryCode VisitZipCode ZipCode
                    """)));
  }

  @Test
  void everyArticleFieldIsMapped() {
    // The April edition has one more.
    assertThat(mapped(Items.ITEMS)).isEqualTo(with(ARTICLE, "CommodityCode"));
  }

  @Test
  void everyInvoiceFieldIsMapped() {
    // The address of its tax reductions belongs to a resource of its own.
    var expected = with(INVOICE, "InvoiceReference", "InvoiceRows/Cost");
    expected.remove("@urlTaxReductionList");
    assertThat(mapped(Invoices.INVOICES)).isEqualTo(expected);
  }

  @Test
  void everyFieldOfPaymentsIsMapped() {
    String common =
        """
        @url Amount AmountCurrency Booked Currency CurrencyRate CurrencyUnit InvoiceDueDate
        InvoiceNumber InvoiceOCR InvoiceTotal ModeOfPayment Number PaymentDate Source VoucherNumber
        VoucherSeries VoucherYear WriteOffs/AccountNumber WriteOffs/Amount WriteOffs/CostCenter
        WriteOffs/Currency WriteOffs/Description WriteOffs/Project WriteOffs/TransactionInformation
        """;
    assertThat(mapped(Payments.INVOICE_PAYMENTS))
        .isEqualTo(
            with(
                names(common),
                "ExternalInvoiceReference1",
                "ExternalInvoiceReference2",
                "InvoiceCustomerName",
                "InvoiceCustomerNumber",
                "ModeOfPaymentAccount"));
    assertThat(mapped(Payments.BILL_PAYMENTS))
        .isEqualTo(
            with(names(common), "Information", "InvoiceSupplierName", "InvoiceSupplierNumber"));
  }

  @Test
  void everyFieldOfPricesIsMapped() {
    assertThat(mapped(Prices.PRICE_LISTS))
        .isEqualTo(with(names("@url Code Comments Description PreSelected")));
    // The three that make up the id are fields of their own, too.
    assertThat(mapped(Prices.PRICES))
        .isEqualTo(with(names("@url ArticleNumber Date FromQuantity Percent Price PriceList")));
  }

  @Test
  void everyFieldOfOffersAndOrdersIsMapped() {
    var offers = with(OFFER);
    offers.remove("@urlTaxReductionList");
    assertThat(mapped(Offers.OFFERS)).isEqualTo(offers);
    var orders = with(ORDER, "OrderRows/Cost");
    orders.remove("@urlTaxReductionList");
    assertThat(mapped(SalesOrders.SALES_ORDERS)).isEqualTo(orders);
  }

  @Test
  void everySupplierInvoiceFieldIsMapped() {
    // Lists name who is to approve it.
    assertThat(mapped(Bills.BILLS)).isEqualTo(with(SUPPLIER_INVOICE, "AuthorizerName"));
    assertThat(mapped(VendorCredits.VENDOR_CREDITS))
        .isEqualTo(with(SUPPLIER_INVOICE, "AuthorizerName"));
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
