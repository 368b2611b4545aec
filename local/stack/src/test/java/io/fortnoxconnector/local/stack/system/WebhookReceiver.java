package io.fortnoxconnector.local.stack.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fortnoxconnector.fortnox.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A vendor's program on this machine that events are sent to. */
final class WebhookReceiver implements AutoCloseable {

  /** What came. */
  record Message(String id, String timestamp, String signature, String body) {

    /** As {@code connection type entity}. */
    String gist() {
      try {
        var event = Json.read(body);
        return event.at("/data/connectionId").asText()
            + " "
            + event.path("type").asText()
            + " "
            + event.at("/data/resourceId").asText();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<String, List<Message>> messages = new HashMap<>();

  private WebhookReceiver(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.createContext("/hanging", this::hang);
    server.start();
  }

  static WebhookReceiver start() throws IOException {
    return new WebhookReceiver(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200));
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var message =
          new Message(
              headers.getFirst("webhook-id"),
              headers.getFirst("webhook-timestamp"),
              headers.getFirst("webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      synchronized (messages) {
        messages
            .computeIfAbsent(exchange.getRequestURI().getPath(), _ -> new ArrayList<>())
            .add(message);
      }
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void hang(HttpExchange exchange) {
    try (exchange) {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** All that came to that path, in order. */
  List<Message> at(String path) {
    synchronized (messages) {
      return List.copyOf(messages.getOrDefault(path, List.of()));
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.close();
  }
}
