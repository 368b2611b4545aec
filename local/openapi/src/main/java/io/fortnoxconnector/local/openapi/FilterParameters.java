package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.FilterDescription;

/** The query parameters that a list's filters are. */
final class FilterParameters {

  private FilterParameters() {}

  static ObjectNode of(FilterDescription filter) {
    ObjectNode parameter = object("name", filter.name(), "in", "query");
    if (!filter.note().isEmpty()) {
      parameter.put("description", filter.note());
    }
    parameter.set("schema", schema(filter));
    return parameter;
  }

  private static ObjectNode schema(FilterDescription filter) {
    ObjectNode schema = object("type", "string");
    String format = filter.format();
    if (!filter.values().isEmpty()) {
      ArrayNode values = schema.putArray("enum");
      filter.values().forEach(values::add);
      return schema;
    }
    return switch (format == null ? "" : format) {
      case "date" -> schema.put("format", "date");
      case "digits" -> schema.put("pattern", "^[1-9][0-9]{0,8}$");
      case "time" -> object("$ref", "#/components/schemas/DayOrTime");
      default -> schema.put("pattern", "^[^<>]*[^<>\\s][^<>]*$");
    };
  }
}
