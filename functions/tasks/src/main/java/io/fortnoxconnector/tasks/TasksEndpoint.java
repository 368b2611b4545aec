package io.fortnoxconnector.tasks;

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
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import java.util.Optional;

/**
 * {@code GET /accounting/asyncTask/{taskId}}, and {@code GET
 * /accounting/asyncTask?idempotencyKey=…} for writes that were put on the jobs queue.
 */
final class TasksEndpoint implements Endpoint {

  private final Gate gate;
  private final TaskStore tasks;

  TasksEndpoint(Gate gate, TaskStore tasks) {
    this.gate = gate;
    this.tasks = tasks;
  }

  @Override
  public String rehearsalRoute() {
    return "GET /accounting/asyncTask";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    return switch (request.route()) {
      case "GET /accounting/asyncTask/{taskId}" ->
          find(request.pathParameter("taskId"), connection)
              .map(task -> Envelope.of(TaskView.of(task)).response(200))
              .orElseThrow(() -> new Rejected(NOT_FOUND.about("There is no task with this id.")));
      case "GET /accounting/asyncTask" -> byKey(request, connection);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse byKey(HttpRequest request, Connection connection) {
    String key =
        request
            .parameter("idempotencyKey")
            .orElseThrow(
                () ->
                    new Rejected(
                        PARAMETER_INVALID.about(
                            "idempotencyKey", "Say which write: idempotencyKey=….")));
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    find(WriteDesk.taskId(connection.id(), key), connection)
        .ifPresent(task -> found.add(TaskView.of(task)));
    return Envelope.of(found).response(200);
  }

  /** A task of another connection is as unknown as one that never was. */
  private Optional<Task> find(String id, Connection connection) {
    return tasks.find(id).filter(task -> task.connection().equals(connection.id()));
  }
}
