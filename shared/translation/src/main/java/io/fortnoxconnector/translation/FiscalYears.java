package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;

/**
 * Financial years, <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Financial-Years">Fortnox:
 * Financial Years</a>.
 */
public final class FiscalYears {
  /** The table. */
  public static final Resource FISCAL_YEARS =
      resource("fiscalYears", "/3/financialyears")
          .wrappedIn("FinancialYear", "FinancialYears")
          .scope("bookkeeping")
          .numberedBy("Id")
          .allows(Operation.READ)
          .field("id", text("Id").readOnly())
          .field("startDate", date("FromDate").readOnly())
          .field("endDate", date("ToDate").readOnly())
          .field("accountingMethod", choice("AccountingMethod", "ACCRUAL", "CASH").readOnly())
          .field("accountChart", text("AccountChartType").readOnly())
          .hasNoPlaceFor("createdDate", "string", Ledger.NO_DATES)
          .hasNoPlaceFor("updatedDate", "string", Ledger.NO_DATES)
          .listRowsCarry("AccountChartType", "AccountingMethod", "FromDate", "Id", "ToDate")
          .dateFilter("date", "date", "The financial year that has this day.")
          .build();

  private FiscalYears() {}
}
