package io.fortnoxconnector.translation.format;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Currency codes of ISO 4217. */
public final class Currencies {
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    if (CODES.contains(written)) {
      return Optional.empty();
    }
    String capitals = written.toUpperCase(Locale.ROOT);
    return Optional.of(
        CODES.contains(capitals)
            ? "isn't a currency code of ISO 4217; " + capitals + " would pass"
            : "isn't a currency code of ISO 4217");
  }
}
