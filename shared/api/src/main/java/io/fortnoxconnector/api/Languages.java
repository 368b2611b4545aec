package io.fortnoxconnector.api;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** Which language the reader of a page gets. */
public final class Languages {

  private Languages() {}

  /**
   * The reader's best of those that there are, by weight and then by order (RFC 9110, 12.5.4); of
   * {@code sv-FI} the language alone (RFC 4647, 3.4, "Lookup").
   *
   * @param acceptLanguage the header as it came
   * @param offered language tags; the first is for whoever wants none of them
   */
  public static String best(String acceptLanguage, List<String> offered) {
    return lookup(acceptLanguage, offered).orElseGet(offered::getFirst);
  }

  private static Optional<String> lookup(String acceptLanguage, List<String> offered) {
    try {
      return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(acceptLanguage), offered));
    } catch (IllegalArgumentException noLanguageRanges) {
      return Optional.empty();
    }
  }
}
