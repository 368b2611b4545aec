package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The same document in OpenAPI 3.0, for tools that know no other: its schemas have one type each,
 * {@code nullable} beside it, and one example.
 */
final class Version30 {
  private static final String TYPE = "type";
  private static final String NULL = "null";

  private Version30() {}

  static ObjectNode of(ObjectNode document) {
    ObjectNode older = document.deepCopy();
    older.put("openapi", "3.0.4");
    ObjectNode info = (ObjectNode) older.path("info");
    info.remove("summary");
    info.set(
        "license",
        object("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    convert(older);
    return older;
  }

  private static void convert(JsonNode node) {
    node.forEach(Version30::convert);
    if (node instanceof ObjectNode object) {
      types(object);
      examples(object);
      binary(object);
      file(object);
    }
  }

  private static void types(ObjectNode schema) {
    JsonNode type = schema.path(TYPE);
    if (type.isArray()) {
      schema.put(TYPE, type.path(0).asText());
      schema.put("nullable", true);
    } else if (type.isTextual() && type.asText().equals(NULL)) {
      schema.put(TYPE, "object");
      schema.put("nullable", true);
    }
  }

  /** A schema's list of examples; a media type's examples have names and stay. */
  private static void examples(ObjectNode schema) {
    if (schema.path("examples") instanceof ArrayNode examples) {
      schema.remove("examples");
      schema.set("example", examples.path(0));
    }
  }

  /** A form's file. */
  private static void file(ObjectNode schema) {
    if (schema.remove("contentMediaType") != null) {
      schema.put("format", "binary");
    }
  }

  /** Bytes have no schema in 3.1. */
  private static void binary(ObjectNode content) {
    for (String type : List.of("application/pdf", "application/octet-stream")) {
      if (content.path(type) instanceof ObjectNode media && media.isEmpty()) {
        media.set("schema", object(TYPE, "string", "format", "binary"));
      }
    }
  }
}
