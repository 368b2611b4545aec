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
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.translation.Lines;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a job member by member, and keeps all that is wrong with it. */
final class JobMessage {

  private static final Set<String> MEMBERS =
      Set.of(
          "connection",
          "resource",
          "operation",
          "id",
          "lineItemId",
          "action",
          "body",
          "idempotencyKey");

  private static final Set<Operation> NO_JOBS =
      EnumSet.of(Operation.READ, Operation.CALL, Operation.BULK);

  private static final Map<String, Operation> OPERATIONS =
      Stream.of(Operation.values())
          .filter(operation -> !NO_JOBS.contains(operation))
          .collect(Collectors.toUnmodifiableMap(Operation::name, operation -> operation));

  private final ObjectNode job;
  private final List<Problem> problems = new ArrayList<>();

  JobMessage(ObjectNode job) {
    this.job = job;
  }

  /** What was wrong with what has been read. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * The write that it asks for, as far as it can be read.
   *
   * @param messageId stands in for a missing idempotency key
   */
  WriteRequest request(Connection connection, String messageId) {
    for (String member : (Iterable<String>) job::fieldNames) {
      if (!MEMBERS.contains(member)) {
        problems.add(FIELD_UNKNOWN.about("/" + member, "A job has no member " + member + "."));
      }
    }
    Resource resource = resource();
    Operation operation = operation();
    return new WriteRequest(
        connection,
        resource,
        operation,
        id(operation),
        part(resource, operation),
        body(operation),
        key(messageId));
  }

  private Resource resource() {
    Optional<Resource> resource = Resources.named(job.path("resource").asText());
    if (resource.isEmpty()) {
      String names = String.join(", ", Resources.ALL.stream().map(Resource::name).toList());
      problems.add(FIELD_INVALID.about("/resource", "resource is one of " + names + "."));
    }
    return resource.orElse(Resources.ALL.getFirst());
  }

  private Operation operation() {
    Operation operation = OPERATIONS.get(job.path("operation").asText().toUpperCase(Locale.ROOT));
    if (operation == null) {
      String names = String.join(", ", OPERATIONS.keySet().stream().sorted().toList());
      problems.add(FIELD_INVALID.about("/operation", "operation is one of " + names + "."));
      return Operation.CREATE;
    }
    return operation;
  }

  private @Nullable String id(Operation operation) {
    JsonNode id = job.path("id");
    boolean fits = operation == Operation.CREATE ? isNothing(id) : id.isTextual();
    if (!fits) {
      problems.add(
          FIELD_INVALID.about(
              "/id", "id is the text id of what is written to, and absent for CREATE."));
    }
    return id.textValue();
  }

  private @Nullable String part(Resource resource, Operation operation) {
    return switch (operation) {
      case ACT -> {
        String action = job.path("action").asText();
        if (resource.action(action).isEmpty()) {
          problems.add(FIELD_INVALID.about("/action", resource.name() + " have no such action."));
        }
        yield action;
      }
      case REPLACE_LINE, PATCH_LINE, REMOVE_LINE -> {
        String line = job.path("lineItemId").asText();
        if (!Lines.isId(line)) {
          problems.add(FIELD_INVALID.about("/lineItemId", "lineItemId is a line's id, as \"2\"."));
        }
        yield line;
      }
      case CREATE, REPLACE, PATCH, DELETE, ADD_LINE, DETACH, READ, CALL, BULK -> null;
    };
  }

  private ObjectNode body(Operation operation) {
    JsonNode body = job.path("body");
    boolean needed =
        switch (operation) {
          case DELETE, REMOVE_LINE, ACT -> false;
          case CREATE,
              REPLACE,
              PATCH,
              ADD_LINE,
              REPLACE_LINE,
              PATCH_LINE,
              DETACH,
              READ,
              CALL,
              BULK ->
              true;
        };
    if (needed && !body.isObject()) {
      problems.add(FIELD_INVALID.about("/body", "body is an object."));
    }
    if (body.toString().getBytes(StandardCharsets.UTF_8).length > Limits.MOST_BODY_BYTES) {
      problems.add(
          BODY_TOO_LARGE.about(
              "/body", "A body has at most " + Limits.MOST_BODY_BYTES + " bytes."));
      return JsonNodeFactory.instance.objectNode();
    }
    return body instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  private String key(String messageId) {
    JsonNode key = job.path("idempotencyKey");
    if (key.isTextual() && Identifiers.isIdempotencyKey(key.textValue())) {
      return key.textValue();
    }
    if (!isNothing(key)) {
      problems.add(
          FIELD_INVALID.about(
              "/idempotencyKey",
              "idempotencyKey is a text of 1 to 255 visible ASCII characters, without quotation"
                  + " marks."));
    }
    return messageId;
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
