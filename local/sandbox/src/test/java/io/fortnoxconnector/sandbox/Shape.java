package io.fortnoxconnector.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a JSON value is made of: its keys and their types, not its values. */
final class Shape {

  private Shape() {}

  static String of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        var keys = new TreeMap<String, String>();
        node.properties().forEach(field -> keys.put(field.getKey(), of(field.getValue())));
        yield keys.toString();
      }
      case ARRAY -> {
        Set<String> items = new TreeSet<>();
        node.forEach(item -> items.add(of(item)));
        yield items.toString();
      }
      case NUMBER -> node.isIntegralNumber() ? "integer" : "number";
      default -> node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }
}
