package io.fortnoxconnector.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer, in API Gateway's payload format 2.0. */
public record HttpResponse(
    int status, Map<String, String> headers, List<String> cookies, String body) {

  private static final String JSON = "application/json; charset=utf-8";

  public static HttpResponse json(int status, String body) {
    return new HttpResponse(status, Map.of("Content-Type", JSON), List.of(), body);
  }

  public static HttpResponse html(int status, String body) {
    return new HttpResponse(
        status, Map.of("Content-Type", "text/html; charset=utf-8"), List.of(), body);
  }

  public static HttpResponse redirect(String location) {
    return new HttpResponse(302, Map.of("Location", location), List.of(), "");
  }

  public HttpResponse with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, cookies, body);
  }

  public HttpResponse withCookie(String cookie) {
    return new HttpResponse(status, headers, List.of(cookie), body);
  }
}
