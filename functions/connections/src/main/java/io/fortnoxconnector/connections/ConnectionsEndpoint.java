package io.fortnoxconnector.connections;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.connections.Connecting;
import io.fortnoxconnector.connector.connections.Connecting.Exchange;
import io.fortnoxconnector.connector.connections.Connecting.Start;
import io.fortnoxconnector.connector.connections.Connecting.Wish;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.Ending;
import io.fortnoxconnector.fortnox.Secret;
import io.fortnoxconnector.translation.Warning;
import java.util.List;
import java.util.Set;

/** {@code /auth/fortnox}, {@code /auth/token} and {@code /auth/connection}. */
final class ConnectionsEndpoint implements Endpoint {

  private static final Set<String> PARAMETERS =
      Set.of("callbackUrl", "cancelCallbackUrl", "state", "companyId");
  private static final int MOST = 2048;

  private final Gate gate;
  private final Connecting connecting;
  private final Ending ending;
  private final String publicBase;

  /**
   * @param publicBase the stack's own domain, empty for API Gateway's
   */
  ConnectionsEndpoint(Gate gate, Connecting connecting, Ending ending, String publicBase) {
    this.gate = gate;
    this.connecting = connecting;
    this.ending = ending;
    this.publicBase = publicBase;
  }

  @Override
  public String rehearsalRoute() {
    return "GET /auth/connection";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    return switch (request.route()) {
      case "GET /auth/fortnox" -> start(request, gate.tenant(request), wish(request), 200);
      case "POST /auth/fortnox" -> start(request, gate.tenant(request), wishInBody(request), 201);
      case "POST /auth/token" -> exchange(request);
      case "GET /auth/connection" -> Envelope.of(json(gate.connection(request))).response(200);
      case "DELETE /auth/connection" -> end(gate.connection(request));
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  /** The login URL is the whole body, as text/html: Maesn's clients expect it so. */
  private HttpResponse start(HttpRequest request, String tenant, Wish wish, int status) {
    return switch (connecting.start(tenant, wish, request.base(publicBase))) {
      case Start.Ready(var loginUrl) -> HttpResponse.html(status, loginUrl.toString());
      case Start.Refused(var problems) -> Envelope.failure(problems);
    };
  }

  private static Wish wish(HttpRequest request) {
    for (String name : request.query().keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw new Rejected(
            PARAMETER_INVALID.about(
                name, "The parameters are callbackUrl, cancelCallbackUrl, state and companyId."));
      }
    }
    return new Wish(
        request.parameter("callbackUrl").orElse(null),
        request.parameter("cancelCallbackUrl").orElse(null),
        request.parameter("state").orElse(null),
        request.parameter("companyId").orElse(null));
  }

  /**
   * Maesn spells it {@code callBackUrl} in the body and {@code callbackUrl} in the query; here both
   * work.
   */
  private static Wish wishInBody(HttpRequest request) {
    Body body =
        Body.with(
            request,
            Set.of("callbackUrl", "callBackUrl", "cancelCallbackUrl", "state", "companyId"));
    return new Wish(
        body.text("callbackUrl", MOST).or(() -> body.text("callBackUrl", MOST)).orElse(null),
        body.text("cancelCallbackUrl", MOST).orElse(null),
        body.text("state", MOST).orElse(null),
        body.text("companyId", MOST).orElse(null));
  }

  private HttpResponse exchange(HttpRequest request) {
    String tenant = gate.tenant(request);
    Secret code = new Secret(Body.with(request, Set.of("code")).required("code", MOST));
    return switch (connecting.exchange(tenant, code)) {
      case Exchange.Done(var exchanged) -> {
        ObjectNode data = json(exchanged.connection());
        data.put("accountKey", exchanged.accountKey().reveal());
        yield Envelope.of(data).response(201);
      }
      case Exchange.Refused(var problem) -> Envelope.failure(List.of(problem));
    };
  }

  private HttpResponse end(Connection connection) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("connectionId", connection.id());
    return switch (ending.end(connection.id(), connection.tenant())) {
      case UNKNOWN -> throw new Rejected(NOT_FOUND.about("The connection was ended already."));
      case ENDED_AND_REVOKED -> Envelope.of(data.put("revokedAtFortnox", true)).response(200);
      case ENDED_HERE_ONLY ->
          Envelope.of(data.put("revokedAtFortnox", false))
              .warning(
                  List.of(
                      new Warning(
                          "not-revoked-at-fortnox",
                          "",
                          "The connection is ended here. Fortnox didn't confirm that the consent is withdrawn: an"
                              + " administrator of the company can remove the integration at Fortnox.")))
              .response(200);
    };
  }

  private static ObjectNode json(Connection connection) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("connectionId", connection.id());
    json.put("targetSystem", "fortnox");
    json.put("companyId", connection.companyId());
    json.put("companyName", connection.companyName());
    json.put("organisationNumber", connection.organisationNumber());
    json.put("consent", connection.consent().name());
    ConsentDetail detail = connection.consentDetail();
    json.put("consentDetail", detail == null ? null : detail.message());
    json.put("scopes", String.join(" ", connection.scopes()));
    json.put("grant", connection.tokens().grant().name());
    json.put("connectedDate", connection.connectedAt().toString());
    return json;
  }
}
