package io.fortnoxconnector.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on 127.0.0.1 that hands each request to one function, on a thread of its own. */
public final class Server implements AutoCloseable {

  static {
    // Without it every answer on a kept connection waits for the client's delayed acknowledgement,
    // about 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Server(HttpServer http) {
    this.http = http;
  }

  /**
   * Listens from now on.
   *
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  public static Server start(int port, Function<Call, Answer> handler) throws IOException {
    var loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    var server = new Server(HttpServer.create(new InetSocketAddress(loopback, port), 1000));
    server.http.setExecutor(server.threads);
    server.http.createContext("/", exchange -> serve(exchange, handler));
    server.http.start();
    return server;
  }

  public int port() {
    return http.getAddress().getPort();
  }

  private static void serve(HttpExchange exchange, Function<Call, Answer> handler)
      throws IOException {
    try (exchange) {
      var answer = handler.apply(read(exchange));
      if (answer.isCut()) {
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      var body =
          answer
              .body()
              .getBytes(answer.isRaw() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Call read(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var uri = exchange.getRequestURI();
    var query = uri.getRawQuery();
    return new Call(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        query == null ? "" : query,
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
