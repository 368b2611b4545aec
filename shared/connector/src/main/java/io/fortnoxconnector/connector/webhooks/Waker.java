package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.Bell;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Wakes lanes that have something to bring. It compares how far a lane is with how far the events
 * are, so that a message that was never sent, because somebody died, is sent the next time.
 */
public final class Waker implements Bell {

  private static final int MOST_AT_ONCE = 100;
  private static final Duration ONE = Duration.ofSeconds(1);

  /** A message that isn't worked on by then has been lost, or waits behind many. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final WebhookStore webhooks;
  private final LaneStore lanes;
  private final DeliveryQueue queue;
  private final Randomness randomness;
  private final Timing timing;

  public Waker(
      WebhookStore webhooks,
      LaneStore lanes,
      DeliveryQueue queue,
      Randomness randomness,
      Timing timing) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.queue = queue;
    this.randomness = randomness;
    this.timing = timing;
  }

  @Override
  public void ring(Connection connection, long last) {
    for (Webhook webhook : webhooks.covering(connection.tenant(), connection.id())) {
      if (!webhook.isActive()) {
        continue;
      }
      var key = new LaneKey(connection.tenant(), webhook.id(), connection.id());
      Lane lane = lanes.lane(key).as(webhook.health());
      if (lane.last() < last && !lane.waitsAt(timing.now())) {
        // What is on the queue already, and not begun yet, will come so far too.
        queue.send(Wake.of(key), lane.version() + "-" + last);
      }
    }
  }

  /** Looks for what was due when time began, which is nothing: before a snapshot. */
  public void rehearse() {
    lanes.due(Instant.EPOCH, 1);
  }

  /**
   * Wakes lanes whose time to try again has come, as far as the deadline allows.
   *
   * @return how many
   */
  public int wakeDue(Deadline deadline) {
    // The index shows for a while what has been changed already.
    Set<LaneKey> seen = new HashSet<>();
    int woken = 0;
    List<LaneKey> due = due(seen);
    while (!due.isEmpty()) {
      for (LaneKey key : due) {
        if (!deadline.allows(ONE, timing)) {
          return woken;
        }
        again(Wake.of(key));
        lanes.woken(key, timing.now().plus(AGAIN));
        woken++;
      }
      due = due(seen);
    }
    return woken;
  }

  private List<LaneKey> due(Set<LaneKey> seen) {
    return lanes.due(timing.now(), MOST_AT_ONCE).stream().filter(seen::add).toList();
  }

  /** All lanes of a webhook, after what kept them from going on is over. */
  void wakeAll(Webhook webhook) {
    lanes.lanes(webhook).forEach(lane -> again(Wake.of(lane.key())));
  }

  void again(Wake wake) {
    queue.send(wake, randomness.id());
  }
}
