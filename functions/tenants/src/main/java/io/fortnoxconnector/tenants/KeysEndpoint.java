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
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.tenants.Tenants;

/** {@code /tenants/keys}: a vendor's API keys. Each is shown once, where it's made. */
final class KeysEndpoint implements Endpoint {

  private final Gate gate;
  private final Tenants tenants;

  KeysEndpoint(Gate gate, Tenants tenants) {
    this.gate = gate;
    this.tenants = tenants;
  }

  @Override
  public String rehearsalRoute() {
    return "GET /tenants/keys";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String tenant = gate.tenant(request);
    return switch (request.route()) {
      case "POST /tenants/keys" -> add(tenant);
      case "GET /tenants/keys" -> list(tenant);
      case "DELETE /tenants/keys/{keyId}" -> withdraw(request, tenant);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse add(String tenant) {
    Key key = tenants.addKey(tenant);
    return Envelope.of(
            JsonNodeFactory.instance
                .objectNode()
                .put("apiKeyId", key.id())
                .put("apiKey", key.reveal()))
        .response(201);
  }

  private HttpResponse list(String tenant) {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    tenants
        .get(tenant)
        .apiKeys()
        .forEach(
            (id, madeAt) ->
                data.addObject().put("apiKeyId", id).put("createdDate", madeAt.toString()));
    return Envelope.of(data).response(200);
  }

  private HttpResponse withdraw(HttpRequest request, String tenant) {
    if (!tenants.withdrawKey(tenant, request.pathParameter("keyId"))) {
      throw new Rejected(NOT_FOUND.about("There is no API key with this id."));
    }
    return Envelope.of(NullNode.instance).response(200);
  }
}
