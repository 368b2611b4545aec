package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.fortnox.Json;
import java.nio.charset.StandardCharsets;

/** Fortnox's answer to a call that was passed on, as its task keeps it. */
public final class RawAnswer {

  /** Beside the call's own body, of 256 KB at most, an item of DynamoDB (400 KB) must hold it. */
  private static final int MOST_BYTES = 100_000;

  private RawAnswer() {}

  /** What is too large to be kept is left out: that it was done counts. */
  static ObjectNode stored(JsonNode body) {
    ObjectNode stored = JsonNodeFactory.instance.objectNode();
    boolean fits = Json.write(body).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    stored.set("body", fits ? body : JsonNodeFactory.instance.nullNode());
    return stored.put("leftOut", !fits);
  }

  /** Null where there was none, or too much of it. */
  public static JsonNode body(ObjectNode stored) {
    return stored.path("body");
  }

  public static boolean isLeftOut(ObjectNode stored) {
    return stored.path("leftOut").asBoolean();
  }
}
