package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.events.ConnectionLook.Looked;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for changes, since Fortnox tells of none by itself ("WebSockets" in its documentation needs
 * a process that stays). Each round looks at the connections that are due, as far as its deadline
 * and each company's budget allow; the next one goes on.
 */
public final class Looker {

  private static final int MOST_OF_A_ROUND = 1000;
  private static final int MOST_AT_ONCE = 20;

  /** Longer than a round: who is dead has left it by then. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private static final Duration ONE_LOOK = Duration.ofSeconds(5);

  private final Rounds rounds;
  private final ConnectionStore connections;
  private final EventStore events;
  private final ConnectionLook looks;
  private final Meter meter;
  private final Timing timing;

  /**
   * Who looks.
   *
   * @param usual how often, unless the vendor has said otherwise
   */
  public Looker(
      Rounds rounds,
      ConnectionStore connections,
      EventStore events,
      FortnoxGateway gateway,
      Rhythm usual,
      Intervals intervals,
      Bell bell,
      Randomness randomness,
      Meter meter,
      Timing timing) {
    this.rounds = rounds;
    this.connections = connections;
    this.events = events;
    this.looks =
        new ConnectionLook(
            connections, events, gateway, usual, intervals, bell, randomness, meter, timing);
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

  /**
   * One round: as much as the deadline allows. Connections are looked at side by side, since most
   * of a look is waiting for what a company's budget has left over.
   */
  public Round round(Deadline deadline) {
    List<String> due = rounds.due(timing.now(), MOST_OF_A_ROUND);
    List<Look> looks = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(MOST_AT_ONCE)) {
      List<CompletableFuture<Look>> running =
          due.stream()
              .map(id -> CompletableFuture.supplyAsync(() -> look(id, deadline), threads))
              .toList();
      running.forEach(look -> looks.add(look.join()));
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
    return new Round(
        (int) looks.stream().filter(Look::claimed).count(),
        looks.stream().mapToInt(Look::told).sum(),
        looks.stream().flatMap(look -> Stream.ofNullable(look.accident())).toList());
  }

  /** What came of one connection that was due. */
  private record Look(boolean claimed, int told, @Nullable RuntimeException accident) {
    static final Look NONE = new Look(false, 0, null);
  }

  /** One company's trouble isn't another's: with its claim it's put off for a while. */
  private Look look(String id, Deadline deadline) {
    try {
      if (!deadline.allows(ONE_LOOK, timing)
          || !rounds.claim(id, timing.now(), timing.now().plus(CLAIM))) {
        return Look.NONE;
      }
      int told = connections.find(id).map(connection -> told(connection, deadline)).orElse(0);
      return new Look(true, told, null);
    } catch (RuntimeException accident) {
      meter.count(Metric.ACCIDENTS);
      return new Look(true, 0, accident);
    }
  }

  private int told(Connection connection, Deadline deadline) {
    Looked looked = looks.look(connection, deadline);
    if (looked.next() != null) {
      rounds.next(connection.id(), looked.next());
    }
    return looked.told();
  }
}
