package io.fortnoxconnector.connector.reading;

import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.reading.Pages.Found.Failed;
import io.fortnoxconnector.connector.reading.Pages.Found.Rows;
import io.fortnoxconnector.translation.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a place in a list. Fortnox knows pages and offsets only, so a place after a row
 * is looked for where the row last stood ("Parameters" in Fortnox's documentation: {@code page},
 * {@code limit}, {@code offset}).
 */
public final class Pages {

  /** Rows read before the place, so that some deletions before it cost no further call. */
  private static final int MARGIN = 20;

  private static final int MOST_OF_A_PAGE = 500;

  /** Rows of a place. */
  public sealed interface Found {
    /**
     * The rows, in their order.
     *
     * @param next null at the list's end
     */
    record Rows(
        List<JsonNode> rows,
        long total,
        long totalPages,
        long currentPage,
        @Nullable Cursor next,
        JsonNode document,
        int left)
        implements Found {}

    record Failed(Problem problem) implements Found {}
  }

  private final Resource resource;
  private final Map<String, String> query;
  private final int limit;
  private final Function<Map<String, String>, CallOutcome> ask;

  public Pages(
      Resource resource,
      Map<String, String> query,
      int limit,
      Function<Map<String, String>, CallOutcome> ask) {
    this.resource = resource;
    this.query = Map.copyOf(query);
    this.limit = limit;
    this.ask = ask;
  }

  public Found at(Place place) {
    return switch (place) {
      case Place.Page(int number) -> page(number);
      case Place.After(Cursor cursor) -> after(cursor, true);
    };
  }

  private Found page(int number) {
    CallOutcome outcome = ask("page", number, limit);
    if (!(outcome instanceof CallOutcome.Answered(var document, var left))) {
      return new Failed(Reader.failed(outcome).problem());
    }
    List<JsonNode> rows = rows(document);
    JsonNode meta = document.path("MetaInformation");
    long pages = meta.path("@TotalPages").asLong(1);
    return new Rows(
        rows,
        meta.path("@TotalResources").asLong(rows.size()),
        pages,
        meta.path("@CurrentPage").asLong(number),
        number < pages ? cursor((number - 1) * limit + rows.size(), rows) : null,
        document,
        left);
  }

  private Found after(Cursor cursor, boolean lookElsewhere) {
    int from = Math.max(0, cursor.position() - MARGIN);
    int length = Math.min(MOST_OF_A_PAGE, cursor.position() - from + limit);
    CallOutcome outcome = ask("offset", from, length);
    if (!(outcome instanceof CallOutcome.Answered(var document, var left))) {
      return new Failed(Reader.failed(outcome).problem());
    }
    List<JsonNode> window = rows(document);
    int begin = cursor.trail().isEmpty() ? 0 : behind(cursor, window);
    if (begin < 0) {
      return lookElsewhere ? elsewhere(cursor) : lost();
    }
    List<JsonNode> rows = window.subList(begin, Math.min(window.size(), begin + limit));
    long total = document.path("MetaInformation").path("@TotalResources").asLong(window.size());
    int end = from + begin + rows.size();
    return new Rows(
        rows,
        total,
        Math.ceilDiv(total, limit),
        (from + begin) / limit + 1L,
        end < total ? cursor(end, rows.isEmpty() ? window : rows) : null,
        document,
        left);
  }

  /** Much has changed: the whole list is looked through for the place. */
  private Found elsewhere(Cursor cursor) {
    for (int from = 0; ; from += MOST_OF_A_PAGE) {
      CallOutcome outcome = ask("offset", from, MOST_OF_A_PAGE);
      if (!(outcome instanceof CallOutcome.Answered(var document, _))) {
        return new Failed(Reader.failed(outcome).problem());
      }
      List<JsonNode> window = rows(document);
      int begin = behind(cursor, window);
      if (begin >= 0) {
        return after(new Cursor(cursor.list(), from + begin, cursor.trail()), false);
      }
      if (window.size() < MOST_OF_A_PAGE) {
        return lost();
      }
    }
  }

  private static Failed lost() {
    return new Failed(
        PARAMETER_INVALID.about(
            "after", "The rows that this cursor stood behind are gone. Begin again without it."));
  }

  /** Where the rows begin that come behind the cursor's; less than 0 where none of those is. */
  private int behind(Cursor cursor, List<JsonNode> window) {
    List<String> ids = window.stream().map(resource::idOf).toList();
    for (String id : cursor.trail().reversed()) {
      if (ids.contains(id)) {
        return ids.indexOf(id) + 1;
      }
    }
    return -1;
  }

  private @Nullable Cursor cursor(int position, List<JsonNode> shown) {
    return shown.isEmpty()
        ? null
        : new Cursor(resource.name(), position, shown.stream().map(resource::idOf).toList());
  }

  private CallOutcome ask(String parameter, int value, int length) {
    var whole = new LinkedHashMap<>(query);
    whole.put(parameter, Integer.toString(value));
    whole.put("limit", Integer.toString(length));
    return ask.apply(whole);
  }

  private List<JsonNode> rows(JsonNode document) {
    var rows = new ArrayList<JsonNode>();
    document.path(resource.listKey()).forEach(rows::add);
    return rows;
  }
}
