package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.connector.tasks.WriteRequest;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Unified;
import io.fortnoxconnector.translation.Warning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes of a resource: accepted as a task, waited for, and answered as far as it is. */
final class ResourceWrites {

  private final Variant variant;
  private final Resource resource;
  private final WriteDesk desk;
  private final Timing timing;

  ResourceWrites(Variant variant, WriteDesk desk, Timing timing) {
    this.variant = variant;
    this.resource = variant.resource();
    this.desk = desk;
    this.timing = timing;
  }

  /** How a write that was done shows. */
  @FunctionalInterface
  interface Answer {
    HttpResponse of(String id, Unified entity, List<Warning> warnings);
  }

  /**
   * Answers a write.
   *
   * @param id what it's to; null for a creation
   * @param part the line or the action that it's about; null for the whole entity
   */
  HttpResponse answer(
      HttpRequest request,
      Connection connection,
      Operation operation,
      @Nullable String id,
      @Nullable String part,
      Answer answer) {
    return answer(
        request,
        connection,
        operation,
        id,
        part,
        variant.taken().apply(body(request, operation, variant)),
        answer);
  }

  /** The same of a body that was read already. */
  HttpResponse answer(
      HttpRequest request,
      Connection connection,
      Operation operation,
      @Nullable String id,
      @Nullable String part,
      ObjectNode body,
      Answer answer) {
    return accept(
        request,
        connection,
        operation,
        id,
        part,
        body,
        task -> {
          var patience = Deadline.in(Preference.of(request).patience(), timing);
          return outcome(desk.await(task, patience.orEarlier(request.deadline())), answer);
        });
  }

  /** Accepts a write and waits for nothing: always 202. */
  HttpResponse accepted(
      HttpRequest request,
      Connection connection,
      Operation operation,
      @Nullable String id,
      ObjectNode body) {
    return accept(request, connection, operation, id, null, body, TaskAnswers::accepted);
  }

  private HttpResponse accept(
      HttpRequest request,
      Connection connection,
      Operation operation,
      @Nullable String id,
      @Nullable String part,
      ObjectNode body,
      Function<Task, HttpResponse> answer) {
    if (!resource.allows(operation)) {
      throw new Rejected(
          OPERATION_NOT_POSSIBLE.about(
              resource
                      .refusal(operation)
                      .orElse(
                          "Fortnox has no way to " + request.method() + " " + resource.name() + ".")
                  + " GET /accounting/capabilities says what it can."));
    }
    var write =
        new WriteRequest(
            connection, resource, operation, id, part, body, IdempotencyKey.of(request));
    return TaskAnswers.of(desk.accept(write), answer);
  }

  private static ObjectNode body(HttpRequest request, Operation operation, Variant variant) {
    return switch (operation) {
      case DELETE, REMOVE_LINE -> JsonNodeFactory.instance.objectNode();
      case ACT -> Body.none(request);
      case CREATE -> FormBody.of(request, variant.form());
      case REPLACE, PATCH, ADD_LINE, REPLACE_LINE, PATCH_LINE -> Body.object(request);
      case READ, DETACH, CALL, BULK ->
          throw new IllegalArgumentException("no write of a resource's");
    };
  }

  private HttpResponse outcome(Task task, Answer answer) {
    return TaskAnswers.of(task, (id, entity, warnings) -> done(task, id, entity, warnings, answer));
  }

  private HttpResponse done(
      Task task, String id, ObjectNode entity, List<Warning> more, Answer answer) {
    if (task.operation() == Operation.DELETE || task.operation() == Operation.DETACH) {
      return Envelope.of(JsonNodeFactory.instance.objectNode().put("id", variant.id(id)))
          .response(200);
    }
    Unified unified = resource.fromFortnox(entity, task.rows());
    var warnings = new LinkedHashSet<>(task.warnings());
    warnings.addAll(unified.warnings());
    warnings.addAll(more);
    return answer.of(id, unified, List.copyOf(warnings));
  }
}
