package io.fortnoxconnector.translation.format;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Swedish organisation number or, for a person, personal or coordination number: 10 digits, or 12
 * with the century (16 for an organisation), with or without a separator.
 */
public final class SwedishOrganisationNumber {
  private static final Pattern WRITTEN = Pattern.compile("(?:16|18|19|20)?[0-9]{6}[-+]?[0-9]{4}");

  private SwedishOrganisationNumber() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.of(
          "isn't an organisation number; 10 digits, or 12 with the century, are expected");
    }
    String digits = significant(written);
    return Luhn.passes(digits)
        ? Optional.empty()
        : Optional.of("fails its check digit; " + Luhn.corrected(written, digits) + " would pass");
  }

  /** The ten digits that tell one from another; a foreign number as it's written. */
  public static String significant(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return written;
    }
    String digits = Digits.of(written);
    return digits.length() == 12 ? digits.substring(2) : digits;
  }
}
