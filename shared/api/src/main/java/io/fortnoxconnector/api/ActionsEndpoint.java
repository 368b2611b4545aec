package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;

import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;

/**
 * {@code POST /accounting/<resource>/{id}/<action>}: what an entity can be told to do. It's a write
 * as any other: accepted as a task, carried out once, in the company's order.
 */
public final class ActionsEndpoint implements Endpoint {

  private final Resource resource;
  private final Gate gate;
  private final ResourceWrites writes;

  public ActionsEndpoint(Resource resource, Gate gate, WriteDesk desk, Timing timing) {
    this.resource = resource;
    this.gate = gate;
    this.writes = new ResourceWrites(Variant.of(resource), desk, timing);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    String id = EntityIds.first(request, resource);
    String name = request.route().substring(request.route().lastIndexOf('/') + 1);
    if (resource.action(name).isEmpty()) {
      throw new Rejected(
          OPERATION_NOT_POSSIBLE.about(resource.name() + " have no action " + name + "."));
    }
    return writes.answer(
        request,
        connection,
        Operation.ACT,
        id,
        name,
        (_, entity, warnings) -> Envelope.of(entity.data()).warning(warnings).response(200));
  }
}
