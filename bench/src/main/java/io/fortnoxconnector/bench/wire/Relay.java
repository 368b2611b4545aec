package io.fortnoxconnector.bench.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends requests on as they came, over pooled connections. */
final class Relay implements AutoCloseable {

  /** RFC 9110, 7.6.1, and the length, which the client counts for itself. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();

  Relay() {
    try {
      HttpRequest.newBuilder().header("Host", "localhost");
    } catch (IllegalArgumentException e) {
      // A signature covers the header; the JDK only looks at the property once.
      throw new IllegalStateException(
          "Start the process with -Djdk.httpclient.allowRestrictedHeaders=host", e);
    }
  }

  static boolean isEndToEnd(String header) {
    return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT)) && !header.startsWith(":");
  }

  static HttpRequest request(
      String method, URI address, Map<String, List<String>> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(
        (name, values) -> {
          if (isEndToEnd(name)) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }

  Reply send(HttpRequest request) throws IOException, InterruptedException {
    return Reply.of(client.send(request, BodyHandlers.ofByteArray()));
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
