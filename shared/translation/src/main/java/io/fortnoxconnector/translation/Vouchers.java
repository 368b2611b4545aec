package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;

/** What journal entries and expenses have in common: both are Fortnox's vouchers. */
final class Vouchers {
  static final String OWN_CURRENCY = "Fortnox's ledger is kept in Swedish kronor.";

  static final EntityKey KEY =
      new EntityKey(List.of("VoucherSeries", "VoucherNumber"), Map.of("Year", "financialyear"));

  private static final String FINAL =
      "A voucher in Fortnox can't be changed or deleted, but another one corrects it: POST …/reverse makes one with the same rows on the other side.";

  private Vouchers() {}

  /** A resource of vouchers, with what can be done to them and how they are found. */
  static ResourceBuilder resource(String name) {
    return ResourceBuilder.resource(name, "/3/vouchers")
        .wrappedIn("Voucher", "Vouchers")
        .scope("bookkeeping")
        .numberedBy(KEY)
        .sentInQuery("Year", "financialyear")
        .allows(Operation.READ, Operation.CREATE)
        .refuses(Operation.REPLACE, FINAL)
        .refuses(Operation.PATCH, FINAL)
        .refuses(Operation.DELETE, FINAL)
        .numberFilter(
            "fiscalYear",
            "financialyear",
            "The id of a financial year; without it, the year that the company has chosen.")
        .dateFilter("fromDate", "fromdate", "From that transaction date on.")
        .dateFilter("toDate", "todate", "Up to that transaction date.")
        .equal("journalCode", "voucherseries")
        .equal("costCenter", "costcenter")
        .lastModified()
        .foundAgainBy(
            "Description",
            Map.of(
                "fromdate", "TransactionDate",
                "todate", "TransactionDate",
                "voucherseries", "VoucherSeries"));
  }
}
