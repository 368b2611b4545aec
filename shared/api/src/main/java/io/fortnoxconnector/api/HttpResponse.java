package io.fortnoxconnector.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer, in API Gateway's payload format 2.0.
 *
 * @param bodyIsBase64 whether the body stands for bytes
 */
public record HttpResponse(
    int status,
    Map<String, String> headers,
    List<String> cookies,
    String body,
    boolean bodyIsBase64) {

  private static final String JSON = "application/json; charset=utf-8";

  public static HttpResponse json(int status, String body) {
    return new HttpResponse(status, Map.of("Content-Type", JSON), List.of(), body, false);
  }

  /** Bytes in base64, which API Gateway decodes. */
  public static HttpResponse bytes(int status, String contentType, String base64) {
    return new HttpResponse(status, Map.of("Content-Type", contentType), List.of(), base64, true);
  }

  public static HttpResponse html(int status, String body) {
    return new HttpResponse(
        status, Map.of("Content-Type", "text/html; charset=utf-8"), List.of(), body, false);
  }

  public static HttpResponse redirect(String location) {
    return new HttpResponse(302, Map.of("Location", location), List.of(), "", false);
  }

  public HttpResponse with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, cookies, body, bodyIsBase64);
  }

  public HttpResponse withCookie(String cookie) {
    return new HttpResponse(status, headers, List.of(cookie), body, bodyIsBase64);
  }
}
