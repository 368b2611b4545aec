package io.fortnoxconnector.fortnox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file's name in {@code Content-Disposition} (RFC 6266). */
final class FileName {

  private static final Pattern ENCODED = Pattern.compile("(?i)filename\\*=UTF-8''([^;]+)");
  private static final Pattern PLAIN =
      Pattern.compile("(?i)filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;]+))");

  private FileName() {}

  /** Empty where there is none. */
  static String in(@Nullable String disposition) {
    String header = disposition == null ? "" : disposition;
    Matcher encoded = ENCODED.matcher(header);
    if (encoded.find()) {
      return decoded(encoded.group(1).strip());
    }
    Matcher plain = PLAIN.matcher(header);
    if (!plain.find()) {
      return "";
    }
    String name =
        plain.group(1) == null
            ? plain.group(2).strip()
            : plain.group(1).replaceAll("\\\\(.)", "$1");
    // The JDK reads headers byte by byte; what was UTF-8 is put together again.
    String utf8 = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return utf8.indexOf('\ufffd') < 0 ? utf8 : name;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
