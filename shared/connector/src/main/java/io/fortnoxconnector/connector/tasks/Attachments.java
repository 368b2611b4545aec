package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FileCalls;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.EntityAddress;
import io.fortnoxconnector.translation.FileRegister;
import io.fortnoxconnector.translation.Files;
import java.util.List;
import java.util.Objects;

/**
 * Connects files with what they belong to, and takes them off it. The register is read first, each
 * time: it's the witness of what became of a call whose answer was lost, and it says whose a file
 * is.
 */
final class Attachments {

  private final FortnoxGateway gateway;

  Attachments(FortnoxGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Connects a file, unless it is already.
   *
   * @param target resource and id
   * @param file its id in the archive
   */
  RowSync.Result connect(JsonNode target, String file, Connection connection, Deadline deadline) {
    Place place = Place.of(target);
    CallOutcome listed = call(connection, place.list(), deadline);
    if (!(listed instanceof CallOutcome.Answered(var answer, _))) {
      return RowSync.unanswered(listed);
    }
    if (!place.rowsOf(answer, file).isEmpty()) {
      return new RowSync.Synced();
    }
    CallOutcome connected =
        call(connection, FileCalls.connect(place.register(), place.entity(), file), deadline);
    return connected instanceof CallOutcome.Answered
        ? new RowSync.Synced()
        : RowSync.unanswered(connected);
  }

  /**
   * The call that takes a file off its entity. Where other programs connected it twice with the
   * same document, all connections but one are undone on the way there.
   */
  Preparation.Result detaching(Task task, Connection connection, Deadline deadline) {
    Place place = Place.of(task.entity().path(Files.ATTACHED_TO));
    CallOutcome listed = call(connection, place.list(), deadline);
    if (!(listed instanceof CallOutcome.Answered(var answer, _))) {
      return Preparation.unanswered(listed);
    }
    List<JsonNode> rows = place.rowsOf(answer, file(task));
    if (rows.isEmpty()) {
      return new Preparation.Stopped(NOT_FOUND.about("This entity has no attachment of that id."));
    }
    for (JsonNode row : rows.subList(1, rows.size())) {
      CallOutcome undone = call(connection, FileCalls.disconnect(place.register(), row), deadline);
      if (!(undone instanceof CallOutcome.Answered)) {
        return Preparation.unanswered(undone);
      }
    }
    return new Preparation.Ready(FileCalls.disconnect(place.register(), rows.getFirst()));
  }

  /** Whether the file is off its entity. */
  OutcomeLookup.Result detached(Task task, Connection connection, Deadline deadline) {
    Place place = Place.of(task.entity().path(Files.ATTACHED_TO));
    CallOutcome listed = call(connection, place.list(), deadline);
    if (!(listed instanceof CallOutcome.Answered(var answer, _))) {
      return OutcomeLookup.unanswered(listed);
    }
    return place.rowsOf(answer, file(task)).isEmpty()
        ? new OutcomeLookup.Found(JsonNodeFactory.instance.objectNode())
        : new OutcomeLookup.Absent();
  }

  private static String file(Task task) {
    return Objects.requireNonNullElse(task.entityId(), "");
  }

  private CallOutcome call(Connection connection, FortnoxCall call, Deadline deadline) {
    return gateway.repeatable(connection, FileRegister.SCOPE, call, deadline);
  }

  /** An entity, and where Fortnox notes its files. */
  private record Place(FileRegister register, EntityAddress entity) {

    static Place of(JsonNode target) {
      FileRegister register = FileRegister.of(target.path(Files.RESOURCE).asText()).orElseThrow();
      return new Place(register, register.address(target.path(Files.ID).asText()).orElseThrow());
    }

    FortnoxCall list() {
      return FileCalls.connections(register, entity);
    }

    List<JsonNode> rowsOf(JsonNode answer, String file) {
      return register
          .rows(answer)
          .valueStream()
          .filter(row -> register.isOf(row, entity) && register.fileOf(row).equals(file))
          .toList();
    }
  }
}
