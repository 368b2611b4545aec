package io.fortnoxconnector.translation.format;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Swedish bankgiro number: 7 or 8 digits, often with a hyphen before the last four. */
public final class Bankgiro {
  private static final Pattern WRITTEN = Pattern.compile("[0-9]{3,4}-?[0-9]{4}");

  private Bankgiro() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.of("isn't a bankgiro number; 7 or 8 digits are expected, as in 5050-1055");
    }
    return Luhn.passes(Digits.of(written))
        ? Optional.empty()
        : Optional.of("fails its check digit");
  }
}
