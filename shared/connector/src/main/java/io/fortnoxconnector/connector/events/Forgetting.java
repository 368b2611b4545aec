package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Forgets what was seen of connections that have ended. A connection that lives is looked at every
 * hour at least; where nobody has looked for a day, it's asked for, and if it's gone, so is what
 * was seen of it. Whoever dies in between leaves the rest to a later round.
 */
public final class Forgetting {

  private static final int MOST_OF_A_ROUND = 20;

  /** A hundred items each: looks come first, and what is left over can wait. */
  private static final int MOST_STEPS = 100;

  private static final Duration ONE_STEP = Duration.ofSeconds(2);

  /** Longer than a round, so that the next one doesn't take over what this one is at. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private final EventStore events;
  private final ConnectionStore connections;
  private final Randomness randomness;
  private final Meter meter;
  private final Timing timing;

  public Forgetting(
      EventStore events,
      ConnectionStore connections,
      Randomness randomness,
      Meter meter,
      Timing timing) {
    this.events = events;
    this.connections = connections;
    this.randomness = randomness;
    this.meter = meter;
    this.timing = timing;
  }

  /**
   * When a connection is doubtful that was looked at then: a day later, or two. It's the same for
   * all looks of a day, since the store's index is written whenever it changes.
   */
  static Instant doubtAfter(Instant look) {
    return look.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
  }

  /** Looks for what was doubtful when time began, which is nothing: before a snapshot. */
  public void rehearse() {
    events.doubtful(Instant.EPOCH, 1);
  }

  /**
   * One round: as much as the deadline allows, and little of that.
   *
   * @return what stood in the way of single connections, for the log
   */
  public List<RuntimeException> round(Deadline deadline) {
    var accidents = new ArrayList<RuntimeException>();
    int steps = MOST_STEPS;
    for (String id : events.doubtful(timing.now(), MOST_OF_A_ROUND)) {
      try {
        steps = settle(id, steps, deadline);
      } catch (RuntimeException accident) {
        // One company's trouble isn't another's.
        meter.count(Metric.ACCIDENTS);
        accidents.add(accident);
      }
    }
    return List.copyOf(accidents);
  }

  /** How many steps are left then. */
  private int settle(String id, int steps, Deadline deadline) {
    if (steps == 0 || !deadline.allows(ONE_STEP, timing)) {
      return 0;
    }
    boolean isThere = connections.find(id).isPresent();
    Instant now = timing.now();
    Turn turn = events.take(id, randomness.id(), isThere ? doubtAfter(now) : now.plus(CLAIM));
    int left = steps;
    while (!isThere && left > 0 && deadline.allows(ONE_STEP, timing)) {
      left--;
      switch (events.forget(turn)) {
        case SOME -> {}
        case ALL, TAKEN_OVER -> {
          return left;
        }
      }
    }
    return left;
  }
}
