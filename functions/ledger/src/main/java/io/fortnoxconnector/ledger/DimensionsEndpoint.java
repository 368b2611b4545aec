package io.fortnoxconnector.ledger;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import java.util.Map;

/** What a dimension's resource answers, where the path names the dimension. */
final class DimensionsEndpoint implements Endpoint {

  private final Map<String, Endpoint> dimensions;
  private final Gate gate;

  DimensionsEndpoint(Map<String, Endpoint> dimensions, Gate gate) {
    this.dimensions = Map.copyOf(dimensions);
    this.gate = gate;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String name = request.pathParameter("dimension");
    Endpoint dimension = dimensions.get(name);
    if (dimension == null) {
      gate.connection(request);
      throw new Rejected(
          NOT_FOUND.about(
              "There is no such dimension; there are those that GET /accounting/v2/dimensions lists."));
    }
    String route = request.method() + " /accounting/" + name;
    return dimension.answer(
        request.at(request.route().endsWith("{optionId}") ? route + "/{optionId}" : route));
  }
}
