package io.fortnoxconnector.translation.format;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An International Bank Account Number, ISO 13616. */
public final class Iban {
  private static final Pattern WRITTEN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  private Iban() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    String iban = compact(written);
    if (!WRITTEN.matcher(iban).matches()) {
      return Optional.of("isn't an IBAN; two letters and 13 to 32 letters and digits are expected");
    }
    var number = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(character -> number.append(Character.digit(character, 36)));
    return new BigInteger(number.toString()).mod(MODULUS).intValue() == 1
        ? Optional.empty()
        : Optional.of("fails its check digits");
  }

  /** As it's exchanged: capital letters, no spaces. */
  public static String compact(String written) {
    return written.replace(" ", "").toUpperCase(Locale.ROOT);
  }
}
