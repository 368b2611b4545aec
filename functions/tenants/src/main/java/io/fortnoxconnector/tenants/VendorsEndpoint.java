package io.fortnoxconnector.tenants;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.connector.tenants.Tenants;
import java.util.Set;

/** {@code POST /tenants}: registers a vendor. Only the holder of the admin key may. */
final class VendorsEndpoint implements Endpoint {

  private static final int MOST_NAME = 200;

  private final AdminGate gate;
  private final Tenants tenants;

  VendorsEndpoint(AdminGate gate, Tenants tenants) {
    this.gate = gate;
    this.tenants = tenants;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    gate.check(request);
    Body body = Body.with(request, Set.of("name"));
    Tenants.Registered registered = tenants.register(body.required("name", MOST_NAME));
    return Envelope.of(
            JsonNodeFactory.instance
                .objectNode()
                .put("tenantId", registered.tenant())
                .put("apiKeyId", registered.apiKey().id())
                .put("apiKey", registered.apiKey().reveal()))
        .response(201);
  }
}
