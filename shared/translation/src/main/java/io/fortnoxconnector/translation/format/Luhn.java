package io.fortnoxconnector.translation.format;

/** The mod 10 check of ISO/IEC 7812, which Swedish organisation and giro numbers use. */
final class Luhn {
  private Luhn() {}

  static boolean passes(String digits) {
    return checkDigit(digits.substring(0, digits.length() - 1))
        == Character.digit(digits.charAt(digits.length() - 1), 10);
  }

  /** The digit to append. */
  static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int weighted = Character.digit(digits.charAt(digits.length() - 1 - i), 10) * (2 - i % 2);
      sum += weighted / 10 + weighted % 10;
    }
    return (10 - sum % 10) % 10;
  }

  /** The number as it was written, with the last digit put right. */
  static String corrected(String written, String digits) {
    return written.substring(0, written.length() - 1)
        + checkDigit(digits.substring(0, digits.length() - 1));
  }
}
