package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.quantity;
import static io.fortnoxconnector.translation.Columns.renamedChoice;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Columns.wholeNumber;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.noMember;
import static io.fortnoxconnector.translation.Word.word;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Vouchers, the entries of the journals, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Vouchers">Fortnox: Vouchers</a>.
 */
public final class JournalEntries {
  private static final String NO_VAT = "Fortnox's rows have no VAT of their own: it's a row.";

  /** The table. */
  public static final Resource JOURNAL_ENTRIES =
      Vouchers.resource("journalEntries")

          // The fields of the unified model.
          .derived(
              "id",
              List.of(),
              Vouchers.KEY::idOf,
              "Journal, number and financial year, as in A-17-2.")
          .hasNoPlaceFor("accountId", "string", "Each row has its account.")
          .hasNoPlaceFor("accountingPeriodId", "string", "Fortnox has years only: fiscalYear.")
          .hasNoPlaceFor("createdDate", "string", Ledger.NO_DATES)
          .hasNoPlaceFor("currency", "string", Vouchers.OWN_CURRENCY)
          .hasNoPlaceFor("debitCreditIndicator", "string", "Each row has its side.")
          .hasNoPlaceFor("deliveryDate", "string", "Fortnox's vouchers have one date.")
          .field("description", text("Description").max(200).requiredOnCreate())
          .field("documentId", text("ReferenceNumber").readOnly())
          .hasNoPlaceFor("dueDate", "string", "Fortnox's vouchers have one date.")
          .hasNoPlaceFor("exchangeRate", "string", Vouchers.OWN_CURRENCY)
          .encloses("VOUCHER")
          .hasNoPlaceFor("filesPos", "string", "Files are a voucher's as a whole.")
          .hasNoPlaceFor("isProvisional", "boolean", "Fortnox has no provisional vouchers.")
          .field("journalCode", text("VoucherSeries").max(10).requiredOnCreate())
          .rows(
              "journalLineItems",
              "VoucherRows",
              "Two or more, as much in debit as in credit.",
              new PlacePart("id", "The row's place in the voucher."),
              member("accountCode", accountNumber("Account")),
              member("accountId", accountNumber("Account")),
              member("accountNumber", integer("Account", 9999)),
              noMember("createdDate", Ledger.NO_DATES),
              noMember("currency", Vouchers.OWN_CURRENCY),
              noMember("customerId", "Fortnox's rows name no customer."),
              new SidePart("debitCreditIndicator"),
              member("description", text("Description")),
              new NoPlacePart(
                  "dimensions",
                  "array",
                  JsonNodeFactory.instance.arrayNode(),
                  "A row has a field for each of Fortnox's dimensions: costCenter, projectId."),
              noMember("discountAmount", "Fortnox's rows have no discount."),
              noMember("documentNumber", "Fortnox's rows have none; see transactionInformation."),
              noMember("exchangeRate", Vouchers.OWN_CURRENCY),
              noMember("supplierId", "Fortnox's rows name no supplier."),
              noMember("taxRate", NO_VAT),
              noMember("thirdPartyCode", "Fortnox's rows name no third party."),
              new SidedAmountPart("totalGrossAmount", "debitCreditIndicator", NO_VAT),
              new SidedAmountPart("totalNetAmount", "debitCreditIndicator", NO_VAT),
              noMember("totalTaxAmount", NO_VAT),
              noMember("updatedDate", Ledger.NO_DATES),
              member("debit", amount("Debit")),
              member("credit", amount("Credit")),
              member("costCenter", text("CostCenter")),
              member("projectId", text("Project")),
              member("quantity", quantity("Quantity")),
              member("transactionInformation", text("TransactionInformation").max(100)),
              // Struck out by a correction in Fortnox: shown, and not to be added up.
              member("removed", bool("Removed").readOnly()))
          .field("journalType", text("ReferenceType").readOnly())
          .field("number", text("VoucherNumber").readOnly())
          .hasNoPlaceFor("taxAssignmentDate", "string", "Fortnox's vouchers have one date.")
          .field("transactionDate", date("TransactionDate").requiredOnCreate())
          .hasNoPlaceFor("updatedDate", "string", Ledger.NO_DATES)

          // What Fortnox has beyond.
          .field("fiscalYear", wholeNumber("Year", 1, 999_999_999).neverEmpty())
          .field("comments", text("Comments").max(1000))
          .field("costCenter", text("CostCenter"))
          .field("projectId", text("Project"))
          .field(
              "approvalState",
              renamedChoice(
                      "ApprovalState",
                      List.of(),
                      word("NOT_FOR_APPROVAL", "0"),
                      word("NOT_READY", "1"),
                      word("NOT_APPROVED", "2"),
                      word("APPROVED", "3"))
                  .readOnly())
          .rule(new BalanceRule("journalLineItems", "VoucherRows"))

          // Lists.
          .listRowsCarry(
              "ApprovalState",
              "Comments",
              "Description",
              "ReferenceNumber",
              "ReferenceType",
              "TransactionDate",
              "VoucherNumber",
              "VoucherSeries",
              "Year")
          .build();

  private JournalEntries() {}
}
