package io.fortnoxconnector.purchases;

import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import java.util.LinkedHashMap;

/**
 * Maesn's other path of a write that isn't waited for: the same as {@code Prefer: respond-async}.
 */
record AsyncEndpoint(Endpoint writes) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    var headers = new LinkedHashMap<>(request.headers());
    headers.put("prefer", "respond-async");
    return writes.answer(
        new HttpRequest(
            request.route(),
            request.method(),
            request.path(),
            request.pathParameters(),
            request.query(),
            headers,
            request.cookies(),
            request.body(),
            request.bodyIsBase64(),
            request.host(),
            request.gatewayRequestId(),
            request.deadline()));
  }
}
