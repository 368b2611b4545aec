package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Translated;
import io.fortnoxconnector.translation.WriteMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a bulk run's rows. A row's task is made when its turn comes, of what the row says
 * and what is at Fortnox then, and is carried out within the run's turn. Its id follows from the
 * run's, so that whoever goes on finds it.
 */
final class RowTasks {

  private static final Duration SOON = Duration.ofSeconds(1);

  private final TaskStore tasks;
  private final BulkMatch match;
  private final Packing packing;
  private final Timing timing;

  RowTasks(TaskStore tasks, ContentStore contents, FortnoxGateway gateway, Timing timing) {
    this.tasks = tasks;
    this.match = new BulkMatch(tasks, gateway);
    this.packing = new Packing(contents, timing);
    this.timing = timing;
  }

  /** What became of a row in this turn. */
  sealed interface Result {}

  record Ended(Task task) implements Result {}

  /** What the row's own task said. */
  record Unfinished(Run run) implements Result {}

  /** Nobody has it any more as it was sent. */
  record Lost() implements Result {}

  /**
   * Goes on with a row.
   *
   * @param turn the run's
   * @param index the row's place, from 0
   */
  Result carryOut(Turn turn, Connection connection, int index, BulkRows.Reading reading) {
    Task task = turn.task();
    Optional<ObjectNode> body = reading.at(index);
    if (body.isEmpty()) {
      return new Lost();
    }
    var write = new RowWrite(turn, BulkRows.id(task.id(), index), null);
    Translated translated = task.ofResource().toFortnox(body.get(), WriteMode.CREATE);
    Optional<MatchBy> matchBy = BulkRows.matchBy(task);
    // What has been begun was matched before.
    if (!(translated instanceof Translated.Accepted(var entity, _, _))
        || matchBy.isEmpty()
        || tasks.find(write.id()).isPresent()) {
      return carriedOut(write, translated);
    }
    Optional<Problem> withoutKey = BulkCheck.withoutKey(matchBy.get(), task.ofResource(), entity);
    if (withoutKey.isPresent()) {
      return ended(refused(write, withoutKey.stream().toList()));
    }
    var asker = new BulkMatch.Asker(connection, turn.deadline());
    return switch (match.find(task, index, matchBy.get(), entity, reading, asker)) {
      case BulkMatch.Unknown() -> carriedOut(write, translated);
      case BulkMatch.Known(var there) -> carriedOut(write.to(there), changed(task, body.get()));
      case BulkMatch.Stopped(var problem) -> ended(refused(write, List.of(problem)));
      case BulkMatch.Later(var problem) ->
          new Unfinished(new Run.Later(Objects.requireNonNullElse(problem.retryAfter(), SOON)));
    };
  }

  /**
   * The task of a row that nobody has begun. What its run has ended before is never begun, which is
   * as good as cancelled.
   */
  static Task unbegun(Task run, String id) {
    Task row = task(run, id, null, nothing(), run.acceptedAt());
    Instant ended = run.progress().finishedAt();
    return ended == null ? row : row.ended(id, new TaskOutcome.Cancelled(), ended);
  }

  /** A number can't be changed: it's the one by which the entity was found, or another's. */
  private static Translated changed(Task run, ObjectNode body) {
    Resource resource = run.ofResource();
    return resource.toFortnox(resource.withoutNumber(body), WriteMode.PATCH);
  }

  /**
   * What is to be done with a row.
   *
   * @param to what is changed by it; null where something is created
   */
  private record RowWrite(Turn turn, String id, @Nullable String to) {
    RowWrite to(String entity) {
      return new RowWrite(turn, id, entity);
    }
  }

  private Result carriedOut(RowWrite write, Translated translated) {
    return switch (translated) {
      case Translated.Rejected(var problems) ->
          ended(refused(write, problems.stream().map(Problem::of).toList()));
      case Translated.Accepted accepted -> {
        List<BinaryNode> bytes = Packing.takenFrom(accepted);
        Task row = task(write, accepted);
        packing.keep(row, bytes);
        yield carriedOut(row, write.turn());
      }
    };
  }

  private Result ended(Task refused) {
    return new Ended(tasks.putEnded(refused).orElse(refused));
  }

  private Result carriedOut(Task row, Turn turn) {
    return switch (tasks.putOpen(row, Integer.MAX_VALUE)) {
      case TaskStore.Put.Stored() -> goOn(row.id(), turn);
      case TaskStore.Put.Earlier(var earlier) ->
          earlier.isFinished() ? new Ended(earlier) : goOn(row.id(), turn);
      case TaskStore.Put.Full(), TaskStore.Put.Busy() -> new Unfinished(new Run.Later(SOON));
    };
  }

  private Result goOn(String id, Turn turn) {
    return switch (turn.within(id)) {
      case Run.Finished(), Run.Continues() -> new Ended(tasks.find(id).orElseThrow());
      case Run.Later later -> new Unfinished(later);
      case Run.Stumbled stumbled -> new Unfinished(stumbled);
    };
  }

  private Task refused(RowWrite write, List<Problem> problems) {
    return task(write, nothing())
        .ended(write.id(), TaskOutcome.Failed.withMost(problems), timing.now());
  }

  private Task task(RowWrite write, Translated.Accepted translated) {
    return task(write.turn().task(), write.id(), write.to(), translated, timing.now());
  }

  private static Task task(
      Task run, String id, @Nullable String to, Translated.Accepted translated, Instant at) {
    return new Task(
        id,
        run.connection(),
        run.tenant(),
        run.companyId(),
        run.resource(),
        to == null ? Operation.CREATE : Operation.PATCH,
        to,
        null,
        translated.entity(),
        translated.rows(),
        translated.warnings(),
        run.fingerprint(),
        at,
        Progress.none());
  }

  private static Translated.Accepted nothing() {
    return new Translated.Accepted(JsonNodeFactory.instance.objectNode(), Map.of(), List.of());
  }
}
