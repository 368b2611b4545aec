package io.fortnoxconnector.api;

import io.fortnoxconnector.connector.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Requests with what a test cares about. */
final class Requests {

  private Requests() {}

  static HttpRequest withBody(String body, boolean base64, Map<String, String> headers) {
    return request("POST", Map.of(), headers, body, base64);
  }

  static HttpRequest withHeader(String name, String value) {
    return request("POST", Map.of(), Map.of(name, value), "", false);
  }

  static HttpRequest withQuery(Map<String, String> query) {
    return request("GET", query, Map.of(), "", false);
  }

  static HttpRequest request(
      String method,
      Map<String, String> query,
      Map<String, String> headers,
      String body,
      boolean base64) {
    return new HttpRequest(
        method + " /accounting/customers",
        method,
        "/accounting/customers",
        Map.of(),
        query,
        headers,
        List.of(),
        body,
        base64,
        "api.example",
        "gateway-request-id",
        new Deadline(Instant.MAX));
  }
}
