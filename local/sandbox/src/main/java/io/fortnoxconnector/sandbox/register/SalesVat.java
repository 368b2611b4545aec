package io.fortnoxconnector.sandbox.register;

/**
 * How much VAT what is sold on an account has: the account's VAT code says it. Fortnox has no list
 * of codes; those of domestic sales are known.
 */
final class SalesVat {

  /** What a row without account and article is booked on (recorded). */
  static final int PREDEFINED_ACCOUNT = 3001;

  private SalesVat() {}

  /** In percent; none where the account has no code, or one that isn't of domestic sales. */
  static int of(int account, Books books) {
    return books
        .store("accounts")
        .find(Integer.toString(account))
        .map(found -> ofCode(found.values().path("VATCode").asText()))
        .orElse(0);
  }

  private static int ofCode(String code) {
    return switch (code) {
      case "MP1" -> 25;
      case "MP2" -> 12;
      case "MP3" -> 6;
      default -> 0;
    };
  }
}
