package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.translation.Resource;

/**
 * A resource that can only be read here. Its function needs neither the tasks nor the queue of
 * writes.
 */
public final class ReadOnlyEndpoint implements Endpoint {

  private final Resource resource;
  private final Gate gate;
  private final ResourceReads reads;

  public ReadOnlyEndpoint(Resource resource, Gate gate, Reader reader) {
    this.resource = resource;
    this.gate = gate;
    this.reads = new ResourceReads(Variant.of(resource), reader);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    if (!request.method().equals("GET")) {
      throw new Rejected(
          OPERATION_NOT_POSSIBLE.about("Of " + resource.name() + " there is nothing but to read."));
    }
    return reads.answer(request, connection, EntityIds.of(request, resource));
  }

  @Override
  public String rehearsalRoute() {
    return "GET /accounting/" + resource.name();
  }

  @Override
  public void rehearse() {
    reads.rehearse();
  }
}
