package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Columns.wholeNumber;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.noMember;

import java.util.List;

/**
 * Expenses: receipts that are booked as vouchers. Fortnox's own expenses are codes of its salary
 * module, which no receipt belongs to.
 */
public final class Expenses {
  private static final String NO_PAYMENT = "The account says how it was paid: accountId.";
  private static final String NO_CONTACT = "Fortnox's vouchers name no contact; see bills.";
  private static final String NO_TAX = "The VAT is the whole's: totalTaxAmount and taxAccountId.";
  private static final String PAID_FROM = "What it was paid from, the voucher's last row.";

  /** The table. */
  public static final Resource EXPENSES =
      Vouchers.resource("expenses")

          // The fields of the unified model.
          .derived(
              "id",
              List.of(),
              Vouchers.KEY::idOf,
              "Its id among the journal entries: journal, number and financial year.")
          .part(
              new ExpenseHeadPart(
                  "accountCode",
                  accountNumber("VoucherRows/Account"),
                  ExpenseRows::paidFrom,
                  PAID_FROM))
          .part(
              new ExpenseHeadPart(
                  "accountId",
                  accountNumber("VoucherRows/Account"),
                  ExpenseRows::paidFrom,
                  PAID_FROM))
          .part(
              new ExpenseHeadPart(
                  "accountNumber",
                  integer("VoucherRows/Account", 9999),
                  ExpenseRows::paidFrom,
                  PAID_FROM))
          .hasNoPlaceFor("createdDate", "string", Ledger.NO_DATES)
          .hasNoPlaceFor("currency", "string", Vouchers.OWN_CURRENCY)
          .hasNoPlaceFor("customerId", "string", NO_CONTACT)
          .field("description", text("Description").max(200).requiredOnCreate())
          .field("documentId", text("ReferenceNumber").readOnly())
          .hasNoPlaceFor("exchangeRate", "string", Vouchers.OWN_CURRENCY)
          .part(
              new ExpenseLinesPart(
                  "expenseLines",
                  Members.of(
                      new PlacePart("id", "The line's place."),
                      member("accountCode", accountNumber("Account")),
                      member("accountId", accountNumber("Account")),
                      member("accountNumber", integer("Account", 9999)),
                      noMember("createdDate", Ledger.NO_DATES),
                      noMember("currency", Vouchers.OWN_CURRENCY),
                      member("description", text("TransactionInformation").max(100)),
                      new NoPlacePart(
                          "dimensions",
                          "array",
                          Fortnox.NO_ENTRIES,
                          "Fortnox has two: costCenter and projectId."),
                      noMember("documentNumber", "Fortnox's rows have none: description."),
                      noMember("exchangeRate", Vouchers.OWN_CURRENCY),
                      noMember("itemId", "Fortnox's rows name no item."),
                      noMember("taxRate", NO_TAX),
                      noMember("totalGrossAmount", NO_TAX),
                      SignedAmountPart.of("totalNetAmount", "Debit", "Credit"),
                      noMember("updatedDate", Ledger.NO_DATES),
                      member("costCenter", text("CostCenter")),
                      member("projectId", text("Project"))),
                  "What it was for, one line or more, without VAT."))
          .encloses("VOUCHER")
          .field("journalCode", text("VoucherSeries").max(10).requiredOnCreate())
          .hasNoPlaceFor("ledgerName", "string", "Fortnox has one ledger.")
          .field("note", text("Comments").max(1000))
          .hasNoPlaceFor("paymentTermId", "string", NO_PAYMENT)
          .hasNoPlaceFor("paymentType", "string", NO_PAYMENT)
          .hasNoPlaceFor("supplierId", "string", NO_CONTACT)
          .hasNoPlaceFor("taskId", "string", "A write that isn't done yet is told by its task.")
          .part(
              new ExpenseHeadPart(
                  "type",
                  choice("VoucherRows/Debit", "EXPENSE", "REFUND"),
                  ExpenseRows::type,
                  "EXPENSE unless it's said; a refund has its rows on the other sides."))
          .part(
              new ExpenseHeadPart(
                  "totalGrossAmount",
                  amount("VoucherRows/Credit"),
                  ExpenseRows::gross,
                  "The sum of the lines and the VAT; it needn't be given."))
          .derivedAmount(
              "totalNetAmount", List.of("VoucherRows"), ExpenseRows::net, "Without the VAT.")
          .part(
              new ExpenseHeadPart(
                  "totalTaxAmount",
                  amount("VoucherRows/Debit"),
                  ExpenseRows::tax,
                  "The VAT, a row of its own on taxAccountId."))
          .field("transactionDate", date("TransactionDate").requiredOnCreate())
          .hasNoPlaceFor("updatedDate", "string", Ledger.NO_DATES)

          // What Fortnox has beyond.
          .part(
              new ExpenseHeadPart(
                  "taxAccountId",
                  accountNumber("VoucherRows/Account"),
                  ExpenseRows::taxAccount,
                  "The account of the VAT; needed where there is some. In BAS, 2641."))
          .field("fiscalYear", wholeNumber("Year", 1, 999_999_999).neverEmpty())
          .field("costCenter", text("CostCenter"))
          .field("projectId", text("Project"))
          .field("journalType", text("ReferenceType").readOnly())

          // Lists.
          .listRowsCarry(
              "Comments",
              "Description",
              "ReferenceNumber",
              "ReferenceType",
              "TransactionDate",
              "VoucherNumber",
              "VoucherSeries",
              "Year")
          .build();

  private Expenses() {}
}
