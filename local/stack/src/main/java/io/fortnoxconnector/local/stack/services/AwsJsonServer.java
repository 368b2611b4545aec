package io.fortnoxconnector.local.stack.services;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import io.fortnoxconnector.local.stack.template.Place;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Serves {@link Kms} and {@link SecretsManager} over HTTP in AWS's JSON 1.1 protocol: POST /, the
 * operation in the header X-Amz-Target. Signatures are not checked.
 */
public final class AwsJsonServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Service> services;
  private final LoopbackServer server;

  private AwsJsonServer(Map<String, Service> services) {
    this.services = services;
    this.server = LoopbackServer.start(0, this::answer);
  }

  /** Starts both services on one free port, with no key and no secret in them. */
  public static AwsJsonServer start(Place place, Clock clock) {
    return new AwsJsonServer(
        Map.of(
            "TrentService",
            new Kms(place, clock),
            "secretsmanager",
            new SecretsManager(place, clock)));
  }

  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      ObjectNode body;
      try {
        body = call(exchange);
      } catch (ServiceFault fault) {
        status = 400;
        body =
            JSON.createObjectNode().put("__type", fault.type()).put("message", fault.getMessage());
      }
      byte[] bytes = JSON.writeValueAsBytes(body);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private ObjectNode call(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    int dot = target.indexOf('.');
    Service service = services.get(target.substring(0, Math.max(dot, 0)));
    if (service == null) {
      throw ServiceFault.unknownOperation(target);
    }
    if (!(JSON.readTree(body) instanceof ObjectNode request)) {
      throw new ServiceFault("SerializationException", "The request's body is not a JSON object");
    }
    return service.call(target.substring(dot + 1), new Request(request));
  }
}
