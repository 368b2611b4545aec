package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.webhooks.Sender.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an HTTP answer (RFC 9112): its status and headers. Nobody reads on: what a
 * receiver says in words, a sender can't do anything with.
 */
record AnswerHead(int status, @Nullable Duration retryAfter) {

  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

  /** One byte after the other; -1 at the end. */
  @FunctionalInterface
  interface Bytes {
    int next() throws IOException;
  }

  /**
   * Reads it.
   *
   * @throws IOException where it isn't one, or longer than 64 KiB
   */
  static AnswerHead read(Bytes bytes, Instant now) throws IOException {
    int[] left = {MOST_BYTES};
    while (true) {
      Matcher status = STATUS.matcher(line(bytes, left));
      if (!status.matches()) {
        throw new IOException("no answer of HTTP");
      }
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(bytes, left); !line.isEmpty(); line = line(bytes, left)) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.put(
              line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
      }
      int code = Integer.parseInt(status.group(1));
      if (code >= 200) {
        return new AnswerHead(code, retryAfter(headers.get("retry-after"), now));
      }
    }
  }

  Reply reply() {
    // RFC 9110, "Retry-After"; Standard Webhooks, "Rate limiting".
    return switch (status) {
      case 429, 502, 503, 504 -> Reply.of(status, retryAfter);
      default -> Reply.of(status, null);
    };
  }

  private static String line(Bytes bytes, int[] left) throws IOException {
    var line = new ByteArrayOutputStream();
    while (left[0]-- > 0) {
      int next = bytes.next();
      if (next < 0) {
        throw new IOException("the answer is cut short");
      }
      if (next == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(next);
    }
    throw new IOException("the answer's head is too long");
  }

  private static @Nullable Duration retryAfter(@Nullable String text, Instant now) {
    if (text == null) {
      return null;
    }
    if (text.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return at.isAfter(now) ? Duration.between(now, at) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
