package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.reading.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list: {@code page} from 1, or {@code after} with the cursor that the part before
 * has named; {@code limit} from 1 to 500 (the most that Fortnox gives).
 *
 * @param cursor empty where a page is asked for by its number
 */
public record Paging(int page, int limit, Optional<Cursor> cursor) {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 500;
  private static final int MOST_PAGE = 1_000_000;

  public static Paging of(HttpRequest request) {
    if (request.parameter("after").isPresent() && request.parameter("page").isPresent()) {
      throw new Rejected(
          PARAMETER_INVALID.about("after", "Send page or after, not both: each names a place."));
    }
    return new Paging(
        number(request, "page", 1, MOST_PAGE),
        number(request, "limit", USUAL_LIMIT, MOST_LIMIT),
        request.parameter("after").map(Paging::cursor));
  }

  /** A page of that number, where only such exist. */
  static Paging byNumber(HttpRequest request) {
    Paging paging = of(request);
    if (paging.cursor().isPresent()) {
      throw new Rejected(PARAMETER_INVALID.about("after", "This list has pages, not cursors."));
    }
    return paging;
  }

  /** A part of a list that is only followed: it has neither filters nor pages. */
  public static Paging followed(HttpRequest request) {
    Parameters.filters(request)
        .keySet()
        .forEach(
            name -> {
              throw new Rejected(
                  PARAMETER_INVALID.about(name, "This list has no filters, only after and limit."));
            });
    if (request.parameter("page").isPresent()) {
      throw new Rejected(
          PARAMETER_INVALID.about(
              "page", "This list has no pages: go on with after=…, as meta.after says."));
    }
    return of(request);
  }

  /** What the cursor of a followed list stands behind; empty at the list's beginning. */
  public Optional<String> behind(String list) {
    return cursor.map(
        given -> {
          if (!given.list().equals(list) || given.trail().size() != 1) {
            throw noCursor();
          }
          return given.trail().getFirst();
        });
  }

  /** The cursor that stands behind that, in the followed list of that name. */
  public static Cursor cursor(String list, String behind) {
    return new Cursor(list, 0, List.of(behind));
  }

  /** Where in the list of that name to read. */
  Place place(String list) {
    return cursor
        .<Place>map(
            given -> {
              if (!given.list().equals(list)) {
                throw noCursor();
              }
              return new Place.After(given);
            })
        .orElseGet(() -> new Place.Page(page));
  }

  private static Cursor cursor(String text) {
    return Cursor.of(text).orElseThrow(Paging::noCursor);
  }

  public static Rejected noCursor() {
    return new Rejected(
        PARAMETER_INVALID.about(
            "after", "after is what meta.after of this list's last answer was."));
  }

  /**
   * The header {@code Link} (RFC 8288), with addresses relative to this one.
   *
   * @param next where the list goes on behind a cursor
   */
  String links(HttpRequest request, long totalPages, @Nullable Cursor next) {
    if (cursor.isPresent()) {
      return next == null
          ? link(request, Map.of(), "first")
          : link(request, Map.of(), "first")
              + ", "
              + link(request, Map.of("after", next.text()), "next");
    }
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
    return link(request, Map.of("page", Long.toString(target)), relation);
  }

  private String link(HttpRequest request, Map<String, String> place, String relation) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("after", "");
    parameters.putAll(place);
    parameters.put("limit", Integer.toString(limit));
    return Links.to(request, relation, parameters);
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
