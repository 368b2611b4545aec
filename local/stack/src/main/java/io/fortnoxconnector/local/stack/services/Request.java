package io.fortnoxconnector.local.stack.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of a request's JSON. */
record Request(ObjectNode body) {

  Optional<String> text(String name) {
    return member(name).map(JsonNode::asText);
  }

  String required(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  Optional<byte[]> bytes(String name) {
    return text(name).map(Request::decode);
  }

  byte[] requiredBytes(String name) {
    return bytes(name).orElseThrow(() -> missing(name));
  }

  boolean flag(String name) {
    return member(name).map(JsonNode::asBoolean).orElse(false);
  }

  Optional<Integer> number(String name) {
    return member(name).map(JsonNode::asInt);
  }

  List<String> texts(String name) {
    return member(name).stream().flatMap(JsonNode::valueStream).map(JsonNode::asText).toList();
  }

  SortedMap<String, String> map(String name) {
    SortedMap<String, String> map = new TreeMap<>();
    member(name)
        .ifPresent(
            node ->
                node.properties()
                    .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText())));
    return map;
  }

  private Optional<JsonNode> member(String name) {
    @Nullable JsonNode node = body.get(name);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new ServiceFault("SerializationException", "A blob is not base64");
    }
  }

  private static ServiceFault missing(String name) {
    return new ServiceFault(
        "ValidationException",
        "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
            .formatted(name));
  }
}
