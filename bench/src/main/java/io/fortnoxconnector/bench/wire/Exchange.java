package io.fortnoxconnector.bench.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fortnoxconnector.local.stack.Service;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param number counts from 1 on each wire
 * @param operation of AWS's JSON protocols the last part of X-Amz-Target, for instance UpdateItem;
 *     else method and path
 * @param json the body, missing where it's no JSON
 * @param body the body as text
 */
public record Exchange(
    long number,
    Service service,
    String operation,
    String method,
    String path,
    JsonNode json,
    String body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param path with its query
   * @param target the header X-Amz-Target, if there is one
   */
  static Exchange of(
      long number,
      Service service,
      String method,
      String path,
      @Nullable String target,
      String body) {
    String operation =
        target == null
            ? method + " " + path.split("\\?", 2)[0]
            : target.substring(target.lastIndexOf('.') + 1);
    return new Exchange(number, service, operation, method, path, tree(body), body);
  }

  /** The table or queue that the body names, or names first; empty where it names none. */
  public String resource() {
    String queue = text("QueueUrl");
    return queue.isEmpty() ? text("TableName") : queue.substring(queue.lastIndexOf('/') + 1);
  }

  /**
   * A field of the body, for instance UpdateExpression, the first one where a transaction has
   * several; empty where there is none.
   */
  public String text(String field) {
    return json.findPath(field).asText("");
  }

  private static JsonNode tree(String body) {
    if (!body.startsWith("{")) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Without body and query: they can hold tokens. */
  @Override
  public String toString() {
    return "%d %s %s %s".formatted(number, service, operation, resource()).strip();
  }
}
