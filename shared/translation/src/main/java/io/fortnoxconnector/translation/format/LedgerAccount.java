package io.fortnoxconnector.translation.format;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of an account in a Swedish chart of accounts (BAS): four digits. */
public final class LedgerAccount {
  private static final Pattern WRITTEN = Pattern.compile("[1-9][0-9]{3}");

  private LedgerAccount() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    return WRITTEN.matcher(written).matches()
        ? Optional.empty()
        : Optional.of("isn't an account; four digits are expected, as in 3001");
  }
}
