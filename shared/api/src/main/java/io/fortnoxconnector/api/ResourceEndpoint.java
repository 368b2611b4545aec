package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Identifiers;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.reading.ReadOutcome;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.connector.tasks.Acceptance;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.connector.tasks.WriteRequest;
import io.fortnoxconnector.translation.FilterTranslation;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Unified;
import io.fortnoxconnector.translation.Warning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code /accounting/<resource>} and {@code /accounting/<resource>/{id}}: one endpoint for every
 * resource, driven by its field table.
 */
public final class ResourceEndpoint implements Endpoint {

  /** A page of more, each read by itself, wouldn't fit into the 29 s that API Gateway waits. */
  private static final int MOST_EXPANDED = 100;

  /** Maesn's parameters that mean nothing for Fortnox, where the account key names the company. */
  private static final Set<String> WITHOUT_MEANING = Set.of("environmentName", "companyId");

  private static final Set<String> OWN_PARAMETERS = Set.of("page", "limit", "expand", "rawData");

  private final Resource resource;
  private final Gate gate;
  private final Reader reader;
  private final WriteDesk desk;
  private final Timing timing;

  public ResourceEndpoint(
      Resource resource, Gate gate, Reader reader, WriteDesk desk, Timing timing) {
    this.resource = resource;
    this.gate = gate;
    this.reader = reader;
    this.desk = desk;
    this.timing = timing;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    // The template names this parameter; contacts' routes, for one, call it contactId as Maesn
    // does.
    String id = request.pathParameters().values().stream().findFirst().orElse(null);
    if (id != null && !Identifiers.isEntityId(id)) {
      throw new Rejected(NOT_FOUND.about("No " + resource.name() + " can have such an id."));
    }
    return switch (request.method()) {
      case "GET" -> id == null ? list(request, connection) : one(request, connection, id);
      case "POST" -> write(request, connection, Operation.CREATE, null);
      case "PUT" -> write(request, connection, Operation.REPLACE, id);
      case "PATCH" -> write(request, connection, Operation.PATCH, id);
      case "DELETE" -> write(request, connection, Operation.DELETE, id);
      default -> throw new Rejected(notPossible(request.method()));
    };
  }

  private HttpResponse one(HttpRequest request, Connection connection, String id) {
    boolean wantsRaw = wantsRaw(request);
    ReadOutcome outcome = reader.one(connection, resource, id, expand(request), request.deadline());
    return switch (outcome) {
      case ReadOutcome.One(var entity, var raw, var left) -> {
        Envelope envelope = Envelope.of(entity.data()).warning(warnings(request, List.of(entity)));
        yield withBudget((wantsRaw ? envelope.raw(raw) : envelope).response(200), left);
      }
      case ReadOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case ReadOutcome.Listed _ -> throw new AssertionError("one was asked for");
    };
  }

  private HttpResponse list(HttpRequest request, Connection connection) {
    Paging paging = Paging.of(request);
    Expand expand = expand(request);
    boolean wantsRaw = wantsRaw(request);
    if (expand == Expand.FULL && paging.limit() > MOST_EXPANDED) {
      throw new Rejected(
          PARAMETER_INVALID.about(
              "limit",
              "expand=full reads each entity by itself: at most " + MOST_EXPANDED + " a page."));
    }
    ReadOutcome outcome =
        reader.list(
            connection,
            resource,
            new Reader.Selection(filters(request), paging.page(), paging.limit(), expand),
            request.deadline());
    return switch (outcome) {
      case ReadOutcome.Listed(
              var entities,
              var total,
              var pages,
              var current,
              var raw,
              var left) -> {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        entities.forEach(entity -> data.add(entity.data()));
        Envelope envelope =
            Envelope.of(data)
                .warning(warnings(request, entities))
                .paged(total, paging.limit(), current, pages);
        yield withBudget((wantsRaw ? envelope.raw(raw) : envelope).response(200), left)
            .with("Link", paging.links(request, pages));
      }
      case ReadOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case ReadOutcome.One _ -> throw new AssertionError("a list was asked for");
    };
  }

  /** Fortnox's limit and what is left of it: the IETF's draft of RateLimit header fields. */
  private static HttpResponse withBudget(HttpResponse response, int left) {
    return response
        .with("RateLimit-Policy", "\"fortnox\";q=25;w=5")
        .with("RateLimit", "\"fortnox\";r=" + left + ";t=5");
  }

  private HttpResponse write(
      HttpRequest request, Connection connection, Operation operation, @Nullable String id) {
    if (!resource.allows(operation)) {
      throw new Rejected(notPossible(request.method()));
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

  private Map<String, String> filters(HttpRequest request) {
    var parameters = new TreeMap<>(request.query());
    parameters.keySet().removeAll(OWN_PARAMETERS);
    parameters.keySet().removeAll(WITHOUT_MEANING);
    return switch (resource.filters(parameters)) {
      case FilterTranslation.Accepted(var query) -> query;
      case FilterTranslation.Rejected(var problems) ->
          throw new Rejected(problems.stream().map(Problem::of).toList());
    };
  }

  private static Expand expand(HttpRequest request) {
    return switch (request.parameter("expand").orElse("")) {
      case "" -> Expand.NOTHING;
      case "full" -> Expand.FULL;
      default ->
          throw new Rejected(PARAMETER_INVALID.about("expand", "expand is full, or absent."));
    };
  }

  private static boolean wantsRaw(HttpRequest request) {
    return switch (request.parameter("rawData").orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Rejected(PARAMETER_INVALID.about("rawData", "rawData is true or false."));
    };
  }

  /** Each warning once, however many rows it's about. */
  private static List<Warning> warnings(HttpRequest request, List<Unified> entities) {
    var warnings = new LinkedHashSet<Warning>();
    for (String name : request.query().keySet()) {
      if (WITHOUT_MEANING.contains(name)) {
        warnings.add(
            new Warning(
                "parameter-without-meaning",
                name,
                "The account key alone says which company is meant."));
      }
    }
    entities.forEach(entity -> warnings.addAll(entity.warnings()));
    return new ArrayList<>(warnings);
  }

  private Problem notPossible(String method) {
    return OPERATION_NOT_POSSIBLE.about(
        "Fortnox has no way to "
            + method
            + " "
            + resource.name()
            + ". GET /accounting/capabilities says what it can.");
  }
}
