package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a value stands in a Fortnox entity.
 *
 * @param steps a field's name, or the names of an object and its field
 */
record FortnoxPath(List<String> steps) {

  /** A field's name, or the names of an object and its field with a slash between. */
  static FortnoxPath of(String name) {
    return new FortnoxPath(List.of(name.split("/", -1)));
  }

  /** The places of all values in an entity. */
  static Stream<FortnoxPath> leavesOf(ObjectNode entity) {
    return entity.properties().stream()
        .flatMap(
            field ->
                field.getValue() instanceof ObjectNode object
                    ? leavesOf(object).map(leaf -> leaf.under(field.getKey()))
                    : Stream.of(new FortnoxPath(List.of(field.getKey()))));
  }

  String name() {
    return String.join("/", steps);
  }

  JsonNode in(JsonNode entity) {
    JsonNode node = entity;
    for (String step : steps) {
      node = node.path(step);
    }
    return node;
  }

  boolean standsIn(JsonNode entity) {
    return !in(entity).isMissingNode();
  }

  void put(ObjectNode entity, JsonNode value) {
    ObjectNode parent = entity;
    for (String step : steps.subList(0, steps.size() - 1)) {
      parent = parent.withObjectProperty(step);
    }
    parent.set(steps.getLast(), value);
  }

  private FortnoxPath under(String parent) {
    return new FortnoxPath(Stream.concat(Stream.of(parent), steps.stream()).toList());
  }
}
