package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What tells a register's records apart, and stands in their paths.
 *
 * @param field has a record's code or number; empty for a page, which has no records
 * @param above fields that are part of the key and stand before it
 * @param isSeries left out, it's the next number of a series; a used one stays reserved
 * @param hasFirst without the last field, the first record that has the others is meant
 */
record Key(String field, List<String> above, boolean isSeries, boolean hasFirst) {

  static Key code(String field) {
    return new Key(field, List.of(), false, false);
  }

  static Key number(String field, String... above) {
    return new Key(field, List.of(above), true, false);
  }

  /** The key that a record has in its path. */
  String of(ObjectNode record) {
    var number = record.path(field).asText();
    return seriesOf(record).isEmpty() ? number : seriesOf(record) + "/" + number;
  }

  /** What a new record is numbered within; empty for one series. */
  String seriesOf(ObjectNode record) {
    return String.join("/", above.stream().map(other -> record.path(other).asText()).toList());
  }

  /** Whether segments of a path are a key. */
  boolean isIn(List<String> segments) {
    return segments.size() == above.size() + 1 || meansFirst(segments);
  }

  boolean meansFirst(List<String> segments) {
    return hasFirst && segments.size() == above.size();
  }

  /** The key that segments of a path name; of an action, the first one does. */
  String in(List<String> segments) {
    return above.isEmpty() ? segments.getFirst() : String.join("/", segments);
  }

  /** The fields that make it up. */
  List<String> fields() {
    return Stream.concat(above.stream(), Stream.of(field)).toList();
  }
}
