package io.fortnoxconnector.translation.format;

import java.util.Optional;
import java.util.regex.Pattern;

/** A GS1 Global Location Number: 13 digits, the last a check digit. */
public final class Gln {
  private static final Pattern WRITTEN = Pattern.compile("[0-9]{13}");

  private Gln() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.of("isn't a global location number; 13 digits are expected");
    }
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += Character.digit(written.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
    }
    int expected = (10 - sum % 10) % 10;
    return Character.digit(written.charAt(12), 10) == expected
        ? Optional.empty()
        : Optional.of(
            "fails its check digit; " + written.substring(0, 12) + expected + " would pass");
  }
}
