package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.accountNumber;
import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.date;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.rows;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

/** Financial years, and the accounts and voucher series that each has. */
final class LedgerTables {

  static final Register FINANCIAL_YEARS =
      register(
              "financialyears",
              "FinancialYear",
              "FinancialYears",
              text("AccountChartType").listed(),
              choice("AccountingMethod", "ACCRUAL", "CASH").initially("ACCRUAL").listed(),
              date("FromDate").required().listed(),
              integer("Id").readOnly().listed(),
              date("ToDate").required().listed())
          .scope("bookkeeping", "bokföring")
          .numbered("Id")
          .without("POST")
          .without("PUT")
          .without("DELETE")
          .dateSearch("date", "FromDate", "ToDate")
          .notFound(2000999, "Kan inte hitta räkenskapsåret.");

  static final Register ACCOUNTS =
      register(
              "accounts",
              "Account",
              "Accounts",
              bool("Active").initially(true).listed(),
              decimal("BalanceBroughtForward").initially(0).listed(),
              decimal("BalanceCarriedForward").readOnly(),
              text("CostCenter").refersTo("costcenters").listed(),
              use("CostCenterSettings").listed(),
              text("Description", 200).required().listed(),
              accountNumber("Number").required().listed(),
              text("Project").refersTo("projects").listed(),
              use("ProjectSettings").listed(),
              rows("OpeningQuantities", integer("Balance"), text("Project").refersTo("projects")),
              use("QuantitySettings").readOnly(),
              text("QuantityUnit").readOnly(),
              integer("SRU").initially(0).listed(),
              text("TransactionInformation"),
              use("TransactionInformationSettings"),
              text("VATCode").listed(),
              integer("Year").readOnly().listed())
          .scope("bookkeeping", "bokföring")
          .key("Number")
          .yearly()
          .knowsLastModified()
          .exactSearch("sru", "SRU")
          .sort("number", "Number")
          .notFound(2000423, "Kan inte hitta kontot.")
          .taken("Kontonummer %s används redan.")
          .derive(VoucherTables::carry);

  static final Register VOUCHER_SERIES =
      register(
              "voucherseries",
              "VoucherSeries",
              "VoucherSeriesCollection",
              text("Approver").readOnly().listed(),
              text("Code", 10).check(Check.NUMBER).required().listed(),
              text("Description", 200).listed(),
              bool("Manual").initially(true).listed(),
              integer("NextVoucherNumber").readOnly().initially(1),
              integer("Year").readOnly().listed())
          .scope("bookkeeping", "bokföring")
          .yearly()
          .without("DELETE")
          .notFound(2000996, "Kan inte hitta verifikationsserien.");

  private LedgerTables() {}

  private static Field use(String field) {
    return choice(field, "ALLOWED", "MANDATORY", "NOTALLOWED").initially("ALLOWED");
  }
}
