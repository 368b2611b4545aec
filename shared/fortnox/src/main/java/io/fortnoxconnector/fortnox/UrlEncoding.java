package io.fortnoxconnector.fortnox;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Percent-encoding by RFC 3986: UTF-8, and everything encoded but its unreserved characters. It
 * serves form bodies as well, which may have {@code %20} for a space.
 */
final class UrlEncoding {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UrlEncoding() {}

  /** A path as {@link FortnoxCall} holds it. */
  static String path(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash");
    }
    var encoded = new StringBuilder();
    for (String segment : path.substring(1).split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        // On its way it would be taken as a step to another resource, however it is encoded.
        throw new IllegalArgumentException("a path segment may not be " + segment);
      }
      encoded.append('/').append(encode(segment.replace("%2F", "/").replace("%25", "%")));
    }
    return encoded.toString();
  }

  static String parameters(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    var encoded = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.toHexDigits(octet));
      }
    }
    return encoded.toString();
  }
}
