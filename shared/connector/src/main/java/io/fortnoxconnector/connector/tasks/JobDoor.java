package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.BODY_TOO_LARGE;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Identifiers;
import io.fortnoxconnector.connector.Limits;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second door for writes: messages {@code {connection, resource, operation, id, body,
 * idempotencyKey}} that other programs of the account put on the jobs queue. They're accepted
 * exactly as HTTP requests are.
 */
public final class JobDoor {

  private static final Set<String> MEMBERS =
      Set.of("connection", "resource", "operation", "id", "body", "idempotencyKey");

  private final ConnectionStore connections;
  private final WriteDesk desk;

  public JobDoor(ConnectionStore connections, WriteDesk desk) {
    this.connections = connections;
    this.desk = desk;
  }

  /** What became of a message. */
  public sealed interface Entry {}

  /** It's a task now: accepted, or failed with the problems that HTTP would have answered. */
  public record Entered(String taskId) implements Entry {}

  /** The company has too many unfinished writes: nothing was stored, the message comes again. */
  public record Waiting(Duration pause) implements Entry {}

  /**
   * Not even a connection can be read from it: nobody could find a task, so the message must be
   * kept.
   */
  public record Unreadable(String reason) implements Entry {}

  /**
   * Accepts one message.
   *
   * @param messageId stands in for a missing idempotency key, so that a redelivered message gives
   *     the same task
   */
  public Entry accept(@Nullable JsonNode message, String messageId) {
    if (!(message instanceof ObjectNode job)) {
      return new Unreadable("the message is not a JSON object");
    }
    Optional<Connection> connection = connections.find(job.path("connection").asText());
    if (connection.isEmpty()) {
      return new Unreadable("the message names no connection that exists");
    }
    var problems = new ArrayList<Problem>();
    for (String member : (Iterable<String>) job::fieldNames) {
      if (!MEMBERS.contains(member)) {
        problems.add(FIELD_UNKNOWN.about("/" + member, "A job has no member " + member + "."));
      }
    }
    Optional<Resource> resource = Resources.named(job.path("resource").asText());
    if (resource.isEmpty()) {
      problems.add(FIELD_INVALID.about("/resource", "resource is one of " + names() + "."));
    }
    Optional<Operation> operation = operation(job.path("operation").asText());
    if (operation.isEmpty()) {
      problems.add(
          FIELD_INVALID.about("/operation", "operation is CREATE, REPLACE, PATCH or DELETE."));
    }
    String id = job.path("id").textValue();
    if (operation.isPresent() && !fits(operation.get(), job.path("id"))) {
      problems.add(
          FIELD_INVALID.about(
              "/id", "id is the text id of what is written to, and absent for CREATE."));
    }
    JsonNode body = job.path("body");
    if (!body.isObject() && operation.orElse(Operation.CREATE) != Operation.DELETE) {
      problems.add(FIELD_INVALID.about("/body", "body is an object."));
    }
    if (body.toString().getBytes(StandardCharsets.UTF_8).length > Limits.MOST_BODY_BYTES) {
      problems.add(
          BODY_TOO_LARGE.about(
              "/body", "A body has at most " + Limits.MOST_BODY_BYTES + " bytes."));
      body = JsonNodeFactory.instance.objectNode();
    }
    JsonNode key = job.path("idempotencyKey");
    boolean keyed = key.isTextual() && Identifiers.isIdempotencyKey(key.textValue());
    if (!keyed && !isNothing(key)) {
      problems.add(
          FIELD_INVALID.about(
              "/idempotencyKey",
              "idempotencyKey is a text of 1 to 255 visible ASCII characters, without quotation marks."));
    }
    var request =
        new WriteRequest(
            connection.get(),
            resource.orElse(Resources.ALL.getFirst()),
            operation.orElse(Operation.CREATE),
            id,
            body instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
            keyed ? key.textValue() : messageId);
    return problems.isEmpty() ? enter(request) : refused(request, problems);
  }

  private Entry enter(WriteRequest request) {
    return switch (desk.accept(request)) {
      case Acceptance.Accepted(var task, _) -> new Entered(task.id());
      case Acceptance.Rejected(var problems) -> refused(request, problems);
      case Acceptance.Later(_, var pause) -> new Waiting(pause);
    };
  }

  private Entered refused(WriteRequest request, List<Problem> problems) {
    return new Entered(desk.refuse(request, problems).id());
  }

  private static boolean fits(Operation operation, JsonNode id) {
    return operation == Operation.CREATE ? isNothing(id) : id.isTextual();
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static Optional<Operation> operation(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "CREATE" -> Optional.of(Operation.CREATE);
      case "REPLACE" -> Optional.of(Operation.REPLACE);
      case "PATCH" -> Optional.of(Operation.PATCH);
      case "DELETE" -> Optional.of(Operation.DELETE);
      default -> Optional.empty();
    };
  }

  private static String names() {
    return String.join(", ", Resources.ALL.stream().map(Resource::name).toList());
  }
}
