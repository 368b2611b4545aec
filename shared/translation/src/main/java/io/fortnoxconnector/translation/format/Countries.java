package io.fortnoxconnector.translation.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Country codes of ISO 3166-1 alpha-2, and the names that Fortnox and people use instead. */
public final class Countries {
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private Countries() {}

  /** Whether it's a code, in capitals. */
  public static boolean isCode(String written) {
    return CODES.contains(written);
  }

  /** What is wrong with a code, if anything. */
  public static Optional<String> flaw(String written) {
    if (isCode(written)) {
      return Optional.empty();
    }
    String known = "isn't a country code of ISO 3166-1 alpha-2";
    String capitals = written.toUpperCase(Locale.ROOT);
    Optional<String> meant = isCode(capitals) ? Optional.of(capitals) : named(written);
    return Optional.of(meant.map(code -> known + "; " + code + " would pass").orElse(known));
  }

  /** The code of a country by its Swedish or English name. */
  public static Optional<String> named(String name) {
    return Optional.ofNullable(Names.CODES.get(name.strip().toLowerCase(Locale.ROOT)));
  }

  /** Apart, because loading the names takes time that most processes needn't spend. */
  private static final class Names {
    static final Map<String, String> CODES = new HashMap<>();

    static {
      for (String language : new String[] {"en", "sv"}) {
        Locale inLanguage = Locale.of(language);
        for (String code : Countries.CODES) {
          String name = Locale.of("", code).getDisplayCountry(inLanguage);
          CODES.put(name.toLowerCase(Locale.ROOT), code);
        }
      }
    }
  }
}
