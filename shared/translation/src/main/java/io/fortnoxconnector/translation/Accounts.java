package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.balance;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.derived;
import static io.fortnoxconnector.translation.Columns.flag;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Columns.wholeNumber;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import io.fortnoxconnector.translation.format.BasAccount;

/**
 * Accounts of the ledger, each of one financial year, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Accounts">Fortnox: Accounts</a>.
 */
public final class Accounts {
  private static final String[] SETTINGS = {"ALLOWED", "MANDATORY", "NOTALLOWED"};

  private static final String NOT_FILTERED =
      "Fortnox's list of accounts can't be filtered by it; every row shows it.";

  /** The table. */
  public static final Resource ACCOUNTS =
      resource("accounts", "/3/accounts")
          .wrappedIn("Account", "Accounts")
          .scope("bookkeeping")
          .numberedBy("Number")
          // The same number is another account in another year.
          .sentInQuery("Year", "financialyear")
          .allows(
              Operation.READ,
              Operation.CREATE,
              Operation.REPLACE,
              Operation.PATCH,
              Operation.DELETE)

          // The fields of the unified model.
          .field("id", text("Number").readOnly())
          .field("balance", balance("BalanceCarriedForward").readOnly())
          .field("class", derived("Number", "string", BasAccount::accountClass))
          .field("code", wholeNumber("Number", 1000, 9999).onCreateOnly())
          .hasNoPlaceFor("createdDate", "string", Ledger.NO_DATES)
          .hasNoPlaceFor("currency", "string", "Fortnox's ledger is kept in Swedish kronor.")
          .field("debitCreditIndicator", derived("Number", "string", BasAccount::normalSide))
          .hasNoPlaceFor("description", "string", "Fortnox keeps one text of an account: name.")
          .field("name", text("Description").max(200).requiredOnCreate())
          .field("number", wholeNumber("Number", 1000, 9999).requiredOnCreate().onCreateOnly())
          .hasNoPlaceFor("parentAccountId", "string", "Fortnox's accounts don't stand in a tree.")
          .field("status", flag("Active", "ACTIVE", "ARCHIVED").neverEmpty())
          .hasNoPlaceFor("type", "string", "Fortnox gives accounts no type; class says the most.")
          .hasNoPlaceFor("updatedDate", "string", Ledger.NO_DATES)

          // What Fortnox has beyond.
          .field("fiscalYear", wholeNumber("Year", 1, 999_999_999).neverEmpty())
          // Carried over from the year before: leaving it out of a PUT is no wish to lose it.
          .field("openingBalance", balance("BalanceBroughtForward").neverEmpty())
          .field("vatCode", text("VATCode"))
          .field("sruCode", integer("SRU", 9999))
          .field("costCenter", text("CostCenter"))
          .field("costCenterUse", choice("CostCenterSettings", SETTINGS).neverEmpty())
          .field("projectId", text("Project"))
          .field("projectUse", choice("ProjectSettings", SETTINGS).neverEmpty())
          .field("transactionInformation", text("TransactionInformation"))
          .field(
              "transactionInformationUse",
              choice("TransactionInformationSettings", SETTINGS).neverEmpty())
          .object(
              "quantity",
              "Whether quantities are booked on the account, and in what unit.",
              member("use", choice("QuantitySettings", SETTINGS).readOnly()),
              member("unit", text("QuantityUnit").readOnly()))
          .rows(
              "openingQuantities",
              "OpeningQuantities",
              "Quantities carried over from the year before, by project.",
              member("balance", integer("Balance", Integer.MAX_VALUE)),
              member("projectId", text("Project")))

          // Lists.
          .listRowsCarry(
              "Active",
              "BalanceBroughtForward",
              "CostCenter",
              "CostCenterSettings",
              "Description",
              "Number",
              "Project",
              "ProjectSettings",
              "SRU",
              "VATCode",
              "Year")
          .numberFilter(
              "fiscalYear",
              "financialyear",
              "The id of a financial year; without it, the year that the company has chosen.")
          .dateFilter(
              "fiscalYearStartDate",
              "financialyeardate",
              "Any day of a financial year chooses it, its first one too.")
          .filtersOfOne("fiscalYear", "fiscalYearStartDate")
          .numberFilter("sruCode", "sru", "Equals the value.")
          .lastModified()
          .filter("sortBy", "sortby", word("number", "number"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .cannotFilterBy("classFilter", NOT_FILTERED)
          .cannotFilterBy("debitCreditIndicator", NOT_FILTERED)
          .cannotFilterBy("isActive", NOT_FILTERED)
          .cannotFilterBy("types", NOT_FILTERED)
          .build();

  private Accounts() {}
}
