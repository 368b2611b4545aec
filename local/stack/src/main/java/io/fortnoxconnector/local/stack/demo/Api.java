package io.fortnoxconnector.local.stack.demo;

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

/** The connector's API as a vendor's program calls it. */
public final class Api implements AutoCloseable {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Map<String, String> keys;

  public Api(URI base) {
    this(base, Map.of());
  }

  private Api(URI base, Map<String, String> keys) {
    this.base = base;
    this.keys = keys;
  }

  /** The same API with one more header on every request. */
  public Api with(String header, String value) {
    var more = new LinkedHashMap<>(keys);
    more.put(header, value);
    return new Api(base, more);
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
      request.header(headers[i], headers[i + 1]);
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
