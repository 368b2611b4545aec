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
import java.util.Optional;

/**
 * What must be done though nobody asks: stranded tasks go back on the queue, and idle connections'
 * refresh tokens are used before they die of age.
 */
public final class Housekeeper {

  private static final int MOST_AT_ONCE = 100;

  private final TaskStore tasks;
  private final TaskQueue queue;
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
    this.queue = queue;
    this.connections = connections;
    this.tokens = tokens;
    this.renewal = renewal;
    this.meter = meter;
    this.timing = timing;
  }

  /** What one round did. */
  public record Round(int requeued, int keptAlive) {}

  /** One round: as much as the deadline allows; the next one goes on. */
  public Round tidy(Deadline deadline) {
    int requeued = 0;
    for (String id : tasks.due(timing.now(), MOST_AT_ONCE)) {
      if (!deadline.allows(Duration.ofSeconds(2), timing)) {
        break;
      }
      Optional<Task> task = tasks.find(id).filter(found -> !found.isFinished());
      if (task.isPresent()) {
        // A task that is on the queue already gains a second message; the first that is carried out
        // finishes it for both.
        queue.send(task.get());
        tasks.queued(id, timing.now().plus(WriteDesk.OVERDUE_AFTER));
        requeued++;
        meter.count(Metric.TASKS_REQUEUED);
      }
    }
    return new Round(requeued, keepAlive(deadline));
  }

  private int keepAlive(Deadline deadline) {
    int kept = 0;
    for (String id : tokens.idle(timing.now(), MOST_AT_ONCE)) {
      if (!deadline.allows(Duration.ofSeconds(15), timing)) {
        break;
      }
      Optional<Connection> connection = connections.find(id);
      if (connection.isPresent() && connection.get().consent().isUsable()) {
        if (renewal.renew(connection.get(), deadline) instanceof TokenReply.Ready) {
          meter.count(Metric.CONNECTIONS_KEPT_ALIVE);
        }
        kept++;
      }
    }
    return kept;
  }
}
