package io.fortnoxconnector.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request as it arrived; path and query still percent-encoded, header names in lower case. */
public final class Call {

  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> headers;
  private final byte[] body;

  public Call(String method, String path, String query, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  public String query() {
    return query;
  }

  public String body() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Each character stands for one byte. */
  public String bytes() {
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  public boolean is(String wantedMethod, String wantedPath) {
    return method.equals(wantedMethod) && path.equals(wantedPath);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * The decoded parts between the slashes; a slash inside a part arrives as {@code %2F} and stays
   * in it.
   */
  public List<String> segments() {
    return Arrays.stream(path.split("/"))
        .filter(part -> !part.isEmpty())
        .map(part -> decoded(part.replace("+", "%2B")))
        .toList();
  }

  public Map<String, String> parameters() {
    return pairs(query);
  }

  public Map<String, String> form() {
    return pairs(body());
  }

  private static Map<String, String> pairs(String text) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        var cut = pair.indexOf('=');
        pairs.put(
            decoded(cut < 0 ? pair : pair.substring(0, cut)),
            cut < 0 ? "" : decoded(pair.substring(cut + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
