package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/**
 * Where a value stands in a Fortnox entity.
 *
 * @param name a field's name, or the names of an object and its field with a slash between
 */
record FortnoxPath(String name) {

  /** The places of all values in an entity. */
  static Stream<FortnoxPath> leavesOf(ObjectNode entity) {
    return entity.properties().stream()
        .flatMap(
            field ->
                field.getValue() instanceof ObjectNode object
                    ? leavesOf(object)
                        .map(leaf -> new FortnoxPath(field.getKey() + "/" + leaf.name()))
                    : Stream.of(new FortnoxPath(field.getKey())));
  }

  JsonNode in(JsonNode entity) {
    JsonNode node = entity;
    for (String step : name.split("/", -1)) {
      node = node.path(step);
    }
    return node;
  }

  boolean standsIn(JsonNode entity) {
    return !in(entity).isMissingNode();
  }

  void put(ObjectNode entity, JsonNode value) {
    String[] steps = name.split("/", -1);
    ObjectNode parent = entity;
    for (int i = 0; i < steps.length - 1; i++) {
      parent = parent.withObjectProperty(steps[i]);
    }
    parent.set(steps[steps.length - 1], value);
  }
}
