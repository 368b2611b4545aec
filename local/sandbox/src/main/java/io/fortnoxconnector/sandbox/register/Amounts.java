package io.fortnoxconnector.sandbox.register;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as Fortnox shows them: rounded half up, and 10 rather than 10.00. */
final class Amounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Amounts() {}

  static BigDecimal rounded(BigDecimal number, int decimals) {
    var shortest = number.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  static BigDecimal rounded(BigDecimal amount) {
    return rounded(amount, 2);
  }

  static BigDecimal percent(BigDecimal amount, int percent) {
    return amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
  }

  static BigDecimal withoutVat(BigDecimal amount, int percent) {
    return rounded(
        amount
            .multiply(HUNDRED)
            .divide(HUNDRED.add(BigDecimal.valueOf(percent)), 2, RoundingMode.HALF_UP));
  }
}
