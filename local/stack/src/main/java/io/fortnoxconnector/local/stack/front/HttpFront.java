package io.fortnoxconnector.local.stack.front;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The HTTP API in front of the functions, with API Gateway's quotas: 10,240 bytes of headers, 10 MB
 * of payload, 30 s of waiting.
 */
public final class HttpFront implements AutoCloseable {

  private static final int HEADER_LIMIT = 10_240;
  private static final int PAYLOAD_LIMIT = 10 * 1024 * 1024;

  private final Place place;
  private final Clock clock;
  private final CompletableFuture<Router<LocalFunction>> router = new CompletableFuture<>();
  private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
  private final LoopbackServer server;

  private HttpFront(Place place, Clock clock, int port) {
    this.place = place;
    this.clock = clock;
    this.server = LoopbackServer.start(port, this::answer);
  }

  /**
   * Takes the port; requests wait until the functions are there.
   *
   * @param port 0 for any free one
   */
  public static HttpFront start(Place place, Clock clock, int port) {
    return new HttpFront(place, clock, port);
  }

  /** Opens the routes of these functions. */
  public void serve(List<LocalFunction> functions) {
    Router<LocalFunction> routes = new Router<>();
    functions.forEach(
        function -> function.spec().routes().forEach(route -> routes.add(route, function)));
    router.complete(routes);
  }

  public URI url() {
    return server.url();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String requestId = UUID.randomUUID().toString();
      byte[] body = read(exchange.getRequestBody());
      HttpAnswer answer = answer(exchange, requestId, body);
      exchange.getResponseHeaders().set("Apigw-Requestid", requestId);
      answer.send(exchange);
    }
  }

  private HttpAnswer answer(HttpExchange exchange, String requestId, byte[] body) {
    if (size(exchange.getRequestHeaders()) > HEADER_LIMIT) {
      return HttpAnswer.message(431, "Request Header Fields Too Large");
    }
    if (body.length > PAYLOAD_LIMIT) {
      return HttpAnswer.message(413, "Request Entity Too Large");
    }
    Optional<Router.Match<LocalFunction>> match =
        router.join().find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    if (match.isEmpty()) {
      return HttpAnswer.message(404, "Not Found");
    }
    HttpEvent event =
        new HttpEvent(
            place,
            requestId,
            clock.instant(),
            exchange.getRemoteAddress().getAddress().getHostAddress(),
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            exchange.getProtocol(),
            exchange.getRequestHeaders());
    return invoke(match.get(), event, body);
  }

  private HttpAnswer invoke(Router.Match<LocalFunction> match, HttpEvent event, byte[] body) {
    Route route = match.route();
    Future<byte[]> running =
        invocations.submit(
            () -> match.target().invoke(event.json(route, match.pathParameters(), body)));
    try {
      return HttpAnswer.of(
          running.get(route.integrationTimeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      // The function goes on by itself: API Gateway only stops waiting.
      return HttpAnswer.message(503, "Service Unavailable");
    } catch (ExecutionException e) {
      return failed(route, e.getCause() instanceof FunctionFailure failure ? failure : e);
    } catch (IOException e) {
      return failed(route, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HttpAnswer.message(503, "Service Unavailable");
    }
  }

  private static HttpAnswer failed(Route route, Exception why) {
    System.err.println(route.key() + " failed: " + why.getMessage());
    Throwable cause = why.getCause();
    if (cause != null) {
      cause.printStackTrace();
    }
    return HttpAnswer.message(500, "Internal Server Error");
  }

  /**
   * Reads one byte more than is allowed, and drops the rest so that the client gets to read the
   * answer.
   */
  private static byte[] read(InputStream body) throws IOException {
    byte[] read = body.readNBytes(PAYLOAD_LIMIT + 1);
    body.transferTo(OutputStream.nullOutputStream());
    return read;
  }

  private static int size(Headers headers) {
    return headers.entrySet().stream()
        .mapToInt(
            header ->
                header.getValue().stream()
                    .mapToInt(value -> header.getKey().length() + value.length())
                    .sum())
        .sum();
  }

  @Override
  public void close() {
    server.close();
    invocations.shutdownNow();
  }
}
