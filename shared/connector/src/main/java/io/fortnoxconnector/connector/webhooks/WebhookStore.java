package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks, and how their receivers do. Every method is one atomic step. */
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
}
