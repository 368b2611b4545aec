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

  /**
   * The name by which Fortnox's documents take a country: the short name of ISO 3166-1, in English
   * (recorded: "Norway", "Virgin Islands, U.S."; "South Korea" is refused), and Sweden's own for
   * Sweden.
   */
  public static String nameInDocuments(String code) {
    String formal = Names.FORMAL.get(code);
    return formal == null ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH) : formal;
  }

  /** Apart, because loading the names takes time that most processes needn't spend. */
  private static final class Names {
    static final Map<String, String> CODES = new HashMap<>();

    /** Where ISO's short name isn't the one that Java has. */
    static final Map<String, String> FORMAL =
        Map.ofEntries(
            Map.entry("SE", "Sverige"),
            Map.entry("BO", "Bolivia, Plurinational State of"),
            Map.entry("BN", "Brunei Darussalam"),
            Map.entry("CD", "Congo, The Democratic Republic of the"),
            Map.entry("CG", "Congo"),
            Map.entry("CZ", "Czech Republic"),
            Map.entry("FK", "Falkland Islands (Malvinas)"),
            Map.entry("FM", "Micronesia, Federated States of"),
            Map.entry("HK", "Hong Kong"),
            Map.entry("IR", "Iran, Islamic Republic of"),
            Map.entry("KP", "Korea, Democratic People's Republic of"),
            Map.entry("KR", "Korea, Republic of"),
            Map.entry("LA", "Lao People's Democratic Republic"),
            Map.entry("MD", "Moldova, Republic of"),
            Map.entry("MK", "Macedonia, Republic of"),
            Map.entry("MO", "Macao"),
            Map.entry("PS", "Palestinian Territory, Occupied"),
            Map.entry("RU", "Russian Federation"),
            Map.entry("SY", "Syrian Arab Republic"),
            Map.entry("TW", "Taiwan, Province of China"),
            Map.entry("TZ", "Tanzania, United Republic of"),
            Map.entry("VA", "Holy See (Vatican City State)"),
            Map.entry("VE", "Venezuela, Bolivarian Republic of"),
            Map.entry("VG", "Virgin Islands, British"),
            Map.entry("VI", "Virgin Islands, U.S."),
            Map.entry("VN", "Viet Nam"));

    static {
      for (String language : new String[] {"en", "sv"}) {
        Locale inLanguage = Locale.of(language);
        for (String code : Countries.CODES) {
          String name = Locale.of("", code).getDisplayCountry(inLanguage);
          CODES.put(name.toLowerCase(Locale.ROOT), code);
        }
      }
      FORMAL.forEach((code, name) -> CODES.put(name.toLowerCase(Locale.ROOT), code));
    }
  }
}
