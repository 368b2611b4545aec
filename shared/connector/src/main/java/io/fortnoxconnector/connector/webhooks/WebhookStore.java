package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks, their lanes, and the log of what was sent. Every method is one atomic step. */
public interface WebhookStore {

  /** What came of storing a new one. */
  enum Creation {
    DONE,
    /** It's there already, and stays as it is. */
    THERE,
    /** There are as many as there may be. */
    TOO_MANY
  }

  /**
   * Stores a new one, and counts it.
   *
   * @param most how many the tenant may have that are about the same: all of its connections, or
   *     that one
   */
  Creation create(Webhook webhook, int most);

  /** Empty where there's none, or it's another tenant's. */
  Optional<Webhook> find(String tenant, String webhook);

  /**
   * The tenant's, in an order that stays.
   *
   * @param after the id behind which it goes on; null for the beginning
   */
  List<Webhook> ofTenant(String tenant, int limit, @Nullable String after);

  /** Those that are about that connection: its own, and those for all of the tenant's. */
  List<Webhook> covering(String tenant, String connection);

  /** Replaces what its owner says of it; as it is then, or empty where it isn't there. */
  Optional<Webhook> change(Webhook webhook, Settings settings, Instant now);

  /** Replaces its keys, unless they're others by now. */
  boolean rotate(Webhook webhook, List<SigningKey> keys, Instant now);

  /** Its owner sets it going again; empty where it isn't there. */
  Optional<Webhook> resume(Webhook webhook, Instant now);

  /** Stops one that is active; false for any other. */
  boolean stop(Webhook webhook, Status status, Instant now);

  /** Removes it, and counts it no longer; false where it isn't there. */
  boolean remove(String tenant, String webhook);

  /** Its receiver has failed: nobody tries before then. As it is then, if it's there. */
  Optional<Webhook> failed(Webhook webhook, Instant now, Instant holdUntil);

  /**
   * Its receiver does well again.
   *
   * @param recoveredAt when, where it was away for so long that who waits needn't any longer
   */
  void well(Webhook webhook, @Nullable Instant recoveredAt);

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
