package io.fortnoxconnector.fortnox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A file on its way to Fortnox or from it.
 *
 * @param name empty where Fortnox told none
 */
public record FileContent(String name, String contentType, BinaryNode bytes) {

  /** The file that answered a call which asked for one. */
  public static Optional<FileContent> in(JsonNode answer) {
    return answer.path("content") instanceof BinaryNode bytes
        ? Optional.of(
            new FileContent(
                answer.path("name").asText(), answer.path("contentType").asText(), bytes))
        : Optional.empty();
  }

  public int size() {
    return bytes.binaryValue().length;
  }

  /** As the body of an answer. */
  public ObjectNode answer() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("name", name).put("contentType", contentType);
    answer.set("content", bytes);
    return answer;
  }

  /** Files hold what is nobody else's business. */
  @Override
  public String toString() {
    return "FileContent[" + size() + " bytes]";
  }
}
