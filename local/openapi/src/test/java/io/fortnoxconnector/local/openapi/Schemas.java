package io.fortnoxconnector.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;

/** Holds bodies against the document's schemas. */
final class Schemas {
  private final ObjectNode document;

  Schemas(ObjectNode document) {
    this.document = document;
  }

  /** What is wrong with an answer; empty where nothing is. */
  List<String> flaws(ApiRoute route, int status, JsonNode body) {
    JsonNode answer =
        document
            .path("paths")
            .path(route.path())
            .path(route.method().toLowerCase(Locale.ROOT))
            .path("responses")
            .path(Integer.toString(status));
    if (answer.isMissingNode()) {
      return List.of("the document has no status " + status);
    }
    JsonNode found =
        answer.has("$ref") ? document.at(answer.path("$ref").asText().substring(1)) : answer;
    JsonNode schema = found.at("/content/application~1json/schema");
    // What isn't JSON has nothing to be held against.
    return schema.isObject() ? flaws(schema, body) : List.of();
  }

  List<String> flaws(JsonNode schema, JsonNode body) {
    ObjectNode root = Nodes.object("components", document.path("components"));
    root.setAll((ObjectNode) schema.deepCopy());
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root)
        .validate(body)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
