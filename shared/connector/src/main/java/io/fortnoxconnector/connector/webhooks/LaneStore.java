package io.fortnoxconnector.connector.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far connections' events have come on their way to webhooks, and the log of what was sent.
 * Every method is one atomic step.
 */
public interface LaneStore {

  /** Consistent; one that nobody has written yet is at its beginning. */
  Lane lane(LaneKey key);

  /** All of a webhook's that have been written. */
  List<Lane> lanes(Webhook webhook);

  /**
   * Writes a lane and what was sent on it, both or neither.
   *
   * @param log at most 50
   * @return the lane as it's stored now; empty where another process has written it since
   */
  Optional<Lane> save(Lane lane, List<Delivery> log, Instant now);

  /** Lanes whose time to try again has come, the longest due first. */
  List<LaneKey> due(Instant now, int limit);

  /** It's on the queue; due again then, unless it's written before. */
  void woken(LaneKey key, Instant dueAgain);

  /** Notes an attempt that is on no lane's way. */
  void log(String webhook, Delivery delivery);

  /**
   * What was sent, the latest first.
   *
   * @param before the id before which it goes on; null for the latest
   */
  List<Delivery> deliveries(String webhook, int limit, @Nullable String before, Instant now);

  Optional<Delivery> delivery(String webhook, String id, Instant now);
}
