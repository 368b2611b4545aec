package io.fortnoxconnector.translation.format;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Swedish plusgiro number: 2 to 8 digits, often in groups, with a hyphen before the last. */
public final class Plusgiro {
  private static final Pattern WRITTEN = Pattern.compile("[0-9](?: ?[0-9]){0,6}[- ]?[0-9]");

  private Plusgiro() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.of("isn't a plusgiro number; 2 to 8 digits are expected, as in 28 65 43-4");
    }
    return Luhn.passes(Digits.of(written))
        ? Optional.empty()
        : Optional.of("fails its check digit");
  }
}
