package io.fortnoxconnector.local.stack.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A function's result as HTTP, response format 2.0. */
final class HttpAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The server's own business. */
  private static final Set<String> NOT_TAKEN_OVER =
      Set.of("connection", "content-length", "date", "transfer-encoding");

  private final int status;
  private final Map<String, String> headers;
  private final List<String> cookies;
  private final byte[] body;

  private HttpAnswer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.cookies = cookies;
    this.body = body;
  }

  /** API Gateway's own answers look like this. */
  static HttpAnswer message(int status, String message) {
    return new HttpAnswer(
        status,
        Map.of("content-type", "application/json"),
        List.of(),
        JSON.createObjectNode().put("message", message).toString().getBytes(UTF_8));
  }

  /**
   * Reads a function's result; JSON without a status code is itself the body of a 200.
   *
   * @throws IOException where it isn't JSON, or not a response that API Gateway would accept
   */
  static HttpAnswer of(byte[] result) throws IOException {
    JsonNode json = JSON.readTree(result);
    if (!json.has("statusCode")) {
      return new HttpAnswer(200, Map.of("content-type", "application/json"), List.of(), result);
    }
    int status = json.get("statusCode").asInt();
    if (status < 100 || status > 599) {
      throw new IOException("The function's statusCode is " + json.get("statusCode"));
    }
    Map<String, String> headers = new TreeMap<>();
    json.path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    headers.putIfAbsent("content-type", "text/plain;charset=UTF-8");
    List<String> cookies = new ArrayList<>();
    json.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    String text = json.path("body").isNull() ? "" : json.path("body").asText("");
    return new HttpAnswer(
        status, headers, cookies, bytes(text, json.path("isBase64Encoded").asBoolean()));
  }

  private static byte[] bytes(String text, boolean base64) throws IOException {
    try {
      return base64 ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("The function's body is not base64", e);
    }
  }

  /** Sends the answer; a HEAD request gets its headers alone. */
  void send(HttpExchange exchange) throws IOException {
    headers.forEach(
        (name, value) -> {
          if (!NOT_TAKEN_OVER.contains(name)) {
            exchange.getResponseHeaders().set(name, value);
          }
        });
    cookies.forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
    boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }
}
