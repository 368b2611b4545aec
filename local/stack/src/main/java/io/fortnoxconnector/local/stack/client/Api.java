package io.fortnoxconnector.local.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** The connector's API as a vendor's program calls it. */
public final class Api implements AutoCloseable {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final HttpClient client;
  private final URI base;
  private final Map<String, String> keys;

  public Api(URI base) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build(),
        base,
        Map.of());
  }

  private Api(HttpClient client, URI base, Map<String, String> keys) {
    this.client = client;
    this.base = base;
    this.keys = keys;
  }

  /** The same API, over the same connections, with one more header on every request. */
  public Api with(String header, String value) {
    var more = new LinkedHashMap<>(keys);
    more.put(header, value);
    return new Api(client, base, more);
  }

  /**
   * An answer.
   *
   * @param json the body, or a text node where it's no JSON
   */
  public record Answer(int status, Map<String, String> headers, JsonNode json) {

    /** The envelope's data. */
    public JsonNode data() {
      return json.path("data");
    }

    /** A header, by its name in small letters; empty where there is none. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /**
     * The same answer.
     *
     * @throws IllegalStateException if it has another status
     */
    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new IllegalStateException(
            "answered " + status + " instead of " + wanted + ": " + json.path("errors"));
      }
      return this;
    }
  }

  public Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(40))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    keys.forEach(request::header);
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      var answered = new LinkedHashMap<String, String>();
      response.headers().map().forEach((name, values) -> answered.put(name, values.getFirst()));
      return new Answer(response.statusCode(), answered, json(response));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    boolean isJson =
        response.headers().firstValue("content-type").orElse("").startsWith("application/json");
    return isJson
        ? JSON.readTree(response.body())
        : JSON.getNodeFactory().textNode(response.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
