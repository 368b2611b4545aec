package io.fortnoxconnector.translation.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Business Identifier Code (SWIFT code), ISO 9362: 8 or 11 characters. */
public final class Bic {
  private static final Pattern WRITTEN =
      Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");

  private Bic() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    return WRITTEN.matcher(compact(written)).matches()
        ? Optional.empty()
        : Optional.of("isn't a BIC; 8 or 11 letters and digits are expected, as in SWEDSESS");
  }

  /** As it's exchanged: capital letters, no spaces. */
  public static String compact(String written) {
    return written.replace(" ", "").toUpperCase(Locale.ROOT);
  }
}
