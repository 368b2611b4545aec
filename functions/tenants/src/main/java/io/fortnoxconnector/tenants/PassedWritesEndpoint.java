package io.fortnoxconnector.tenants;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.connector.tenants.Tenants;
import java.util.Set;

/**
 * {@code /tenants/pass-through}: whether a vendor's calls in Fortnox's own terms may change
 * something.
 */
final class PassedWritesEndpoint implements Endpoint {

  private final Gate gate;
  private final Tenants tenants;

  PassedWritesEndpoint(Gate gate, Tenants tenants) {
    this.gate = gate;
    this.tenants = tenants;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String tenant = gate.tenant(request);
    return switch (request.route()) {
      case "GET /tenants/pass-through" -> show(tenant);
      case "PUT /tenants/pass-through" -> set(request, tenant);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse show(String tenant) {
    return Envelope.of(
            JsonNodeFactory.instance.objectNode().put("writes", tenants.get(tenant).passesWrites()))
        .response(200);
  }

  private HttpResponse set(HttpRequest request, String tenant) {
    tenants.setPassesWrites(tenant, Body.with(request, Set.of("writes")).flag("writes"));
    return show(tenant);
  }
}
