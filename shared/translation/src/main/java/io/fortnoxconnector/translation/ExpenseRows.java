package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a voucher says as an expense: what was bought, its VAT, and last what it was paid from. So
 * it is written here; a voucher from elsewhere is read the same way.
 */
final class ExpenseRows {
  static final String ROWS = "VoucherRows";

  /** BAS's accounts of input VAT. */
  private static final String INPUT_VAT = "264";

  private ExpenseRows() {}

  static boolean isRefund(ObjectNode voucher) {
    return paid(voucher).signum() < 0;
  }

  /** EXPENSE or REFUND; null where the voucher's rows aren't known. */
  static JsonNode type(ObjectNode voucher) {
    return rows(voucher).isEmpty()
        ? Fortnox.NOTHING
        : voucher.textNode(isRefund(voucher) ? "REFUND" : "EXPENSE");
  }

  /** The account that it was paid from. */
  static JsonNode paidFrom(ObjectNode voucher) {
    List<ObjectNode> rows = rows(voucher);
    return rows.isEmpty() ? Fortnox.NOTHING : rows.getLast().path("Account");
  }

  static JsonNode taxAccount(ObjectNode voucher) {
    return rows(voucher).stream()
        .filter(ExpenseRows::isTax)
        .findFirst()
        .map(row -> row.path("Account"))
        .orElse(Fortnox.NOTHING);
  }

  static JsonNode gross(ObjectNode voucher) {
    return rows(voucher).isEmpty() ? Fortnox.NOTHING : DecimalNode.valueOf(paid(voucher).abs());
  }

  static JsonNode tax(ObjectNode voucher) {
    return rows(voucher).isEmpty() ? Fortnox.NOTHING : DecimalNode.valueOf(taxAmount(voucher));
  }

  static JsonNode net(ObjectNode voucher) {
    return rows(voucher).isEmpty()
        ? Fortnox.NOTHING
        : DecimalNode.valueOf(paid(voucher).abs().subtract(taxAmount(voucher)));
  }

  /** What was bought, above 0 whether it was paid or paid back. */
  static List<ObjectNode> lines(ObjectNode voucher) {
    List<ObjectNode> rows = rows(voucher);
    return rows.stream()
        .limit(Math.max(0, rows.size() - 1))
        .filter(row -> !isTax(row))
        .map(row -> isRefund(voucher) ? turned(row) : row)
        .toList();
  }

  /** The same row on the other side. */
  static ObjectNode turned(ObjectNode row) {
    ObjectNode turned = row.deepCopy();
    turned.set("Debit", row.path("Credit"));
    turned.set("Credit", row.path("Debit"));
    return turned;
  }

  private static BigDecimal taxAmount(ObjectNode voucher) {
    BigDecimal tax =
        rows(voucher).stream()
            .filter(ExpenseRows::isTax)
            .map(ExpenseRows::debit)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return isRefund(voucher) ? tax.negate() : tax;
  }

  private static BigDecimal paid(ObjectNode voucher) {
    List<ObjectNode> rows = rows(voucher);
    return rows.isEmpty() ? BigDecimal.ZERO : debit(rows.getLast()).negate();
  }

  private static BigDecimal debit(ObjectNode row) {
    return row.path("Debit").decimalValue().subtract(row.path("Credit").decimalValue());
  }

  private static boolean isTax(ObjectNode row) {
    return row.path("Account").asText().startsWith(INPUT_VAT);
  }

  /** Without those that a correction struck out. */
  private static List<ObjectNode> rows(ObjectNode voucher) {
    return voucher
        .path(ROWS)
        .valueStream()
        .filter(row -> !row.path("Removed").asBoolean())
        .map(ObjectNode.class::cast)
        .toList();
  }
}
