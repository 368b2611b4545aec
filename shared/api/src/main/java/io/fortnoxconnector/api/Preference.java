package io.fortnoxconnector.api;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long a caller of a write wants to wait for its outcome: {@code Prefer: wait=N} or {@code
 * Prefer: respond-async} (RFC 7240).
 */
record Preference(Duration patience) {

  static final Duration USUAL = Duration.ofSeconds(10);
  static final Duration LONGEST = Duration.ofSeconds(25);

  private static final Pattern SEPARATOR = Pattern.compile("[,;]");

  /** What isn't understood is ignored, as RFC 7240 asks for. */
  static Preference of(HttpRequest request) {
    Duration patience = USUAL;
    for (String part : SEPARATOR.split(request.header("prefer").orElse(""), -1)) {
      String preference = part.strip().toLowerCase(Locale.ROOT);
      if (preference.equals("respond-async")) {
        return new Preference(Duration.ZERO);
      }
      if (preference.matches("wait\\s*=\\s*\\d{1,6}")) {
        long seconds = Long.parseLong(preference.substring(preference.indexOf('=') + 1).strip());
        patience = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
      }
    }
    return new Preference(patience);
  }
}
