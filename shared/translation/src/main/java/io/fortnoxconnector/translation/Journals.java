package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;

/**
 * Voucher series, the journals of a financial year, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Voucher-Series">Fortnox: Voucher Series</a>.
 */
public final class Journals {
  /** The table. */
  public static final Resource JOURNALS =
      resource("journals", "/3/voucherseries")
          .wrappedIn("VoucherSeries", "VoucherSeriesCollection")
          .scope("bookkeeping")
          .numberedBy("Code")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)

          // The fields of the unified model.
          .field("id", text("Code").readOnly())
          .hasNoPlaceFor("accountId", "string", "Fortnox's series aren't tied to an account.")
          .field("code", number("Code").max(10).requiredOnCreate().onCreateOnly())
          .hasNoPlaceFor("createdDate", "string", Ledger.NO_DATES)
          .hasNoPlaceFor("currency", "string", "Fortnox's ledger is kept in Swedish kronor.")
          .field("description", text("Description").max(200))
          .hasNoPlaceFor("type", "string", "Fortnox gives series no type; see manual.")
          .hasNoPlaceFor("updatedDate", "string", Ledger.NO_DATES)

          // What Fortnox has beyond.
          .field("manual", bool("Manual").neverEmpty())
          .field("nextNumber", text("NextVoucherNumber").readOnly())
          .field("fiscalYear", text("Year").readOnly())
          .object(
              "approver",
              "Who approves the series' vouchers.",
              member("id", text("Approver/Id").readOnly()),
              member("name", text("Approver/Name").readOnly()))

          // Lists.
          .listRowsCarry("Approver/Id", "Approver/Name", "Code", "Description", "Manual", "Year")
          .numberFilter(
              "fiscalYear",
              "financialyear",
              "The id of a financial year; without it, the year that the company has chosen.")
          .filtersOfOne("fiscalYear")
          .build();

  private Journals() {}
}
