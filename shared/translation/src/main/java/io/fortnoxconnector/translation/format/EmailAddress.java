package io.fortnoxconnector.translation.format;

import java.util.Optional;
import java.util.regex.Pattern;

/** One e-mail address without a display name. */
public final class EmailAddress {
  private static final Pattern WRITTEN =
      Pattern.compile("[^\\s@<>(),;:\"\\[\\]]{1,64}@(?:[\\p{L}\\d-]+\\.)+[\\p{L}\\d-]{2,}");

  private EmailAddress() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    boolean dotsStandWell =
        !written.startsWith(".") && !written.contains("..") && !written.contains(".@");
    return dotsStandWell && WRITTEN.matcher(written).matches()
        ? Optional.empty()
        : Optional.of("isn't an e-mail address");
  }
}
