package io.fortnoxconnector.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A service's answer, or one in its place. */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record Reply(int status, Map<String, List<String>> headers, byte[] body) {

  static Reply of(HttpResponse<byte[]> response) {
    return new Reply(response.statusCode(), response.headers().map(), response.body());
  }

  static Reply of(Action.Answer answer) {
    var headers = new TreeMap<String, List<String>>();
    answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new Reply(answer.status(), headers, answer.body().getBytes(UTF_8));
  }

  String text() {
    return new String(body, UTF_8);
  }

  void writeTo(HttpExchange call) throws IOException {
    headers.forEach(
        (name, values) -> {
          if (Relay.isEndToEnd(name)) {
            call.getResponseHeaders().put(name, values);
          }
        });
    call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      call.getResponseBody().write(body);
    }
  }
}
