package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tasks.Task.Written;
import java.time.Duration;

/**
 * What belongs to an entity and is written after it: its rows, its price, what a file is connected
 * with, files that came with it. The entity is recorded as written by then, so that what fails for
 * good here leaves the task partly done.
 */
final class Belongings {

  private final RowSync rows;
  private final PriceSync prices;
  private final Uploads uploads;
  private final Enclosures enclosures;
  private final Duration settlingTime;

  Belongings(
      FortnoxGateway gateway, Uploads uploads, Enclosures enclosures, Duration settlingTime) {
    this.rows = new RowSync(gateway);
    this.prices = new PriceSync(gateway);
    this.uploads = uploads;
    this.enclosures = enclosures;
    this.settlingTime = settlingTime;
  }

  /** Makes them what the task wants, as far as they aren't, and ends the task. */
  Run connect(Turn turn, Connection connection, Written written) {
    Task task = turn.task();
    RowSync.Result synced =
        Content.of(task).isPresent()
            ? uploads.connect(task, written.entity(), connection, turn.deadline())
            : rows.sync(task, task.ofResource(), connection, written.entityId(), turn.deadline());
    if (synced instanceof RowSync.Synced) {
      synced = prices.sync(task, connection, written, turn.deadline());
    }
    return switch (synced) {
      case RowSync.Synced() -> enclosed(turn, written);
      case RowSync.Stopped(var problem) ->
          turn.finish(new TaskOutcome.Partial(written.entityId(), written.entity(), problem));
      case RowSync.Later(var problem, var stillRunning) ->
          turn.unknown(stillRunning ? settlingTime : Pauses.afterTrouble(task, problem));
    };
  }

  private Run enclosed(Turn turn, Written written) {
    String id = written.entityId();
    return switch (enclosures.connect(turn, id)) {
      case Enclosures.Connected() -> turn.finish(new TaskOutcome.Done(id, written.entity()));
      case Enclosures.Incomplete(var problem) ->
          turn.finish(new TaskOutcome.Partial(id, written.entity(), problem));
      case Enclosures.Unfinished(var run, var pause) -> {
        turn.unknown(pause);
        yield run;
      }
    };
  }

  /** What was kept of them, once the task has ended. */
  void forget(Task task) {
    enclosures.forget(task);
  }
}
