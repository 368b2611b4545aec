package io.fortnoxconnector.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Trees of JSON, and their YAML. */
final class Nodes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Nodes() {}

  /** An object, from names and values in turn: texts, numbers, booleans, lists, trees. */
  static ObjectNode object(Object... namesAndValues) {
    ObjectNode object = JSON.createObjectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.set((String) namesAndValues[i], JSON.valueToTree(namesAndValues[i + 1]));
    }
    return object;
  }

  static ObjectNode reference(String kind, String name) {
    return object("$ref", "#/components/" + kind + "/" + name);
  }

  static ObjectNode schema(String name) {
    return reference("schemas", name);
  }

  /** A type that may be null too. */
  static List<String> orNull(String type) {
    return List.of(type, "null");
  }

  /** A YAML file of this package. */
  static ObjectNode resource(String name) {
    try (InputStream in = Nodes.class.getResourceAsStream("/openapi/" + name)) {
      if (in == null) {
        throw new IllegalStateException("there is no resource " + name);
      }
      return JSON.valueToTree(textKeys(new Yaml().load(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In blocks, except for what has no further structure: a field is a line. */
  static String yaml(JsonNode tree) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
    options.setWidth(140);
    return new Yaml(options).dump(JSON.convertValue(tree, Object.class));
  }

  /** YAML takes a status for a number; a name in JSON is a text. */
  private static Object textKeys(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), orNothing(value)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(value -> copy.add(orNothing(value)));
        yield copy;
      }
      default -> tree;
    };
  }

  private static Object orNothing(Object value) {
    return value == null ? JSON.nullNode() : textKeys(value);
  }
}
