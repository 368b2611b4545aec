package io.fortnoxconnector.sandbox.register;

/** The accounts of domestic sales in a Swedish chart (BAS), and the VAT percent of each. */
final class SalesAccounts {

  /** What a row without account and article is booked on (recorded). */
  static final int PREDEFINED = 3001;

  private SalesAccounts() {}

  static int vatOf(int account) {
    return switch (account) {
      case 3001 -> 25;
      case 3002 -> 12;
      case 3003 -> 6;
      default -> 0;
    };
  }
}
