package io.fortnoxconnector.local.openapi;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A route of the HTTP API.
 *
 * @param path with its parameters in braces
 */
record ApiRoute(String method, String path) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

  /** From a key of the template: {@code GET /accounting/customers/{contactId}}. */
  static ApiRoute of(String key) {
    int space = key.indexOf(' ');
    return new ApiRoute(key.substring(0, space), key.substring(space + 1));
  }

  String key() {
    return method + " " + path;
  }

  List<String> segments() {
    return List.of(path.substring(1).split("/", -1));
  }

  List<String> parameters() {
    return PARAMETER.matcher(path).results().map((MatchResult found) -> found.group(1)).toList();
  }

  static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }
}
