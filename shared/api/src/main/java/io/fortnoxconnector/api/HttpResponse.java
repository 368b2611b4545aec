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
    return text(status, "text/html", body);
  }

  /** A text of that media type, in UTF-8. */
  public static HttpResponse text(int status, String mediaType, String body) {
    return new HttpResponse(
        status, Map.of("Content-Type", mediaType + "; charset=utf-8"), List.of(), body, false);
  }

  /**
   * A page for people, whose browser takes nothing else with it than what is named.
   *
   * @param allowed directives of Content Security Policy Level 3, as {@code style-src 'self'}
   */
  public static HttpResponse page(int status, String html, String... allowed) {
    return html(status, html)
        .with(
            "Content-Security-Policy",
            "default-src 'none'; "
                + String.join("; ", allowed)
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
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
