package io.fortnoxconnector.purchases;

import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;

/**
 * Maesn's other path of a write that isn't waited for: the same as {@code Prefer: respond-async}.
 */
record AsyncEndpoint(Endpoint writes) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    return writes.answer(request.withHeader("prefer", "respond-async"));
  }
}
