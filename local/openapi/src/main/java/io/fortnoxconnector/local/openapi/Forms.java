package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Forms that say the same as an operation's JSON, from forms.yaml: by the routes that take them.
 */
record Forms(Map<String, JsonNode> schemas) {

  static Forms read() {
    Map<String, JsonNode> schemas = new HashMap<>();
    for (JsonNode form : Nodes.resource("forms.yaml")) {
      form.path("routes").forEach(route -> schemas.put(route.asText(), form.path("schema")));
    }
    return new Forms(Map.copyOf(schemas));
  }

  /** Behind the JSON: tools that make something of one body alone take the first. */
  void addTo(ObjectNode operation, ApiRoute route) {
    JsonNode schema = schemas.get(route.key());
    if (schema != null) {
      ObjectNode content = (ObjectNode) operation.at("/requestBody/content");
      content.set("multipart/form-data", object("schema", schema));
    }
  }
}
