package io.fortnoxconnector.tenants;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.Ending;
import io.fortnoxconnector.connector.problems.Problem;

/** A vendor's end users, as Maesn calls them: the companies that are connected. */
final class EndUsersEndpoint implements Endpoint {

  private static final int MOST_COMPANIES = 100;
  private static final int MOST_ID = 100;

  private static final Problem NO_CONNECTION =
      NOT_FOUND.about("There is no connection with this id.");

  private final Gate gate;
  private final ConnectionStore connections;
  private final Ending ending;

  EndUsersEndpoint(Gate gate, ConnectionStore connections, Ending ending) {
    this.gate = gate;
    this.connections = connections;
    this.ending = ending;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String tenant = gate.tenant(request);
    return switch (request.route()) {
      case "GET /tenants/get-end-user-list" -> list(request, tenant);
      case "DELETE /tenants/delete-end-user" -> delete(request, tenant);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse list(HttpRequest request, String tenant) {
    ConnectionStore.Page page =
        connections.ofTenant(tenant, MOST_COMPANIES, request.parameter("after").orElse(null));
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    for (Connection connection : page.connections()) {
      data.addObject()
          .put("connectionId", connection.id())
          .put("targetSystem", SystemsEndpoint.FORTNOX)
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

  private HttpResponse delete(HttpRequest request, String tenant) {
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
      case ENDED_AND_REVOKED -> ended(true);
      case ENDED_HERE_ONLY -> ended(false);
    };
  }

  private static HttpResponse ended(boolean revokedAtFortnox) {
    return Envelope.of(
            JsonNodeFactory.instance.objectNode().put("revokedAtFortnox", revokedAtFortnox))
        .response(200);
  }
}
