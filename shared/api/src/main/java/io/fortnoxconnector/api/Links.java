package io.fortnoxconnector.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses, and parts of them. */
public final class Links {

  private Links() {}

  /** One segment of a path, percent-encoded. */
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * One link of the header {@code Link} (RFC 8288): to the same list, with other parameters.
   *
   * @param parameters what is to be other; an empty text takes one away
   */
  public static String to(HttpRequest request, String relation, Map<String, String> parameters) {
    var all = new LinkedHashMap<>(request.query());
    parameters.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            all.remove(name);
          } else {
            all.put(name, value);
          }
        });
    return all.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(
            Collectors.joining("&", "<" + request.path() + "?", ">; rel=\"" + relation + "\""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
