package io.fortnoxconnector.translation.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A VAT identification number. Only Swedish ones are checked: SE, the ten digits of the
 * organisation number, and two more.
 */
public final class VatNumber {
  private static final Pattern SWEDISH = Pattern.compile("SE[0-9]{12}");

  private VatNumber() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    String number = compact(written);
    if (!number.startsWith("SE")) {
      return Optional.empty();
    }
    if (!SWEDISH.matcher(number).matches()) {
      return Optional.of(
          "isn't a Swedish VAT number; SE and 12 digits are expected, as in SE556036079301");
    }
    return Luhn.passes(number.substring(2, 12))
        ? Optional.empty()
        : Optional.of("fails its check digit");
  }

  /** Capital letters, and nothing between them and the digits. */
  public static String compact(String written) {
    return written.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
  }
}
