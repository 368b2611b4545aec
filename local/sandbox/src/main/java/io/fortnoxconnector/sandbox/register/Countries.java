package io.fortnoxconnector.sandbox.register;

import java.util.Locale;

/** Countries by their Swedish names, as the JDK's locale data has them. */
final class Countries {

  private static final Locale SWEDISH = Locale.of("sv", "SE");

  private Countries() {}

  static String swedishName(String code) {
    return Locale.of("", code).getDisplayCountry(SWEDISH);
  }
}
