package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Key;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Tells a repeated request from another one under the same idempotency key. The order of a body's
 * members doesn't matter.
 */
final class Fingerprint {

  private Fingerprint() {}

  static String of(WriteRequest request) {
    return Key.sha256(
        String.join(
            "\n",
            request.resource().name(),
            request.operation().name(),
            Objects.requireNonNullElse(request.id(), "")
                // A write to the whole entity has the fingerprint that it had before parts came.
                + (request.part() == null ? "" : "/" + request.part()),
            sorted(request.body()).toString()));
  }

  /** Of a call that is passed on: it can't be that of a resource's write, which has no brace. */
  static String of(ObjectNode call) {
    return Key.sha256(sorted(call).toString());
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var members = new TreeMap<String, JsonNode>();
      object
          .properties()
          .forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      members.forEach(result::set);
      return result;
    }
    if (node.isArray()) {
      var result = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> result.add(sorted(element)));
      return result;
    }
    return node;
  }
}
