package io.fortnoxconnector.connector.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call to Fortnox in Fortnox's own terms, as somebody asks for it who knows Fortnox's API. {@link
 * RawCallReader} says what is taken.
 *
 * @param body null where there is none
 */
public record RawCall(
    Method method, String path, Map<String, String> query, @Nullable JsonNode body) {

  /**
   * What Fortnox does on GET and can't take back: something leaves for somebody, or a document is
   * marked as sent (Fortnox's OpenAPI document, "print": sets Sent).
   */
  private static final Set<String> ACTIONS_BY_GET =
      Set.of("email", "einvoice", "eprint", "print", "printreminder");

  /** Whether it may change something, or send something to somebody. */
  public boolean isWrite() {
    return method != Method.GET
        || ACTIONS_BY_GET.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  public FortnoxCall call() {
    return new FortnoxCall(method, path, query, body);
  }

  /**
   * The scope that it needs, where the connector knows; else the register's path, which tells one
   * missing right from another as well.
   */
  public String scope() {
    String[] segments = path.split("/", 4);
    String register = "/" + segments[1] + "/" + segments[2];
    return Resources.ALL.stream()
        .filter(resource -> resource.collectionPath().equals(register))
        .map(Resource::scope)
        .findFirst()
        .orElse(register);
  }

  /** As a task keeps it. */
  public ObjectNode stored() {
    ObjectNode stored = JsonNodeFactory.instance.objectNode();
    stored.put("method", method.name()).put("path", path);
    query.forEach(stored.putObject("query")::put);
    if (body != null) {
      stored.set("body", body);
    }
    return stored;
  }

  public static RawCall of(ObjectNode stored) {
    var query = new LinkedHashMap<String, String>();
    stored
        .path("query")
        .properties()
        .forEach(parameter -> query.put(parameter.getKey(), parameter.getValue().asText()));
    return new RawCall(
        Method.valueOf(stored.path("method").asText()),
        stored.path("path").asText(),
        query,
        stored.get("body"));
  }
}
