package io.fortnoxconnector.tenants;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tenants.Tenants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a vendor's users may be sent after connecting. */
final class CallbackUrlsEndpoint implements Endpoint {

  private static final int MOST = 50;

  private final Gate gate;
  private final Tenants tenants;

  CallbackUrlsEndpoint(Gate gate, Tenants tenants) {
    this.gate = gate;
    this.tenants = tenants;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String tenant = gate.tenant(request);
    return switch (request.route()) {
      case "POST /tenants/add-callback-urls" -> add(texts(request), tenant);
      case "GET /tenants/get-callback-urls" -> list(tenant);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse add(List<String> urls, String tenant) {
    Set<String> all = new HashSet<>(tenants.get(tenant).callbackUrls());
    all.addAll(urls);
    if (all.size() > MOST) {
      throw new Rejected(
          FIELD_INVALID.about("/callbackUrls", "A vendor has at most " + MOST + " callback URLs."));
    }
    List<Problem> problems = tenants.addCallbackUrls(tenant, urls);
    if (!problems.isEmpty()) {
      throw new Rejected(problems);
    }
    return list(tenant);
  }

  private static List<String> texts(HttpRequest request) {
    var urls = new ArrayList<String>();
    for (JsonNode url : Body.with(request, Set.of("callbackUrls")).list("callbackUrls", MOST)) {
      if (!url.isTextual()) {
        throw new Rejected(
            FIELD_INVALID.about("/callbackUrls/" + urls.size(), "A callback URL is a text."));
      }
      urls.add(url.textValue());
    }
    return urls;
  }

  private HttpResponse list(String tenant) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode urls = data.putArray("callbackUrls");
    tenants.get(tenant).callbackUrls().forEach(urls::add);
    return Envelope.of(data).response(200);
  }
}
