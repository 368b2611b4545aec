package io.fortnoxconnector.local.stack.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Calls the API with some headers on every request; sends bodies byte for byte. */
final class Caller {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private final URI base;
  private final List<String> headers;

  Caller(URI base) {
    this(base, List.of());
  }

  private Caller(URI base, List<String> headers) {
    this.base = base;
    this.headers = headers;
  }

  Caller with(String header, String value) {
    var more = new ArrayList<>(headers);
    more.addAll(List.of(header, value));
    return new Caller(base, List.copyOf(more));
  }

  Answer get(String path) {
    return send("GET", path, new byte[0]);
  }

  Answer delete(String path) {
    return send("DELETE", path, new byte[0]);
  }

  Answer post(String path, String body, String... more) {
    return json("POST", path, body, more);
  }

  Answer put(String path, String body, String... more) {
    return json("PUT", path, body, more);
  }

  Answer patch(String path, String body, String... more) {
    return json("PATCH", path, body, more);
  }

  Answer json(String method, String path, String body, String... more) {
    var all = new ArrayList<>(List.of(more));
    all.addAll(List.of("Content-Type", "application/json"));
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
  }

  /**
   * Sends exactly this.
   *
   * @param path with its query, percent-encoded as it's to be sent, or a whole address
   * @param more further headers, names and values in turn
   */
  Answer send(String method, String path, byte[] body, String... more) {
    HttpRequest.Builder request =
        // Not resolved against the base: that would take dots out of the path.
        HttpRequest.newBuilder(URI.create(path.startsWith("http:") ? path : base + path))
            .timeout(Duration.ofSeconds(40))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    add(request, headers);
    add(request, List.of(more));
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void add(HttpRequest.Builder request, List<String> pairs) {
    for (int i = 0; i < pairs.size(); i += 2) {
      request.header(pairs.get(i), pairs.get(i + 1));
    }
  }

  /** A query of these parameters, encoded. */
  static String query(Map<String, String> parameters) {
    var query = new ArrayList<String>();
    parameters.forEach((name, value) -> query.add(encoded(name) + "=" + encoded(value)));
    return "?" + String.join("&", query);
  }

  static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
