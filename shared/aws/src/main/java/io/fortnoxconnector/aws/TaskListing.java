package io.fortnoxconnector.aws;

import static java.util.stream.Collectors.toSet;

import io.fortnoxconnector.connector.tasks.TaskList;
import io.fortnoxconnector.connector.tasks.TaskList.Place;
import io.fortnoxconnector.connector.tasks.TaskList.Wanted;
import io.fortnoxconnector.connector.tasks.TaskSummary;
import io.fortnoxconnector.translation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A connection's tasks from the index {@code byConnection}, whose entries have what a {@link
 * TaskSummary} has. Time is part of the key; other conditions are met by looking through.
 */
final class TaskListing {

  /** An entry is a quarter of a kilobyte: a round is 32 read units, and five are a second. */
  private static final int LOOKED_THROUGH_AT_ONCE = 1000;

  private static final int MOST_ROUNDS = 5;

  /** Of thirteen digits, as moments have until the year 2286. */
  private static final Instant LAST = Instant.ofEpochMilli(9_999_999_999_999L);

  private final Index byConnection;

  TaskListing(Table table) {
    this.byConnection = table.index("byConnection");
  }

  TaskList of(String connection, Wanted wanted, @Nullable Place after, int most) {
    Instant from = wanted.from() == null ? Instant.EPOCH : wanted.from();
    Instant to = wanted.to() == null || wanted.to().isAfter(LAST) ? LAST : wanted.to();
    if (from.isAfter(to) || (after != null && after.acceptedAt().isBefore(from))) {
      return new TaskList(List.of(), null);
    }
    Map<String, Set<String>> conditions = conditions(wanted);
    Item values = Item.empty().with(":connection", connection).with(":from", from).with(":to", to);
    // DynamoDB refuses to start from outside of what is asked for, and there it needn't be told.
    Map<String, AttributeValue> start =
        after == null || after.acceptedAt().isAfter(to) ? Map.of() : key(connection, after);
    var found = new ArrayList<TaskSummary>();
    for (int round = 1; ; round++) {
      Index.Page page =
          byConnection.page(
              new Index.Question(
                  "#connection = :connection AND acceptedAt BETWEEN :from AND :to",
                  conditions,
                  values,
                  conditions.isEmpty() ? most - found.size() : LOOKED_THROUGH_AT_ONCE),
              start);
      page.items().forEach(item -> found.add(TaskItem.summary(item)));
      start = page.last();
      if (found.size() > most) {
        List<TaskSummary> tasks = List.copyOf(found.subList(0, most));
        return new TaskList(tasks, Place.of(tasks.getLast()));
      }
      if (start.isEmpty() || found.size() == most || round == MOST_ROUNDS) {
        return new TaskList(List.copyOf(found), start.isEmpty() ? null : place(Item.of(start)));
      }
    }
  }

  private static Map<String, Set<String>> conditions(Wanted wanted) {
    var conditions = new LinkedHashMap<String, Set<String>>();
    conditions.put("taskState", wanted.states().stream().map(Enum::name).collect(toSet()));
    Operation operation = wanted.operation();
    conditions.put("operation", only(operation == null ? null : operation.name()));
    conditions.put("resource", only(wanted.resource()));
    conditions.put("resourceId", only(wanted.resourceId()));
    conditions.values().removeIf(Set::isEmpty);
    return conditions;
  }

  private static Set<String> only(@Nullable String value) {
    return value == null ? Set.of() : Set.of(value);
  }

  private static Map<String, AttributeValue> key(String connection, Place place) {
    return Item.empty()
        .with("connection", connection)
        .with("acceptedAt", place.acceptedAt())
        .with("id", place.id())
        .attributes();
  }

  private static Place place(Item key) {
    return new Place(key.time("acceptedAt"), key.required("id"));
  }
}
