package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.problems.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second door for writes: messages {@code {connection, resource, operation, id, lineItemId,
 * action, body, idempotencyKey}} that other programs of the account put on the jobs queue. They're
 * accepted exactly as HTTP requests are.
 */
public final class JobDoor {

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
    var read = new JobMessage(job);
    WriteRequest request = read.request(connection.get(), messageId);
    return read.problems().isEmpty() ? enter(request) : refused(request, read.problems());
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
}
