package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.Acceptance;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.connector.tasks.WriteRequest;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Unified;
import io.fortnoxconnector.translation.Warning;
import io.fortnoxconnector.translation.WriteMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /accounting/<resource>} and {@code /accounting/<resource>/{id}}: one endpoint for every
 * resource, driven by its field table.
 */
public final class ResourceEndpoint implements Endpoint {

  private final Resource resource;
  private final Gate gate;
  private final ResourceReads reads;
  private final WriteDesk desk;
  private final Timing timing;

  public ResourceEndpoint(
      Resource resource, Gate gate, Reader reader, WriteDesk desk, Timing timing) {
    this.resource = resource;
    this.gate = gate;
    this.reads = new ResourceReads(resource, reader);
    this.desk = desk;
    this.timing = timing;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    String id = EntityIds.of(request, resource);
    return switch (request.method()) {
      case "GET" -> reads.answer(request, connection, id);
      case "POST" -> write(request, connection, Operation.CREATE, null);
      case "PUT" -> write(request, connection, Operation.REPLACE, id);
      case "PATCH" -> write(request, connection, Operation.PATCH, id);
      case "DELETE" -> write(request, connection, Operation.DELETE, id);
      default -> throw new Rejected(notPossible(request.method(), Optional.empty()));
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
    if (!resource.allows(operation)) {
      throw new Rejected(notPossible(request.method(), resource.refusal(operation)));
    }
    ObjectNode body =
        operation == Operation.DELETE
            ? JsonNodeFactory.instance.objectNode()
            : Body.object(request);
    var write =
        new WriteRequest(connection, resource, operation, id, body, IdempotencyKey.of(request));
    return switch (desk.accept(write)) {
      case Acceptance.Rejected(var problems) -> Envelope.failure(problems);
      case Acceptance.Later(var problem, _) -> Envelope.failure(List.of(problem));
      case Acceptance.Accepted(var task, var replayed) -> {
        var patience = Deadline.in(Preference.of(request).patience(), timing);
        HttpResponse response = outcome(desk.await(task, patience.orEarlier(request.deadline())));
        yield replayed ? response.with("Idempotency-Replayed", "true") : response;
      }
    };
  }

  private HttpResponse outcome(Task task) {
    return switch (task.progress().outcome()) {
      case null -> accepted(task);
      case TaskOutcome.Done(var id, var entity) -> done(task, id, entity, List.of());
      case TaskOutcome.Partial(var id, var entity, var problem) ->
          done(
              task,
              id,
              entity,
              List.of(
                  new Warning(
                      "partly-stored", "", "Not all of it was stored: " + problem.detail())));
      case TaskOutcome.Failed(var problems) -> Envelope.failure(problems);
      case TaskOutcome.Uncertain(var problem) -> Envelope.failure(List.of(problem));
    };
  }

  private HttpResponse done(Task task, String id, ObjectNode entity, List<Warning> more) {
    if (task.operation() == Operation.DELETE) {
      return Envelope.of(JsonNodeFactory.instance.objectNode().put("id", id)).response(200);
    }
    Unified unified = resource.fromFortnox(entity, task.rows());
    var warnings = new LinkedHashSet<>(task.warnings());
    warnings.addAll(unified.warnings());
    warnings.addAll(more);
    Envelope envelope = Envelope.of(unified.data()).warning(List.copyOf(warnings));
    return task.operation() == Operation.CREATE
        ? envelope
            .response(201)
            .with("Location", "/accounting/" + resource.name() + "/" + Links.segment(id))
        : envelope.response(200);
  }

  private static HttpResponse accepted(Task task) {
    return Envelope.of(JsonNodeFactory.instance.objectNode().put("taskId", task.id()))
        .response(202)
        .with("Location", "/accounting/asyncTask/" + task.id())
        .with("Retry-After", "2");
  }

  private Problem notPossible(String method, Optional<String> why) {
    return OPERATION_NOT_POSSIBLE.about(
        why.orElse("Fortnox has no way to " + method + " " + resource.name() + ".")
            + " GET /accounting/capabilities says what it can.");
  }
}
