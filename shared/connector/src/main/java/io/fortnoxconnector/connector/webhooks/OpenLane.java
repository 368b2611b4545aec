package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lane that a run is on: how far it has come since the lane was last written, and what was sent
 * on the way. Each attempt by itself would cost a write of the lane.
 */
final class OpenLane {

  /** So many attempts at most are repeated after a crash. */
  private static final int MOST_UNWRITTEN = 25;

  private static final Duration LONGEST_UNWRITTEN = Duration.ofSeconds(5);

  private final LaneStore lanes;
  private final Timing timing;
  private final List<Delivery> log = new ArrayList<>();
  private Lane stored;
  private long at;
  private Instant writtenAt;

  OpenLane(LaneStore lanes, Lane stored, Timing timing) {
    this.lanes = lanes;
    this.timing = timing;
    this.stored = stored;
    this.at = stored.last();
    this.writtenAt = timing.now();
  }

  /** The number of the last event that is done with. */
  long at() {
    return at;
  }

  /** The event of that number is done with. */
  void passed(long number) {
    at = number;
  }

  /** Notes what was sent of the next event. */
  void sent(Attempt attempt, long number) {
    log.add(attempt.delivery(stored.key().connection(), number, reached().attempts() + 1));
  }

  /** As it would be written now: attempts count for the event that is next. */
  Lane reached() {
    return at == stored.last() ? stored : stored.at(at);
  }

  /** Whether so much has been done that it should be written. */
  boolean isFull() {
    return log.size() >= MOST_UNWRITTEN
        || Duration.between(writtenAt, timing.now()).compareTo(LONGEST_UNWRITTEN) > 0;
  }

  /** Writes how far it has come, if it's farther; false where another process has the lane. */
  boolean write() {
    return at == stored.last() || write(stored.at(at));
  }

  /** Writes that of it, with what was sent; false where another process has the lane. */
  boolean write(Lane lane) {
    Optional<Lane> now = lanes.save(lane, log, timing.now());
    log.clear();
    writtenAt = timing.now();
    now.ifPresent(saved -> stored = saved);
    return now.isPresent();
  }
}
