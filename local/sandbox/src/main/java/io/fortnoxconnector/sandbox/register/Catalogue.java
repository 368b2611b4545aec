package io.fortnoxconnector.sandbox.register;

import java.util.List;
import java.util.Optional;

/**
 * Every register that the sandbox has. Fields, lengths and choices come from Fortnox's OpenAPI
 * document, defaults and the look of unset fields from recorded answers.
 */
public final class Catalogue {

  private static final List<Register> ALL =
      List.of(
          CustomerTables.CUSTOMERS,
          CustomerTables.CUSTOMER_REFERENCES,
          SupplierTables.SUPPLIERS,
          ArticleTables.ARTICLES,
          InvoiceTables.INVOICES,
          SupplierInvoiceTables.SUPPLIER_INVOICES,
          PaymentTables.INVOICE_PAYMENTS,
          PaymentTables.SUPPLIER_INVOICE_PAYMENTS,
          OfferTables.OFFERS,
          OrderTables.ORDERS,
          DimensionTables.PROJECTS,
          SettingTables.UNITS,
          SettingTables.TERMS_OF_PAYMENTS,
          SettingTables.MODES_OF_PAYMENTS,
          SettingTables.TERMS_OF_DELIVERIES,
          SettingTables.WAYS_OF_DELIVERY,
          SettingTables.PRICE_LISTS,
          PriceTables.PRICES,
          SettingTables.CURRENCIES,
          DimensionTables.COST_CENTERS,
          LedgerTables.FINANCIAL_YEARS,
          LedgerTables.ACCOUNTS,
          LedgerTables.VOUCHER_SERIES,
          VoucherTables.VOUCHERS,
          VoucherTables.LOCKED_PERIOD,
          FileConnectionTables.VOUCHERS,
          FileConnectionTables.ARTICLES,
          FileConnectionTables.SUPPLIER_INVOICES,
          CompanyTables.COMPANY_SETTINGS,
          CompanyTables.COMPANY_INFORMATION);

  private Catalogue() {}

  public static List<Register> all() {
    return ALL;
  }

  public static Optional<Register> find(String path) {
    return ALL.stream().filter(register -> register.path.equals(path)).findFirst();
  }
}
