package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Which page of a list: {@code page} from 1, {@code limit} from 1 to 500 (the most that Fortnox
 * gives).
 */
record Paging(int page, int limit) {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 500;
  private static final int MOST_PAGE = 1_000_000;

  static Paging of(HttpRequest request) {
    return new Paging(
        number(request, "page", 1, MOST_PAGE), number(request, "limit", USUAL_LIMIT, MOST_LIMIT));
  }

  /** The header {@code Link} (RFC 8288), with addresses relative to this one. */
  String links(HttpRequest request, long totalPages) {
    var links = new ArrayList<String>();
    links.add(link(request, 1, "first"));
    if (page > 1) {
      links.add(link(request, page - 1, "prev"));
    }
    if (page < totalPages) {
      links.add(link(request, page + 1, "next"));
    }
    links.add(link(request, Math.max(1, totalPages), "last"));
    return String.join(", ", links);
  }

  private String link(HttpRequest request, long target, String relation) {
    var parameters = new LinkedHashMap<>(request.query());
    parameters.put("page", Long.toString(target));
    parameters.put("limit", Integer.toString(limit));
    var query = new ArrayList<String>();
    parameters.forEach(
        (name, value) ->
            query.add(
                URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return "<" + request.path() + "?" + String.join("&", query) + ">; rel=\"" + relation + "\"";
  }

  private static int number(HttpRequest request, String name, int otherwise, int most) {
    String text = request.parameter(name).orElse(null);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9]\\d{0,6}") || Integer.parseInt(text) > most) {
      throw new Rejected(
          PARAMETER_INVALID.about(name, name + " is a whole number from 1 to " + most + "."));
    }
    return Integer.parseInt(text);
  }
}
