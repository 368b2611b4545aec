package io.fortnoxconnector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.Paging;
import io.fortnoxconnector.api.Parameters;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.tasks.TaskList.Place;
import io.fortnoxconnector.connector.tasks.TaskList.Wanted;
import io.fortnoxconnector.connector.tasks.TaskState;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.format.StockholmTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a request is about.
 *
 * @param after where the list goes on; null for its beginning
 * @param skipped how many of those that follow are on earlier pages
 */
record TaskQuery(Wanted wanted, @Nullable Place after, int skipped, int limit) {

  /** Pages are counted off the index from its beginning: a thousand entries are 32 read units. */
  private static final int MOST_BY_PAGE = 1000;

  private static final int LONGEST_VALUE = 100;

  /** What its cursors say that they're of. */
  private static final String LIST = "asyncTask";

  private static final Set<String> FILTERS =
      Set.of(
          "status",
          "state",
          "resource",
          "operation",
          "resourceId",
          "acceptedDateFrom",
          "acceptedDateTo");

  static TaskQuery of(HttpRequest request) {
    Map<String, String> filters = Parameters.filters(request);
    for (String name : filters.keySet()) {
      if (!FILTERS.contains(name)) {
        throw refused(name, "This list has no filter " + name + ".");
      }
    }
    Paging paging = Paging.of(request);
    Place after = paging.cursor().map(TaskQuery::place).orElse(null);
    if (paging.page() * (long) paging.limit() > MOST_BY_PAGE) {
      throw refused(
          "page",
          "Pages reach as far as the first "
              + MOST_BY_PAGE
              + " tasks. Go on with after=…, as meta.after says.");
    }
    return new TaskQuery(
        wanted(filters), after, (paging.page() - 1) * paging.limit(), paging.limit());
  }

  private static Wanted wanted(Map<String, String> filters) {
    EnumSet<TaskState> states = EnumSet.allOf(TaskState.class);
    states.retainAll(states(filters, "status", TaskState::status));
    states.retainAll(states(filters, "state", Enum::name));
    if (states.isEmpty()) {
      throw refused("state", "No task has both this state and this status.");
    }
    return new Wanted(
        states.size() == TaskState.values().length ? Set.of() : states,
        text(filters, "resource"),
        operation(filters.get("operation")),
        text(filters, "resourceId"),
        moment(filters, "acceptedDateFrom", Duration.ZERO),
        moment(filters, "acceptedDateTo", Duration.ofDays(1).minusMillis(1)));
  }

  /** The states that have this word. */
  private static List<TaskState> states(
      Map<String, String> filters, String name, Function<TaskState, String> word) {
    String value = filters.get(name);
    if (value == null) {
      return List.of(TaskState.values());
    }
    List<TaskState> states =
        Arrays.stream(TaskState.values()).filter(state -> word.apply(state).equals(value)).toList();
    if (states.isEmpty()) {
      throw refused(name, name + " is one of " + words(TaskState.values(), word) + ".");
    }
    return states;
  }

  private static @Nullable Operation operation(@Nullable String value) {
    if (value == null) {
      return null;
    }
    Operation[] writes =
        Arrays.stream(Operation.values())
            .filter(operation -> operation != Operation.READ)
            .toArray(Operation[]::new);
    return Arrays.stream(writes)
        .filter(operation -> operation.name().equals(value))
        .findFirst()
        .orElseThrow(
            () -> refused("operation", "operation is one of " + words(writes, Enum::name) + "."));
  }

  private static <T> String words(T[] all, Function<T, String> word) {
    return String.join(", ", Arrays.stream(all).map(word).distinct().toList());
  }

  private static @Nullable String text(Map<String, String> filters, String name) {
    String value = filters.get(name);
    if (value != null && (value.isBlank() || value.length() > LONGEST_VALUE)) {
      throw refused(name, name + " is a text of 1 to " + LONGEST_VALUE + " characters.");
    }
    return value;
  }

  /**
   * A moment.
   *
   * @param wholeDay what is added to the beginning of a day that is given without a time
   */
  private static @Nullable Instant moment(
      Map<String, String> filters, String name, Duration wholeDay) {
    String value = filters.get(name);
    if (value == null) {
      return null;
    }
    Optional<Instant> moment = StockholmTime.parse(value.strip());
    return moment
        .map(at -> value.contains("T") ? at : at.plus(wholeDay))
        .orElseThrow(
            () ->
                refused(
                    name,
                    name
                        + " must be a date or a time with an offset, as in 2026-01-31T12:00:00Z."));
  }

  private static Place place(Cursor cursor) {
    return Optional.of(cursor)
        .filter(one -> one.list().equals(LIST) && one.trail().size() == 1)
        .flatMap(one -> Place.read(one.trail().getFirst()))
        .orElseThrow(Paging::noCursor);
  }

  /** Where the list goes on, as callers see it. */
  static @Nullable Cursor cursor(@Nullable Place next) {
    return next == null ? null : new Cursor(LIST, 0, List.of(next.text()));
  }

  private static Rejected refused(String parameter, String why) {
    return new Rejected(PARAMETER_INVALID.about(parameter, why));
  }
}
