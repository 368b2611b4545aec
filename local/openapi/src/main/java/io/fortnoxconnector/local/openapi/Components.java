package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;
import static io.fortnoxconnector.local.openapi.Nodes.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Schemas that are referred to by name; each name has one schema. */
final class Components {
  private final Map<String, ObjectNode> schemas = new TreeMap<>();

  /**
   * @param schema the same whenever something refers to that name
   */
  ObjectNode refer(String name, ObjectNode schema) {
    ObjectNode named = schemas.putIfAbsent(name, schema);
    if (named != null && !named.equals(schema)) {
      throw new IllegalStateException("Two schemas would be called " + name);
    }
    return schema(name);
  }

  /** The envelope around some data, which a client's code should have a name for. */
  ObjectNode envelope(String name, ObjectNode data) {
    return refer(
        name,
        object(
            "type",
            "object",
            "required",
            List.of("meta", "data", "errors", "rawData"),
            "properties",
            object(
                "meta",
                schema("Meta"),
                "data",
                data,
                "errors",
                object("type", "null"),
                "rawData",
                schema("RawData"))));
  }

  /** A copy of one that was referred to. */
  ObjectNode copy(String name) {
    return Objects.requireNonNull(schemas.get(name), name).deepCopy();
  }

  Map<String, ObjectNode> schemas() {
    return schemas;
  }
}
