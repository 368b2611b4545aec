package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * One thing that a register's list can be asked for. {@link Register} says when to use which.
 *
 * @param parameter of the list's address
 * @param finds whether a record is among what has that parameter's value
 */
record Search(String parameter, BiPredicate<ObjectNode, String> finds) {

  static Search containing(String parameter, String... inFields) {
    var fields = List.of(inFields);
    return new Search(
        parameter,
        (record, wanted) ->
            fields.stream()
                .flatMap(field -> texts(record, field))
                .anyMatch(text -> lower(text).contains(lower(wanted))));
  }

  static Search equal(String parameter, String field) {
    return new Search(parameter, (record, wanted) -> record.path(field).asText().equals(wanted));
  }

  static Search lasting(String parameter, String fromField, String toField) {
    return new Search(
        parameter,
        (record, day) ->
            record.path(fromField).asText().compareTo(day) <= 0
                && record.path(toField).asText().compareTo(day) >= 0);
  }

  static Search from(String parameter, String field) {
    return ordered(parameter, field, order -> order >= 0);
  }

  static Search until(String parameter, String field) {
    return ordered(parameter, field, order -> order <= 0);
  }

  private static Search ordered(String parameter, String field, IntPredicate passes) {
    return new Search(
        parameter,
        (record, end) ->
            texts(record, field)
                .filter(text -> !text.isEmpty())
                .mapToInt(text -> NaturalOrder.KEYS.compare(text, end))
                .anyMatch(passes));
  }

  /** Whether a record is in a list that is asked for with these parameters. */
  boolean passes(ObjectNode record, Map<String, String> asked) {
    var wanted = asked.get(parameter);
    return wanted == null || finds.test(record, wanted);
  }

  /** A field's value, or that of each row where a row's field is meant. */
  private static Stream<String> texts(ObjectNode record, String field) {
    var steps = field.split("/", 2);
    return steps.length == 1
        ? Stream.of(record.path(field).asText())
        : record.path(steps[0]).valueStream().map(row -> row.path(steps[1]).asText());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
