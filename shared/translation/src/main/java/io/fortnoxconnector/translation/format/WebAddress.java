package io.fortnoxconnector.translation.format;

import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a website; the scheme may be left out, as people do. */
public final class WebAddress {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i:https?://)?(?:[\\p{L}\\d-]+\\.)+[\\p{L}\\d-]{2,}(?::\\d+)?(?:[/?#]\\S*)?");

  private WebAddress() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String written) {
    return WRITTEN.matcher(written).matches()
        ? Optional.empty()
        : Optional.of("isn't a web address, such as www.example.se or https://example.se");
  }
}
