package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Optional;

/** All resources that the API has. */
public final class Resources {
  /** In the order in which they're listed to users. */
  public static final List<Resource> ALL =
      List.of(
          Customers.CUSTOMERS,
          Suppliers.SUPPLIERS,
          Items.ITEMS,
          Invoices.INVOICES,
          CreditNotes.CREDIT_NOTES,
          Bills.BILLS,
          VendorCredits.VENDOR_CREDITS,
          Expenses.EXPENSES,
          Payments.INVOICE_PAYMENTS,
          Payments.BILL_PAYMENTS,
          Offers.OFFERS,
          SalesOrders.SALES_ORDERS,
          Prices.PRICE_LISTS,
          Prices.PRICES,
          Accounts.ACCOUNTS,
          Projects.PROJECTS,
          CostCenters.COST_CENTERS,
          FiscalYears.FISCAL_YEARS,
          Journals.JOURNALS,
          JournalEntries.JOURNAL_ENTRIES,
          Files.FILES,
          Settings.PAYMENT_TERMS,
          Settings.PAYMENT_METHODS,
          Settings.UNITS,
          Settings.CURRENCIES,
          Settings.PROFILE,
          Settings.COMPANY_SETTINGS,
          Settings.LOCKED_PERIOD);

  private Resources() {}

  /** The resource of that name, which is the last part of its unified path. */
  public static Optional<Resource> named(String name) {
    return ALL.stream().filter(resource -> resource.name().equals(name)).findFirst();
  }
}
