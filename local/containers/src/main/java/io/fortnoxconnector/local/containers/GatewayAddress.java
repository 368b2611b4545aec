package io.fortnoxconnector.local.containers;

import com.sun.net.httpserver.HttpExchange;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An address of its own for the API, as a custom domain would give it: known before the deployment,
 * and without the emulator's path in front. The template's parameter PublicBaseUrl is this.
 */
final class GatewayAddress implements AutoCloseable {

  /** What a connection has, not a message (RFC 9110, 7.6.1), and what the client sets itself. */
  private static final Set<String> NOT_CARRIED =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "date");

  private final HttpClient client = HttpClient.newHttpClient();
  private final LoopbackServer server = LoopbackServer.start(0, this::carry);
  private volatile String target = "";

  URI url() {
    return server.url();
  }

  /** Where the API is, with its path: from now on requests are carried there. */
  void leadsTo(String api) {
    target = api;
  }

  private void carry(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> values.forEach(value -> header(request, name, value)));
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (isCarried(name)) {
                  exchange.getResponseHeaders().put(name, List.copyOf(values));
                }
              });
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    if (isCarried(name)) {
      request.header(name, value);
    }
  }

  private static boolean isCarried(String name) {
    return !NOT_CARRIED.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":");
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
