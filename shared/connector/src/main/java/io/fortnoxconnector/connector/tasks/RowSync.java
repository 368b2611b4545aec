package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the rows that belong to an entity (a customer's references) what a task wants them to be.
 * It reads them first, each time, so that doing it again after a crash only does what is left.
 */
final class RowSync {

  private final FortnoxGateway gateway;

  RowSync(FortnoxGateway gateway) {
    this.gateway = gateway;
  }

  /** What it came to. */
  sealed interface Result {}

  record Synced() implements Result {}

  /** For good. */
  record Stopped(Problem problem) implements Result {}

  /**
   * @param stillRunning true where Fortnox may be at the last call even now
   */
  record Later(Problem problem, boolean stillRunning) implements Result {}

  Result sync(Task task, Resource resource, Connection connection, String id, Deadline deadline) {
    for (Rows rows : resource.rows()) {
      List<ObjectNode> wanted = task.rows().get(rows.field());
      if (wanted != null) {
        Result result = sync(new Target(rows, resource.scope(), connection, id, deadline), wanted);
        if (!(result instanceof Synced)) {
          return result;
        }
      }
    }
    return new Synced();
  }

  private Result sync(Target target, List<ObjectNode> wanted) {
    Rows rows = target.rows();
    CallOutcome listed =
        call(target, FortnoxCall.get(rows.path(), Map.of(rows.ownerQuery(), target.owner())));
    if (!(listed instanceof CallOutcome.Answered(var document, _))) {
      return unanswered(listed);
    }
    List<FortnoxCall> calls = difference(target, document.at(rows.listPointer()), wanted);
    for (FortnoxCall call : calls) {
      CallOutcome outcome = call(target, call);
      if (!(outcome instanceof CallOutcome.Answered)) {
        return unanswered(outcome);
      }
    }
    return new Synced();
  }

  private static List<FortnoxCall> difference(
      Target target, JsonNode existing, List<ObjectNode> wanted) {
    Rows rows = target.rows();
    var missing = new ArrayList<String>();
    wanted.forEach(row -> missing.add(row.path(rows.valueField()).asText()));
    var calls = new ArrayList<FortnoxCall>();
    for (JsonNode row : existing) {
      if (!missing.remove(row.path(rows.valueField()).asText())) {
        calls.add(FortnoxCall.delete(rows.path() + "/" + row.path(rows.idField()).asText()));
      }
    }
    for (String value : missing) {
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      row.put(rows.ownerField(), target.owner());
      row.put(rows.valueField(), value);
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.set(rows.singleKey(), row);
      calls.add(FortnoxCall.post(rows.path(), document));
    }
    return calls;
  }

  private CallOutcome call(Target target, FortnoxCall call) {
    return gateway.repeatable(target.connection(), target.scope(), call, target.deadline());
  }

  static Result unanswered(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Later(var problem) -> new Later(problem, false);
      case CallOutcome.Unknown(var problem, var stillRunning) -> new Later(problem, stillRunning);
      case CallOutcome.Refused(var error) -> new Stopped(Problem.of(error));
      case CallOutcome.Disconnected(var problem) -> new Stopped(problem);
      case CallOutcome.Answered _ -> throw new IllegalArgumentException("that is an answer");
    };
  }

  private record Target(
      Rows rows, String scope, Connection connection, String owner, Deadline deadline) {}
}
