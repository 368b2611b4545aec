package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.BODY_MALFORMED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A body of the type {@code multipart/form-data}, RFC 7578 and RFC 2046 5.1.1. */
final class Multipart {

  private static final String TYPE = "multipart/form-data";

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([A-Za-z*]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");
  private static final int MOST_PARTS = 50;
  private static final String END_OF_LINE = "\r\n";

  private Multipart() {}

  /**
   * One part.
   *
   * @param fileName null where it's no file
   * @param content each character stands for one byte
   */
  record Part(String name, @Nullable String fileName, String content) {

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
      return content.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  static boolean isBodyOf(HttpRequest request) {
    return type(request).toLowerCase(Locale.ROOT).strip().startsWith(TYPE);
  }

  static List<Part> parts(HttpRequest request) {
    return parts(type(request), bytes(request));
  }

  private static String type(HttpRequest request) {
    return request.header("content-type").orElse("");
  }

  private static byte[] bytes(HttpRequest request) {
    try {
      return request.bodyIsBase64()
          ? Base64.getDecoder().decode(request.body())
          : request.body().getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Rejected(BODY_MALFORMED.about("The body can't be read."));
    }
  }

  static List<Part> parts(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw malformed("The header Content-Type names no boundary.");
    }
    String line = "--" + Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
    // A line's end in front, so that the first boundary is found as all others.
    String text = END_OF_LINE + new String(body, StandardCharsets.ISO_8859_1);
    String separator = END_OF_LINE + line;
    List<Part> parts = new ArrayList<>();
    int at = text.indexOf(separator);
    while (at >= 0) {
      int start = at + separator.length();
      if (text.startsWith("--", start)) {
        return parts;
      }
      int next = text.indexOf(separator, start);
      int head = text.indexOf(END_OF_LINE, start);
      if (next < 0 || head < 0 || head > next || parts.size() == MOST_PARTS) {
        break;
      }
      // The line's end before the next boundary belongs to it, and may be that of the head as well.
      parts.add(part(text.substring(head, next)));
      at = next;
    }
    throw malformed("The body isn't a form of parts, of which " + MOST_PARTS + " are the most.");
  }

  private static Part part(String text) {
    String blank = END_OF_LINE + END_OF_LINE;
    int end = text.indexOf(blank);
    if (end < 0) {
      throw malformed("A part of the form has no header.");
    }
    for (String header : utf8(text.substring(0, end)).split(END_OF_LINE, -1)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        Map<String, String> parameters = parameters(header);
        String name = parameters.get("name");
        if (name != null) {
          return new Part(name, parameters.get("filename"), text.substring(end + blank.length()));
        }
      }
    }
    throw malformed("A part of the form has no name.");
  }

  private static Map<String, String> parameters(String header) {
    Map<String, String> parameters = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(header);
    while (parameter.find()) {
      String quoted = parameter.group(2);
      String value =
          quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\([\"\\\\])", "$1");
      parameters.put(
          parameter.group(1).toLowerCase(Locale.ROOT),
          value.replace("%22", "\"").replace("%0D", " ").replace("%0A", " "));
    }
    return parameters;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static Rejected malformed(String detail) {
    return new Rejected(BODY_MALFORMED.about(detail));
  }
}
