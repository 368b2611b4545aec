package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.fortnox.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A request that a function makes of itself: with keys that nobody has it goes the way of all
 * requests as far as the first look-up, which finds nothing.
 */
final class HttpRehearsal implements Priming.Rehearsal {

  /** Well-formed, so that it's looked up; a real one's id has 26 characters (Ids). */
  private static final String NOBODYS_KEY = "fxk_rehearsal_" + "0".repeat(43);

  private final Endpoint endpoint;
  private final HttpInvocation invocation;

  HttpRehearsal(Endpoint endpoint, HttpInvocation invocation) {
    this.endpoint = endpoint;
    this.invocation = invocation;
  }

  @Override
  public void run(Context context) throws IOException {
    endpoint.rehearse();
    byte[] event = Json.bytes(event(endpoint.rehearsalRoute()));
    int status =
        invocation.run(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), context);
    if (status >= 500) {
      throw new IllegalStateException("the rehearsal was answered " + status);
    }
  }

  private static ObjectNode event(String route) {
    String[] parts = route.split(" ", 2);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0").put("routeKey", route).put("rawPath", parts[parts.length - 1]);
    event.putArray("cookies");
    event.putObject("headers").put("x-api-key", NOBODYS_KEY);
    event
        .putObject("requestContext")
        .put("requestId", "rehearsal")
        .putObject("http")
        .put("method", parts[0]);
    return event;
  }
}
