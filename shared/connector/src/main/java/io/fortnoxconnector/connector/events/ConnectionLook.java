package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.metrics.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one connection: at its consent, and at those of its resources that are due. Whoever
 * waits for its events hears how far they are.
 */
final class ConnectionLook {

  private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

  /** A user has to connect again first, and then it's due at once. */
  private static final Duration UNUSABLE_FOR = Duration.ofHours(1);

  private final ConnectionStore connections;
  private final EventStore events;
  private final FortnoxGateway gateway;
  private final Rhythm usual;
  private final Intervals intervals;
  private final Bell bell;
  private final Randomness randomness;
  private final Meter meter;
  private final Timing timing;

  ConnectionLook(
      ConnectionStore connections,
      EventStore events,
      FortnoxGateway gateway,
      Rhythm usual,
      Intervals intervals,
      Bell bell,
      Randomness randomness,
      Meter meter,
      Timing timing) {
    this.connections = connections;
    this.events = events;
    this.gateway = gateway;
    this.usual = usual;
    this.intervals = intervals;
    this.bell = bell;
    this.randomness = randomness;
    this.meter = meter;
    this.timing = timing;
  }

  /**
   * What came of it.
   *
   * @param told events that were written
   * @param next when the connection is due next; null where another process has taken over, and
   *     says so
   */
  record Looked(int told, @Nullable Instant next) {}

  /** Looks as far as deadline and budget allow. */
  Looked look(Connection connection, Deadline deadline) {
    var ledger = new Ledger(events, connection, randomness.id(), timing.now(), meter);
    try {
      tellConsent(connection, ledger);
      Instant next =
          connection.consent().isUsable()
              ? look(connection, ledger, deadline)
              : timing.now().plus(UNUSABLE_FOR);
      // Before it's put off: who dies here, or can't ring, comes again soon.
      bell.ring(connection, ledger.last());
      return new Looked(ledger.told(), next);
    } catch (Ledger.TakenOver taken) {
      return new Looked(ledger.told(), null);
    }
  }

  private Instant look(Connection connection, Ledger ledger, Deadline deadline) {
    Map<String, Watch> watches = events.watches(connection.id());
    var rhythms = new Rhythms(usual, intervals.intervals(connection.tenant()));
    // What a vendor sets holds after this time at the latest.
    Instant next = timing.now().plus(LONGEST_INTERVAL);
    for (Watched watched : Watched.ALL) {
      Rhythm rhythm = rhythms.of(watched).orElse(null);
      if (rhythm == null || !connection.scopes().contains(watched.resource().scope())) {
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
        connections.find(connection.id()).ifPresent(lost -> tellConsent(lost, ledger));
        return timing.now().plus(UNUSABLE_FOR);
      }
      next = due.isBefore(next) ? due : next;
    }
    return next;
  }

  private void tellConsent(Connection connection, Ledger ledger) {
    Seen before = events.seen(connection.id(), ConsentNews.RESOURCE).get(ConsentNews.ID);
    ConsentNews.of(connection, before, timing.now())
        .ifPresent(
            news -> {
              ledger.add(news);
              ledger.write(null, null);
            });
  }
}
