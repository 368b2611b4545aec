package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.tokens.TokenRenewal;
import io.fortnoxconnector.connector.tokens.TokenReply;
import io.fortnoxconnector.connector.tokens.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * What must be done though nobody asks: stranded tasks go back on the queue, and idle connections'
 * refresh tokens are used before they die of age.
 */
public final class Housekeeper {

  private static final int MOST_AT_ONCE = 100;

  /** So many mean that the trouble isn't theirs, and each may have cost a time-out. */
  private static final int MOST_ACCIDENTS = 10;

  private final TaskStore tasks;
  private final Dispatch dispatch;
  private final ConnectionStore connections;
  private final TokenStore tokens;
  private final TokenRenewal renewal;
  private final Meter meter;
  private final Timing timing;

  public Housekeeper(
      TaskStore tasks,
      TaskQueue queue,
      ConnectionStore connections,
      TokenStore tokens,
      TokenRenewal renewal,
      Meter meter,
      Timing timing) {
    this.tasks = tasks;
    this.dispatch = new Dispatch(tasks, queue, timing);
    this.connections = connections;
    this.tokens = tokens;
    this.renewal = renewal;
    this.meter = meter;
    this.timing = timing;
  }

  /**
   * What one round did.
   *
   * @param accidents what stood in the way of single tasks or connections, for the log
   */
  public record Round(int requeued, int keptAlive, List<RuntimeException> accidents) {}

  /** Looks for what was due when time began, which is nothing: before a snapshot. */
  public void rehearse() {
    tasks.due(Instant.EPOCH, 1);
    tokens.idle(Instant.EPOCH, 1);
  }

  /** One round: as much as the deadline allows; the next one goes on. */
  public Round tidy(Deadline deadline) {
    var accidents = new ArrayList<RuntimeException>();
    int requeued = requeue(deadline, accidents);
    return new Round(requeued, keepAlive(deadline, accidents), List.copyOf(accidents));
  }

  private int requeue(Deadline deadline, List<RuntimeException> accidents) {
    int requeued = 0;
    // The index shows for a while what has been changed already.
    var seen = new HashSet<String>();
    List<String> due = due(seen);
    while (!due.isEmpty()) {
      for (String id : due) {
        if (!deadline.allows(Duration.ofSeconds(2), timing) || accidents.size() == MOST_ACCIDENTS) {
          return requeued;
        }
        requeued += harmlessly(() -> requeue(id), accidents);
      }
      due = due(seen);
    }
    return requeued;
  }

  private List<String> due(Set<String> seen) {
    return tasks.due(timing.now(), MOST_AT_ONCE).stream().filter(seen::add).toList();
  }

  private int requeue(String id) {
    try {
      Optional<Task> task = tasks.find(id).filter(found -> !found.isFinished());
      task.ifPresent(this::requeue);
      return task.isPresent() ? 1 : 0;
    } catch (RuntimeException accident) {
      // Others have their turn before it's tried again.
      tasks.queued(id, timing.now().plus(WriteDesk.STRANDED_AFTER));
      throw accident;
    }
  }

  private void requeue(Task task) {
    dispatch.send(task);
    meter.count(Metric.TASKS_REQUEUED);
  }

  private int keepAlive(Deadline deadline, List<RuntimeException> accidents) {
    int kept = 0;
    for (String id : tokens.idle(timing.now(), MOST_AT_ONCE)) {
      if (!deadline.allows(Duration.ofSeconds(15), timing) || accidents.size() == MOST_ACCIDENTS) {
        break;
      }
      kept += harmlessly(() -> keepAlive(id, deadline), accidents);
    }
    return kept;
  }

  private int keepAlive(String id, Deadline deadline) {
    Optional<Connection> connection =
        connections.find(id).filter(found -> found.consent().isUsable());
    connection
        .map(idle -> renewal.renew(idle, deadline))
        .filter(TokenReply.Ready.class::isInstance)
        .ifPresent(_ -> meter.count(Metric.CONNECTIONS_KEPT_ALIVE));
    return connection.isPresent() ? 1 : 0;
  }

  /**
   * One company's trouble isn't another's: what stops a single task or connection stops no more.
   */
  private int harmlessly(IntSupplier work, List<RuntimeException> accidents) {
    try {
      return work.getAsInt();
    } catch (RuntimeException accident) {
      meter.count(Metric.ACCIDENTS);
      accidents.add(accident);
      return 0;
    }
  }
}
