package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.account;
import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.date;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.rows;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.page;
import static io.fortnoxconnector.sandbox.register.Register.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Vouchers, which balance and never change, and the period in which there may be no more. */
final class VoucherTables {

  static final Register LOCKED_PERIOD =
      page("settings/lockedperiod", "LockedPeriod", date("EndDate"));

  static final Register VOUCHERS =
      register(
              "vouchers",
              "Voucher",
              "Vouchers",
              integer("ApprovalState").readOnly().initially(0).listed(),
              text("Comments", 1000).listed(),
              text("CostCenter").refersTo("costcenters"),
              text("Description", 200).required().listed(),
              text("Project").refersTo("projects"),
              text("ReferenceNumber").readOnly().listed(),
              choice(
                      "ReferenceType",
                      "INVOICE",
                      "SUPPLIERINVOICE",
                      "INVOICEPAYMENT",
                      "SUPPLIERPAYMENT",
                      "MANUAL",
                      "CASHINVOICE",
                      "ACCRUAL")
                  .readOnly()
                  .initially("MANUAL")
                  .listed(),
              date("TransactionDate").required().listed(),
              integer("VoucherNumber").readOnly().listed(),
              rows(
                  "VoucherRows",
                  account("Account").required(),
                  text("CostCenter").refersTo("costcenters"),
                  decimal("Credit").initially(0),
                  decimal("Debit").initially(0),
                  text("Description"),
                  text("Project").refersTo("projects"),
                  decimal("Quantity").initially(0),
                  bool("Removed").readOnly().initially(false),
                  text("TransactionInformation", 100)),
              text("VoucherSeries").required().refersTo("voucherseries").listed(),
              integer("Year").readOnly().listed())
          .scope("bookkeeping", "bokföring")
          .numberedWithin("VoucherSeries", "VoucherNumber")
          .yearly()
          .without("PUT")
          .without("DELETE")
          .knowsLastModified()
          .exactSearch("voucherseries", "VoucherSeries")
          .exactSearch("costcenter", "CostCenter")
          .from("fromdate", "TransactionDate")
          .until("todate", "TransactionDate")
          .notFound(2000995, "Kan inte hitta verifikationen.")
          .derive(VoucherTables::nameAccounts)
          .rule(VoucherTables::outsideItsYear)
          .rule(VoucherTables::locked)
          .rule(VoucherTables::inactive)
          .rule(VoucherTables::unbalanced)
          .thereafter(VoucherTables::book);

  private VoucherTables() {}

  /** What is left on an account: what was brought forward, and what is booked on it. */
  static void carry(ObjectNode account, Books books) {
    var number = account.path("Number").asText();
    var booked =
        books.store(VOUCHERS, account.path("Year").asInt()).all().stream()
            .flatMap(voucher -> rowsOf(voucher.values()))
            .filter(row -> row.path("Account").asText().equals(number))
            .map(VoucherTables::difference)
            .reduce(account.path("BalanceBroughtForward").decimalValue(), BigDecimal::add);
    account.put("BalanceCarriedForward", booked);
  }

  private static void book(ObjectNode voucher, Books books) {
    var accounts = books.store(LedgerTables.ACCOUNTS, voucher.path("Year").asInt());
    rowsOf(voucher)
        .map(row -> row.path("Account").asText())
        .distinct()
        .forEach(
            number -> accounts.find(number).ifPresent(account -> carry(account.values(), books)));
    books
        .store(LedgerTables.VOUCHER_SERIES, voucher.path("Year").asInt())
        .find(voucher.path("VoucherSeries").asText())
        .ifPresent(
            series ->
                series
                    .values()
                    .put("NextVoucherNumber", voucher.path("VoucherNumber").asInt() + 1));
  }

  /** A row without a description has its account's. */
  private static void nameAccounts(ObjectNode voucher, Books books) {
    var accounts = books.store(LedgerTables.ACCOUNTS);
    rowsOf(voucher)
        .filter(row -> !row.has("Description"))
        .forEach(
            row ->
                accounts
                    .find(row.path("Account").asText())
                    .ifPresent(
                        account ->
                            ((ObjectNode) row)
                                .set("Description", account.values().path("Description"))));
  }

  private static Optional<Refusal> outsideItsYear(ObjectNode voucher, Books books) {
    return books
            .years()
            .of(voucher.path("TransactionDate").asText())
            .filter(year -> year == voucher.path("Year").asInt())
            .isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.wrongYear());
  }

  private static Optional<Refusal> locked(ObjectNode voucher, Books books) {
    return books
        .store(LOCKED_PERIOD)
        .find("")
        .map(period -> period.values().path("EndDate").asText())
        .filter(end -> voucher.path("TransactionDate").asText().compareTo(end) <= 0)
        .map(Refusal::periodLocked);
  }

  private static Optional<Refusal> inactive(ObjectNode voucher, Books books) {
    var accounts = books.store(LedgerTables.ACCOUNTS, voucher.path("Year").asInt());
    return rowsOf(voucher)
        .map(row -> row.path("Account").asText())
        .filter(
            number ->
                accounts
                    .find(number)
                    .filter(account -> account.values().path("Active").asBoolean())
                    .isEmpty())
        .findFirst()
        .map(Refusal::accountInactive);
  }

  private static Optional<Refusal> unbalanced(ObjectNode voucher, Books books) {
    Objects.requireNonNull(books);
    var sum =
        rowsOf(voucher).map(VoucherTables::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.signum() == 0 && rowsOf(voucher).count() >= 2
        ? Optional.empty()
        : Optional.of(Refusal.unbalanced());
  }

  private static BigDecimal difference(JsonNode row) {
    return row.path("Debit").decimalValue().subtract(row.path("Credit").decimalValue());
  }

  private static Stream<JsonNode> rowsOf(ObjectNode voucher) {
    return voucher.path("VoucherRows").valueStream();
  }
}
