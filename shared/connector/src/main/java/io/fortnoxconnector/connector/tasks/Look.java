package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.translation.Resource;

/**
 * One look into Fortnox for what became of a task.
 *
 * @param resource where it looks: the task's, or what the task's is made of
 */
record Look(
    TaskStore tasks,
    FortnoxGateway gateway,
    Task task,
    Resource resource,
    Connection connection,
    Deadline deadline) {

  /** The same look, elsewhere. */
  Look at(Resource other) {
    return new Look(tasks, gateway, task, other, connection, deadline);
  }

  /** The entity of that id, as it is now. */
  OutcomeLookup.Result read(String id) {
    CallOutcome outcome = call(ResourceCalls.read(resource, id, resource.query(task.entity())));
    if (outcome instanceof CallOutcome.Answered(var document, _)) {
      return new OutcomeLookup.Found(resource.entityIn(document));
    }
    return isGone(outcome) ? new OutcomeLookup.Absent() : OutcomeLookup.unanswered(outcome);
  }

  /** Calls Fortnox, with what can be repeated. */
  CallOutcome call(FortnoxCall call) {
    return gateway.repeatable(connection, resource.scopeAt(call.path()), call, deadline);
  }

  /** Whether another task is known to have made the entity of that id. */
  boolean isAnothers(String id) {
    return tasks.isMadeByAnother(task.id(), task.companyId(), resource.name(), task.nameOf(id));
  }

  /** Whether there is nothing at that place. */
  static boolean isGone(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Refused(var error) && error.kind() == Kind.NOT_FOUND;
  }
}
