package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A register's list: filtered, searched, sorted, in pages. Parameters it doesn't know are ignored.
 */
final class Listing {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int MOST = 500;

  private final Register register;
  private final Map<String, String> asked;
  private final boolean refusesPagesBeyondTheEnd;
  private final LocalDate today;

  Listing(
      Register register,
      Map<String, String> asked,
      boolean refusesPagesBeyondTheEnd,
      LocalDate today) {
    this.today = today;
    this.register = register;
    this.asked = asked;
    this.refusesPagesBeyondTheEnd = refusesPagesBeyondTheEnd;
  }

  Answer of(Collection<Row> rows, Reader reader) {
    var limit = number("limit", 100, 1, MOST);
    var page = number("page", 1, 1, Integer.MAX_VALUE);
    var offset = number("offset", 0, 0, Integer.MAX_VALUE);
    var filter = asked.get("filter");
    var changedSince = changedSince();
    if (filter != null && !register.filters.containsKey(filter)) {
      return Refusal.unknownFilter().answer();
    }
    if (limit.isEmpty()
        || page.isEmpty()
        || offset.isEmpty()
        || !knowsItsSort()
        || (changedSince.isEmpty() && asksForChanges())
        || hasAngleBrackets()) {
      return Refusal.badParameter().answer();
    }
    var found =
        rows.stream()
            .filter(row -> filter == null || passes(filter, row))
            .filter(row -> changedSince.isEmpty() || !row.modified().isBefore(changedSince.get()))
            .filter(row -> isFound(row.values()))
            .sorted(order())
            .toList();
    var pages = Math.ceilDiv(found.size(), limit.getAsInt());
    if (page.getAsInt() > Math.max(pages, 1) && refusesPagesBeyondTheEnd) {
      return Refusal.noSuchPage().answer();
    }
    var byOffset = asked.containsKey("offset");
    var first = byOffset ? offset.getAsInt() : (page.getAsInt() - 1L) * limit.getAsInt();
    return answer(
        // Totals come with the rows: an offset beyond the end has none, and totals of 0 were
        // recorded.
        byOffset && first >= found.size() ? 0 : found.size(),
        limit.getAsInt(),
        byOffset ? 1 : page.getAsInt(),
        found.stream().skip(first).limit(limit.getAsInt()).map(reader::thin).toList());
  }

  private Answer answer(int total, int limit, int page, List<ObjectNode> items) {
    var body = FortnoxJson.object();
    body.putObject("MetaInformation")
        .put("@TotalResources", total)
        .put("@TotalPages", Math.ceilDiv(total, limit))
        .put("@CurrentPage", page);
    var parent = register.listWrapper == null ? body : body.putObject(register.listWrapper);
    parent.putArray(register.plural).addAll(items);
    return Answer.json(200, body);
  }

  private OptionalInt number(String parameter, int otherwise, int least, int most) {
    var text = asked.get(parameter);
    if (text == null || text.isEmpty()) {
      return OptionalInt.of(otherwise);
    }
    try {
      var number = Integer.parseInt(text);
      return number < least || number > most ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (NumberFormatException notANumber) {
      return OptionalInt.empty();
    }
  }

  private boolean asksForChanges() {
    return register.knowsLastModified && asked.containsKey("lastmodified");
  }

  private Optional<LocalDateTime> changedSince() {
    if (!asksForChanges()) {
      return Optional.empty();
    }
    var text = asked.getOrDefault("lastmodified", "");
    try {
      return Optional.of(
          switch (text.length()) {
            case 10 -> LocalDate.parse(text).atStartOfDay();
            case 16 -> LocalDateTime.parse(text, MINUTES);
            default -> LocalDateTime.parse(text, SECONDS);
          });
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** Fortnox is known to refuse these two, encoded or not. */
  private boolean hasAngleBrackets() {
    return asked.values().stream().anyMatch(value -> value.contains("<") || value.contains(">"));
  }

  private boolean passes(String filter, Row row) {
    return Optional.ofNullable(register.filters.get(filter))
        .map(known -> known.test(row.values(), today))
        .orElse(false);
  }

  private boolean isFound(ObjectNode values) {
    return register.searches.stream().allMatch(search -> search.passes(values, asked));
  }

  private static String lower(ObjectNode values, String field) {
    return values.path(field).asText().toLowerCase(Locale.ROOT);
  }

  private boolean knowsItsSort() {
    var order = asked.getOrDefault("sortorder", "ascending");
    return (order.equals("ascending") || order.equals("descending"))
        && (!asked.containsKey("sortby") || register.sorts.containsKey(asked.get("sortby")));
  }

  private Comparator<Row> order() {
    var field = register.sorts.get(asked.getOrDefault("sortby", ""));
    Comparator<Row> byKey = Comparator.comparing(Row::key, NaturalOrder.KEYS);
    Comparator<Row> order =
        field == null || field.equals(register.key.field())
            ? byKey
            : Comparator.<Row, String>comparing(row -> lower(row.values(), field))
                .thenComparing(byKey);
    return asked.getOrDefault("sortorder", "").equals("descending") ? order.reversed() : order;
  }
}
