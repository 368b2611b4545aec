package io.fortnoxconnector.tenants;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.tenants.FortnoxApp;
import io.fortnoxconnector.connector.tenants.Tenants;

/** A vendor's registered systems, as Maesn calls them: its Fortnox integration, or none. */
final class SystemsEndpoint implements Endpoint {

  /** The one target system that there is. */
  static final String FORTNOX = "fortnox";

  private final Gate gate;
  private final Tenants tenants;

  SystemsEndpoint(Gate gate, Tenants tenants) {
    this.gate = gate;
    this.tenants = tenants;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String tenant = gate.tenant(request);
    return switch (request.route()) {
      case "POST /tenants/register-system" -> register(request, tenant);
      case "GET /tenants/get-registered-systems", "GET /tenants/get-registered-systems-masked" ->
          list(tenant, 200);
      case "DELETE /tenants/delete-registered-system/{targetSystem}" -> delete(request, tenant);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse register(HttpRequest request, String tenant) {
    SystemRegistration registration = SystemRegistration.of(request);
    tenants.registerApp(
        tenant, registration.app(), registration.accountType(), registration.scopes());
    return list(tenant, 201);
  }

  private HttpResponse list(String tenant, int status) {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    FortnoxApp app = tenants.get(tenant).app();
    if (app != null) {
      data.addObject()
          .put("targetSystem", FORTNOX)
          .put("clientId", app.clientId())
          .put("clientSecret", "***")
          .put("accountType", app.accountType().name())
          .put("scopes", String.join(" ", app.scopes()));
    }
    return Envelope.of(data).response(status);
  }

  private HttpResponse delete(HttpRequest request, String tenant) {
    if (!request.pathParameter("targetSystem").equals(FORTNOX) || !tenants.removeApp(tenant)) {
      throw new Rejected(NOT_FOUND.about("No such system is registered."));
    }
    return Envelope.of(NullNode.instance).response(200);
  }
}
