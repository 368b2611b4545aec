package io.fortnoxconnector.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * The connector's API. What can be repeated without harm is: reads, and writes with an idempotency
 * key; after a pause where the answer names one.
 */
final class Connector {

  static final ObjectMapper JSON = JsonMapper.builder().build();

  private static final int TRIES = 5;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;
  private final Map<String, String> keys;

  Connector(URI base, Map<String, String> keys) {
    this.base = base;
    this.keys = Map.copyOf(keys);
  }

  /** An answer; {@code json} is a text where it isn't JSON. */
  record Answer(int status, JsonNode json, Duration pause) {

    JsonNode data() {
      return json.path("data");
    }

    boolean isDone() {
      return status < 400;
    }

    /** What was wrong, one problem a line. */
    String problems() {
      var lines = new StringBuilder();
      for (JsonNode problem : json.path("errors")) {
        String pointer = problem.path("pointer").asText("");
        if (!lines.isEmpty()) {
          lines.append('\n');
        }
        lines
            .append(problem.path("pointer").isNull() ? "" : pointer + "  ")
            .append(problem.path("detail").asText());
        if (problem.path("fortnox").isObject()) {
          lines.append(" (Fortnox: ").append(problem.at("/fortnox/message").asText()).append(')');
        }
      }
      return lines.isEmpty() ? "The connector answered " + status + "." : lines.toString();
    }
  }

  /** Reads; fails with the connector's words where it refuses. */
  Answer get(String path) {
    return done(send("GET", path, "", Map.of()));
  }

  /** The answer, if it isn't a refusal. */
  static Answer done(Answer answer) {
    if (answer.isDone()) {
      return answer;
    }
    boolean keys = answer.status() == 401 || answer.status() == 403;
    throw new Failure(keys ? Failure.KEYS : Failure.REFUSED, answer.problems());
  }

  Answer send(String method, String path, String body, Map<String, String> headers) {
    boolean repeatable = method.equals("GET") || headers.containsKey("Idempotency-Key");
    Duration pause = PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        Answer answer = once(method, path, body, headers);
        boolean busy = answer.status() == 429 || answer.status() == 503;
        boolean failed = answer.status() >= 500;
        if (!(repeatable && (busy || (failed && attempt < TRIES)))) {
          return answer;
        }
        pause(answer.pause().isZero() ? pause : answer.pause());
      } catch (IOException unreachable) {
        if (!repeatable || attempt == TRIES) {
          throw new Failure(
              Failure.UNREACHABLE, "The connector at " + base + " doesn't answer: " + unreachable);
        }
        pause(pause);
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private Answer once(String method, String path, String body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(40))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    keys.forEach(request::header);
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(0);
      return new Answer(
          response.statusCode(), json(response.body()), Duration.ofSeconds(Math.min(seconds, 60)));
    } catch (InterruptedException interrupted) {
      throw stopped();
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return JSON.getNodeFactory().textNode(body);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException interrupted) {
      throw stopped();
    }
  }

  private static Failure stopped() {
    Thread.currentThread().interrupt();
    return new Failure(
        Failure.INTERRUPTED, "Interrupted. The same call goes on where this one was.");
  }
}
