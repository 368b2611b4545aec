package io.fortnoxconnector.sandbox;

import io.fortnoxconnector.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The headers that every recorded answer carries. */
final class FortnoxHeaders {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Server", "Fortnox",
          "X-Content-Type-Options", "nosniff",
          "X-Xss-Protection", "0",
          "Referrer-Policy", "strict-origin-when-cross-origin",
          "Content-Security-Policy",
              "upgrade-insecure-requests;frame-ancestors https://*.fortnox.se",
          "X-Frame-Options", "sameorigin",
          "Strict-Transport-Security", "max-age=31536000; includeSubdomains");

  private FortnoxHeaders() {}

  /** What the answer says itself goes first. */
  static Answer on(Answer answer, boolean api, long nanos) {
    var headers = new LinkedHashMap<>(ALWAYS);
    // The gateway in front refuses dead tokens, and what it sends has no request id.
    if (answer.status() != 401 || !api) {
      headers.put("X-Uid", "%08x".formatted(ThreadLocalRandom.current().nextInt()));
    }
    if (api && answer.status() != 401) {
      headers.put("X-Build", "5a9db0c5e1");
      headers.put("X-Rack-Responsetime", String.valueOf(nanos / 1_000_000));
    }
    headers.putAll(answer.headers());
    return new Answer(answer.status(), headers, answer.body(), answer.isRaw());
  }
}
