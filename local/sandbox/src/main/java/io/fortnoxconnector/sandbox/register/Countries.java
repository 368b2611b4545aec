package io.fortnoxconnector.sandbox.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Countries by their Swedish names, as the JDK's locale data has them, and by ISO's short names.
 */
final class Countries {

  private static final Locale SWEDISH = Locale.of("sv", "SE");

  /** Where ISO's name isn't the JDK's English one, which is then refused ("South Korea": seen). */
  private static final Map<String, String> FORMAL =
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

  private static final Set<String> NAMES =
      Arrays.stream(Locale.getISOCountries())
          .flatMap(code -> Stream.of(swedishName(code), isoName(code)))
          .collect(Collectors.toUnmodifiableSet());

  private Countries() {}

  static String swedishName(String code) {
    return Locale.of("", code).getDisplayCountry(SWEDISH);
  }

  /** Whether a document takes a country by that name. */
  static boolean isName(String name) {
    return NAMES.contains(name);
  }

  private static String isoName(String code) {
    return FORMAL.getOrDefault(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
  }
}
