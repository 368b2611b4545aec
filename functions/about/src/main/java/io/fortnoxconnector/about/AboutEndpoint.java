package io.fortnoxconnector.about;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.ROUTE_UNKNOWN;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.events.Watched;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the connector itself, the same for everybody, and the answer to paths that don't
 * exist.
 */
final class AboutEndpoint implements Endpoint {

  private @Nullable KnownPaths knownPaths;

  @Override
  public String rehearsalRoute() {
    return "GET /accounting/capabilities";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    return switch (request.route()) {
      case "GET /health" ->
          Envelope.of(JsonNodeFactory.instance.objectNode().put("status", "UP")).response(200);
      case "GET /accounting/capabilities" -> Envelope.of(capabilities()).response(200);
      case "GET /openapi.json" -> HttpResponse.json(200, Packed.text(Packed.OPENAPI));
      case "GET /console" -> Console.page();
      case "GET /console/console.js" -> Console.script();
      case "GET /console/console.css" -> Console.style();
      case "GET /problems/{code}" -> problem(request.pathParameter("code"));
      default -> unknown(request);
    };
  }

  /** A path that exists with other methods is told apart. */
  private HttpResponse unknown(HttpRequest request) {
    Set<String> methods = knownPaths().methods(request.path());
    if (methods.isEmpty() || methods.contains(request.method())) {
      throw new Rejected(
          ROUTE_UNKNOWN.about(
              "This API has no such path. GET /openapi.json describes what there is."));
    }
    return Envelope.methodUnknown(methods);
  }

  /** Read when it's first needed, which in a function that works well is never. */
  private synchronized KnownPaths knownPaths() {
    KnownPaths known = knownPaths;
    if (known == null) {
      known = KnownPaths.of(Packed.text(Packed.OPENAPI));
      knownPaths = known;
    }
    return known;
  }

  private static ObjectNode capabilities() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    for (Resource resource : Resources.ALL) {
      data.set(resource.name(), resource.capabilities());
      data.withObjectProperty(resource.name()).putArray("events");
    }
    for (Watched watched : Watched.ALL) {
      watched
          .types()
          .forEach(data.withObjectProperty(watched.name()).withArrayProperty("events")::add);
    }
    return data;
  }

  private static HttpResponse problem(String code) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.code().equals(code))
        .findFirst()
        .map(
            type ->
                Envelope.of(
                        JsonNodeFactory.instance
                            .objectNode()
                            .put("code", type.code())
                            .put("title", type.title())
                            .put("status", type.status())
                            .put("retriable", type.isRetriable()))
                    .response(200))
        .orElseThrow(() -> new Rejected(NOT_FOUND.about("There is no problem with this code.")));
  }
}
