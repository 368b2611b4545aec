package io.fortnoxconnector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.TASK_NOT_CANCELLABLE;
import static io.fortnoxconnector.connector.problems.ProblemType.WRITES_BUSY;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Links;
import io.fortnoxconnector.api.Parameters;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.connector.tasks.OwnTasks;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskList;
import io.fortnoxconnector.connector.tasks.TaskState;
import io.fortnoxconnector.connector.tasks.TaskStore.Cancellation;
import io.fortnoxconnector.connector.tasks.TaskSummary;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Warning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code /accounting/asyncTask}: the connection's writes as a list, one of them by its id or by its
 * idempotency key, and the end of one that hasn't begun.
 */
final class TasksEndpoint implements Endpoint {

  private static final int MOST_EXPANDED = 100;
  private static final int LONGEST_WORD = 30;
  private static final Set<String> CANCELLED = Set.of("CANCELLED", "CANCELLED_SUCCESSFULLY");

  private final Gate gate;
  private final OwnTasks tasks;

  TasksEndpoint(Gate gate, OwnTasks tasks) {
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
          tasks
              .find(connection, request.pathParameter("taskId"))
              .map(TasksEndpoint::shown)
              .orElseThrow(TasksEndpoint::unknown);
      case "GET /accounting/asyncTask" ->
          request.parameter("idempotencyKey").isPresent()
              ? byKey(request, connection)
              : list(request, connection);
      case "PATCH /accounting/asyncTask/{taskId}" -> {
        // What isn't JSON is refused before anything is looked for.
        Body.object(request);
        if (tasks.find(connection, request.pathParameter("taskId")).isEmpty()) {
          throw unknown();
        }
        wantsCancelled(request);
        yield cancel(request, connection);
      }
      case "DELETE /accounting/asyncTask/{taskId}" -> cancel(request, connection);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse byKey(HttpRequest request, Connection connection) {
    var others = Parameters.filters(request);
    String key = others.remove("idempotencyKey");
    if (key == null || !others.isEmpty()) {
      throw new Rejected(
          PARAMETER_INVALID.about(
              others.keySet().stream().findFirst().orElse("idempotencyKey"),
              "An idempotency key is one write's: no other filter goes with it."));
    }
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    tasks
        .find(connection, WriteDesk.taskId(connection.id(), key))
        .ifPresent(task -> found.add(TaskView.of(task)));
    return Envelope.of(found).warning(Parameters.warnings(request)).response(200);
  }

  private HttpResponse list(HttpRequest request, Connection connection) {
    TaskQuery query = TaskQuery.of(request);
    boolean full = Parameters.expand(request) == Expand.FULL;
    if (full && query.limit() > MOST_EXPANDED) {
      throw new Rejected(
          PARAMETER_INVALID.about(
              "limit", "expand=full reads each task by itself: at most " + MOST_EXPANDED + "."));
    }
    TaskList list =
        tasks.list(connection, query.wanted(), query.after(), query.skipped() + query.limit());
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    for (TaskSummary task : list.tasks().stream().skip(query.skipped()).toList()) {
      if (full) {
        tasks.find(connection, task.id()).ifPresent(found -> data.add(TaskView.of(found)));
      } else {
        data.add(TaskView.of(task));
      }
    }
    var warnings = new ArrayList<Warning>(Parameters.warnings(request));
    if (!full && !data.isEmpty()) {
      warnings.add(TaskView.PARTIAL_ROW);
    }
    Cursor next = TaskQuery.cursor(list.next());
    HttpResponse response = Envelope.of(data).warning(warnings).after(next).response(200);
    return next == null
        ? response
        : response.with(
            "Link", Links.to(request, "next", Map.of("after", next.text(), "page", "")));
  }

  private static void wantsCancelled(HttpRequest request) {
    String word = Body.with(request, Set.of("status")).required("status", LONGEST_WORD);
    if (!CANCELLED.contains(word)) {
      throw new Rejected(
          FIELD_INVALID.about("/status", "The one status that can be asked for is CANCELLED."));
    }
  }

  /** Asked for twice, it's cancelled as before. */
  private HttpResponse cancel(HttpRequest request, Connection connection) {
    Cancellation cancellation =
        tasks
            .cancel(connection, request.pathParameter("taskId"))
            .orElseThrow(TasksEndpoint::unknown);
    return switch (cancellation) {
      case Cancellation.Done(var task) -> shown(task);
      case Cancellation.TooLate(var task) -> {
        if (task.state() == TaskState.CANCELLED) {
          yield shown(task);
        }
        yield Envelope.failure(List.of(TASK_NOT_CANCELLABLE.about(why(task))));
      }
      case Cancellation.Busy() ->
          Envelope.failure(
              List.of(
                  WRITES_BUSY
                      .about(
                          "Too much is happening to the company's writes. Nothing was cancelled.")
                      .after(Duration.ofSeconds(1))));
    };
  }

  private static String why(Task task) {
    return task.isFinished()
        ? "The write has ended: " + task.state() + "."
        : "The write has been sent to Fortnox. How it ends will stand here.";
  }

  private static HttpResponse shown(Task task) {
    return Envelope.of(TaskView.of(task)).response(200);
  }

  private static Rejected unknown() {
    return new Rejected(NOT_FOUND.about("There is no task with this id."));
  }
}
