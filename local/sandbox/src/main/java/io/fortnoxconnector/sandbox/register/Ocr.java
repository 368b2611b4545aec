package io.fortnoxconnector.sandbox.register;

/**
 * A payment reference as Fortnox makes it: the document's number, the length of the whole as one
 * digit, a check digit (derived from 32 recorded ones: 18 has 1842).
 */
final class Ocr {

  private Ocr() {}

  static String of(String number) {
    var digits = number.replaceAll("\\D", "");
    var counted = digits + (digits.length() + 2) % 10;
    var sum = 0;
    for (int i = counted.length() - 1, weight = 2; i >= 0; i--, weight = 3 - weight) {
      var value = (counted.charAt(i) - '0') * weight;
      sum += value > 9 ? value - 9 : value;
    }
    return counted + (10 - sum % 10) % 10;
  }
}
