package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks for changes, since Fortnox tells of none by itself ("WebSockets" in its documentation needs
 * a process that stays). Each round looks at the connections that are due, as far as its deadline
 * and each company's budget allow; the next one goes on.
 */
public final class Looker {

  private static final int MOST_AT_ONCE = 100;

  /** Longer than a round: who is dead has left it by then. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private static final Duration ONE_LOOK = Duration.ofSeconds(5);

  /** A user has to connect again first, and then it's due at once. */
  private static final Duration UNUSABLE_FOR = Duration.ofHours(1);

  private final Rounds rounds;
  private final ConnectionStore connections;
  private final EventStore events;
  private final FortnoxGateway gateway;
  private final Rhythm rhythm;
  private final Randomness randomness;
  private final Meter meter;
  private final Timing timing;

  public Looker(
      Rounds rounds,
      ConnectionStore connections,
      EventStore events,
      FortnoxGateway gateway,
      Rhythm rhythm,
      Randomness randomness,
      Meter meter,
      Timing timing) {
    this.rounds = rounds;
    this.connections = connections;
    this.events = events;
    this.gateway = gateway;
    this.rhythm = rhythm;
    this.randomness = randomness;
    this.meter = meter;
    this.timing = timing;
  }

  /**
   * What one round did.
   *
   * @param looks connections that were looked at
   * @param told events that were written
   * @param accidents what stood in the way of single connections, for the log
   */
  public record Round(int looks, int told, List<RuntimeException> accidents) {}

  /** Looks for what was due when time began, which is nothing: before a snapshot. */
  public void rehearse() {
    rounds.due(Instant.EPOCH, 1);
    events.last("nobody");
  }

  public Round round(Deadline deadline) {
    var accidents = new ArrayList<RuntimeException>();
    int looks = 0;
    int told = 0;
    for (String id : rounds.due(timing.now(), MOST_AT_ONCE)) {
      if (!deadline.allows(ONE_LOOK, timing)) {
        break;
      }
      if (rounds.claim(id, timing.now(), timing.now().plus(CLAIM))) {
        looks++;
        told += look(id, deadline, accidents);
      }
    }
    return new Round(looks, told, List.copyOf(accidents));
  }

  /** One company's trouble isn't another's: with its claim it's put off for a while. */
  private int look(String id, Deadline deadline, List<RuntimeException> accidents) {
    try {
      return connections.find(id).map(connection -> look(connection, deadline)).orElse(0);
    } catch (RuntimeException accident) {
      meter.count(Metric.ACCIDENTS);
      accidents.add(accident);
      return 0;
    }
  }

  private int look(Connection connection, Deadline deadline) {
    if (!connection.consent().isUsable()) {
      rounds.next(connection.id(), timing.now().plus(UNUSABLE_FOR));
      return 0;
    }
    var ledger = new Ledger(events, connection, randomness.id());
    try {
      Instant next = look(connection, ledger, deadline);
      rounds.next(connection.id(), next);
    } catch (Ledger.TakenOver taken) {
      // The other one says when the connection is due next.
      return ledger.told();
    }
    return ledger.told();
  }

  private Instant look(Connection connection, Ledger ledger, Deadline deadline) {
    Map<String, Watch> watches = events.watches(connection.id());
    Instant next = timing.now().plus(UNUSABLE_FOR);
    for (Watched watched : Watched.ALL) {
      if (!connection.scopes().contains(watched.resource().scope())) {
        continue;
      }
      var look =
          new ResourceLook(
              gateway,
              events,
              ledger,
              connection,
              watched,
              watches.getOrDefault(watched.name(), Watch.begin(watched.name())),
              deadline,
              timing);
      Instant due = look.look(rhythm).nextAt(watched.isDated(), rhythm);
      if (look.isDisconnected()) {
        return timing.now().plus(UNUSABLE_FOR);
      }
      next = due.isBefore(next) ? due : next;
    }
    return next;
  }
}
