package io.fortnoxconnector.tenants;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.Ending;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tenants.FortnoxApp;
import io.fortnoxconnector.connector.tenants.Tenant;
import io.fortnoxconnector.connector.tenants.Tenants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code /tenants/…}, with the names that Maesn's tenant administration has. */
final class TenantsEndpoint implements Endpoint {

  static final String FORTNOX = "fortnox";

  private static final int MOST_NAME = 200;
  private static final int MOST_URLS = 50;
  private static final int MOST_COMPANIES = 100;
  private static final int MOST_ID = 100;

  private static final Problem NO_CONNECTION =
      NOT_FOUND.about("There is no connection with this id.");

  private final Gate gate;
  private final AdminGate adminGate;
  private final Tenants tenants;
  private final ConnectionStore connections;
  private final Ending ending;
  private final EventIntervals intervals;

  TenantsEndpoint(
      Gate gate,
      AdminGate adminGate,
      Tenants tenants,
      ConnectionStore connections,
      Ending ending,
      EventIntervals intervals) {
    this.gate = gate;
    this.adminGate = adminGate;
    this.tenants = tenants;
    this.connections = connections;
    this.ending = ending;
    this.intervals = intervals;
  }

  @Override
  public String rehearsalRoute() {
    return "GET /tenants/keys";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    return switch (request.route()) {
      case "POST /tenants" -> register(request);
      case "POST /tenants/keys" -> addKey(gate.tenant(request));
      case "GET /tenants/keys" -> keys(gate.tenant(request));
      case "DELETE /tenants/keys/{keyId}" -> withdrawKey(request, gate.tenant(request));
      case "POST /tenants/register-system" -> registerSystem(request, gate.tenant(request));
      case "GET /tenants/get-registered-systems", "GET /tenants/get-registered-systems-masked" ->
          systems(gate.tenant(request));
      case "DELETE /tenants/delete-registered-system/{targetSystem}" ->
          deleteSystem(request, gate.tenant(request));
      case "POST /tenants/add-callback-urls" -> addCallbackUrls(request, gate.tenant(request));
      case "GET /tenants/get-callback-urls" -> callbackUrls(gate.tenant(request));
      case "GET /tenants/pass-through" -> passThrough(gate.tenant(request));
      case "PUT /tenants/pass-through" -> setPassThrough(request, gate.tenant(request));
      case "GET /tenants/event-intervals" -> intervals.show(gate.tenant(request));
      case "PUT /tenants/event-intervals" -> intervals.set(request, gate.tenant(request));
      case "GET /tenants/get-end-user-list" -> endUsers(request, gate.tenant(request));
      case "DELETE /tenants/delete-end-user" -> deleteEndUser(request, gate.tenant(request));
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse register(HttpRequest request) {
    adminGate.check(request);
    Body body = Body.with(request, Set.of("name"));
    Tenants.Registered registered = tenants.register(body.required("name", MOST_NAME));
    ObjectNode data = object().put("tenantId", registered.tenant());
    data.put("apiKeyId", registered.apiKey().id());
    data.put("apiKey", registered.apiKey().reveal());
    return Envelope.of(data).response(201);
  }

  private HttpResponse addKey(String tenant) {
    Key key = tenants.addKey(tenant);
    return Envelope.of(object().put("apiKeyId", key.id()).put("apiKey", key.reveal()))
        .response(201);
  }

  private HttpResponse keys(String tenant) {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    find(tenant)
        .apiKeys()
        .forEach(
            (id, madeAt) ->
                data.addObject().put("apiKeyId", id).put("createdDate", madeAt.toString()));
    return Envelope.of(data).response(200);
  }

  private HttpResponse withdrawKey(HttpRequest request, String tenant) {
    if (!tenants.withdrawKey(tenant, request.pathParameter("keyId"))) {
      throw new Rejected(NOT_FOUND.about("There is no API key with this id."));
    }
    return Envelope.of(NullNode.instance).response(200);
  }

  private HttpResponse registerSystem(HttpRequest request, String tenant) {
    SystemRegistration registration = SystemRegistration.of(request);
    tenants.registerApp(
        tenant, registration.app(), registration.accountType(), registration.scopes());
    return systems(tenant, 201);
  }

  private HttpResponse systems(String tenant) {
    return systems(tenant, 200);
  }

  private HttpResponse systems(String tenant, int status) {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    FortnoxApp app = find(tenant).app();
    if (app != null) {
      ObjectNode system = data.addObject();
      system.put("targetSystem", FORTNOX);
      system.put("clientId", app.clientId());
      system.put("clientSecret", "***");
      system.put("accountType", app.accountType().name());
      system.put("scopes", String.join(" ", app.scopes()));
    }
    return Envelope.of(data).response(status);
  }

  private HttpResponse deleteSystem(HttpRequest request, String tenant) {
    if (!request.pathParameter("targetSystem").equals(FORTNOX) || !tenants.removeApp(tenant)) {
      throw new Rejected(NOT_FOUND.about("No such system is registered."));
    }
    return Envelope.of(NullNode.instance).response(200);
  }

  private HttpResponse addCallbackUrls(HttpRequest request, String tenant) {
    List<JsonNode> list =
        Body.with(request, Set.of("callbackUrls")).list("callbackUrls", MOST_URLS);
    var urls = new ArrayList<String>();
    for (JsonNode url : list) {
      if (!url.isTextual()) {
        throw new Rejected(
            FIELD_INVALID.about("/callbackUrls/" + urls.size(), "A callback URL is a text."));
      }
      urls.add(url.textValue());
    }
    Set<String> all = new HashSet<>(find(tenant).callbackUrls());
    all.addAll(urls);
    if (all.size() > MOST_URLS) {
      throw new Rejected(
          FIELD_INVALID.about(
              "/callbackUrls", "A vendor has at most " + MOST_URLS + " callback URLs."));
    }
    List<Problem> problems = tenants.addCallbackUrls(tenant, urls);
    if (!problems.isEmpty()) {
      throw new Rejected(problems);
    }
    return callbackUrls(tenant);
  }

  private HttpResponse callbackUrls(String tenant) {
    ArrayNode urls = JsonNodeFactory.instance.arrayNode();
    find(tenant).callbackUrls().forEach(urls::add);
    ObjectNode data = object();
    data.set("callbackUrls", urls);
    return Envelope.of(data).response(200);
  }

  private HttpResponse passThrough(String tenant) {
    return Envelope.of(object().put("writes", find(tenant).passesWrites())).response(200);
  }

  private HttpResponse setPassThrough(HttpRequest request, String tenant) {
    tenants.setPassesWrites(tenant, Body.with(request, Set.of("writes")).flag("writes"));
    return passThrough(tenant);
  }

  private HttpResponse endUsers(HttpRequest request, String tenant) {
    ConnectionStore.Page page =
        connections.ofTenant(tenant, MOST_COMPANIES, request.parameter("after").orElse(null));
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    for (Connection connection : page.connections()) {
      data.addObject()
          .put("connectionId", connection.id())
          .put("targetSystem", FORTNOX)
          .put("companyId", connection.companyId())
          .put("companyName", connection.companyName())
          .put("organisationNumber", connection.organisationNumber())
          .put("consent", connection.consent().name())
          .put("connectedDate", connection.connectedAt().toString());
    }
    HttpResponse response = Envelope.of(data).response(200);
    return page.next() == null
        ? response
        : response.with(
            "Link", "</tenants/get-end-user-list?after=" + page.next() + ">; rel=\"next\"");
  }

  private HttpResponse deleteEndUser(HttpRequest request, String tenant) {
    String connection =
        request
            .parameter("connectionId")
            .orElseThrow(
                () ->
                    new Rejected(
                        PARAMETER_INVALID.about("connectionId", "Say which one: connectionId=….")));
    if (connection.isEmpty() || connection.length() > MOST_ID) {
      throw new Rejected(NO_CONNECTION); // DynamoDB refuses to look for such an id
    }
    return switch (ending.end(connection, tenant)) {
      case UNKNOWN -> throw new Rejected(NO_CONNECTION);
      case ENDED_AND_REVOKED -> Envelope.of(object().put("revokedAtFortnox", true)).response(200);
      case ENDED_HERE_ONLY -> Envelope.of(object().put("revokedAtFortnox", false)).response(200);
    };
  }

  private Tenant find(String tenant) {
    return tenants
        .find(tenant)
        .orElseThrow(() -> new IllegalStateException("an API key without its tenant"));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
