package io.fortnoxconnector.api;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.FileReader;
import io.fortnoxconnector.translation.FileRegister;
import io.fortnoxconnector.translation.Resource;

/**
 * {@code GET /accounting/<resource>/{id}/document} of what others made: Fortnox draws no PDF of a
 * supplier's invoice, but has the file that came with it, if somebody connected one.
 */
public final class ConnectedDocumentEndpoint implements Endpoint {

  private final Resource resource;
  private final FileRegister register;
  private final Gate gate;
  private final FileReader reader;

  public ConnectedDocumentEndpoint(Resource resource, Gate gate, FileReader reader) {
    this.resource = resource;
    this.register = FileRegister.of(resource.name()).orElseThrow();
    this.gate = gate;
    this.reader = reader;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    String id = EntityIds.first(request, resource);
    return FileAnswer.of(
        request,
        reader.document(
            connection, register, register.address(id).orElseThrow(), request.deadline()));
  }
}
