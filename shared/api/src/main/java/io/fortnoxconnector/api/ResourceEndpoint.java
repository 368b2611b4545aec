package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.WriteMode;
import org.jspecify.annotations.Nullable;

/**
 * {@code /accounting/<resource>} and {@code /accounting/<resource>/{id}}: one endpoint for every
 * resource, driven by its field table.
 */
public final class ResourceEndpoint implements Endpoint {

  private final Variant variant;
  private final Resource resource;
  private final Gate gate;
  private final ResourceReads reads;
  private final ResourceWrites writes;

  public ResourceEndpoint(
      Resource resource, Gate gate, Reader reader, WriteDesk desk, Timing timing) {
    this(Variant.of(resource), gate, reader, desk, timing);
  }

  public ResourceEndpoint(
      Variant variant, Gate gate, Reader reader, WriteDesk desk, Timing timing) {
    this.variant = variant;
    this.resource = variant.resource();
    this.gate = gate;
    this.reads = new ResourceReads(variant, reader);
    this.writes = new ResourceWrites(variant, desk, timing);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    return answer(request, connection, EntityIds.of(request, resource));
  }

  /**
   * Answers a request about an entity, or about the list.
   *
   * @param id Fortnox's own; null where the path has none
   */
  public HttpResponse answer(HttpRequest request, Connection connection, @Nullable String id) {
    return switch (request.method()) {
      case "GET" -> reads.answer(request, connection, id);
      case "POST" -> write(request, connection, Operation.CREATE, null);
      case "PUT" -> write(request, connection, Operation.REPLACE, id);
      case "PATCH" -> write(request, connection, Operation.PATCH, id);
      case "DELETE" -> write(request, connection, Operation.DELETE, id);
      default ->
          throw new Rejected(
              OPERATION_NOT_POSSIBLE.about(
                  "Fortnox has no way to " + request.method() + " " + resource.name() + "."));
    };
  }

  @Override
  public String rehearsalRoute() {
    return "GET /accounting/" + resource.name();
  }

  /** Translates an empty document in both directions. */
  @Override
  public void rehearse() {
    reads.rehearse();
    resource.toFortnox(JsonNodeFactory.instance.objectNode(), WriteMode.CREATE);
  }

  private HttpResponse write(
      HttpRequest request, Connection connection, Operation operation, @Nullable String id) {
    return writes.answer(
        request,
        connection,
        operation,
        id,
        null,
        (written, entity, warnings) -> {
          Envelope envelope = Envelope.of(variant.show(entity)).warning(warnings);
          return operation == Operation.CREATE
              ? envelope
                  .response(201)
                  .with("Location", variant.path() + "/" + Links.segment(variant.id(written)))
              : envelope.response(200);
        });
  }
}
