package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;
import static io.fortnoxconnector.local.openapi.Nodes.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Schemas that are referred to by name; one is made when something first refers to it. */
final class Components {
  private final Map<String, ObjectNode> schemas = new TreeMap<>();

  ObjectNode refer(String name, Supplier<ObjectNode> maker) {
    if (!schemas.containsKey(name)) {
      schemas.put(name, maker.get());
    }
    return schema(name);
  }

  /**
   * The envelope around some data, which a client's code should have a name for: one that no other
   * data has.
   */
  ObjectNode envelope(String name, ObjectNode data) {
    ObjectNode made =
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
                schema("RawData")));
    ObjectNode named = schemas.putIfAbsent(name, made);
    if (named != null && !named.equals(made)) {
      throw new IllegalStateException("Two answers would be called " + name);
    }
    return schema(name);
  }

  /** A copy of one that was referred to. */
  ObjectNode copy(String name) {
    return Objects.requireNonNull(schemas.get(name), name).deepCopy();
  }

  Map<String, ObjectNode> schemas() {
    return schemas;
  }
}
