package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.webhooks.Webhook.Health;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a vendor does with its webhooks. */
public final class Webhooks {

  /** Of a tenant for all its connections, and as many for each of them. */
  public static final int MOST = 10;

  /** How long a key signs on beside its successor. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  /** "webhook-signature" has so many at most. */
  private static final int MOST_KEYS = 4;

  private final WebhookStore webhooks;
  private final LaneStore lanes;
  private final EventStore events;
  private final DeliveryQueue queue;
  private final Waker waker;
  private final Post post;
  private final TokenCipher cipher;
  private final Randomness randomness;
  private final Timing timing;

  public Webhooks(
      WebhookStore webhooks,
      LaneStore lanes,
      EventStore events,
      DeliveryQueue queue,
      Waker waker,
      Post post,
      TokenCipher cipher,
      Randomness randomness,
      Timing timing) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.events = events;
    this.queue = queue;
    this.waker = waker;
    this.post = post;
    this.cipher = cipher;
    this.randomness = randomness;
    this.timing = timing;
  }

  /** A webhook, and the secret that its receiver verifies with: shown this once. */
  public record Keyed(Webhook webhook, Secret secret) {}

  /**
   * A new one, which is told what happens from now on.
   *
   * @param connection the one that it's about; null for all of the tenant's
   * @return empty where there are {@link #MOST} already
   */
  public Optional<Keyed> create(String tenant, @Nullable String connection, Settings settings) {
    Instant now = timing.now();
    String id = connection == null ? randomness.id() : randomness.id() + "-" + connection;
    Secret secret = Signature.mint(randomness);
    var webhook =
        new Webhook(
            id,
            tenant,
            connection,
            settings,
            Status.ACTIVE,
            List.of(sealed(id, secret)),
            now,
            now,
            Health.GOOD);
    return switch (webhooks.create(webhook, MOST)) {
      case DONE -> Optional.of(new Keyed(webhook, secret));
      case TOO_MANY -> Optional.empty();
      case THERE -> throw new IllegalStateException("webhook " + id + " is there already");
    };
  }

  public Optional<Webhook> find(String tenant, String webhook) {
    return webhooks.find(tenant, webhook);
  }

  /**
   * The tenant's.
   *
   * @param after the id behind which they go on; null for the beginning
   */
  public List<Webhook> list(String tenant, int limit, @Nullable String after) {
    return webhooks.ofTenant(tenant, limit, after);
  }

  /** Changes what its owner says of it; empty where it isn't there. */
  public Optional<Webhook> change(Webhook webhook, Settings settings, @Nullable Status status) {
    Instant now = timing.now();
    Optional<Webhook> changed =
        settings.equals(webhook.settings())
            ? Optional.of(webhook)
            : webhooks.change(webhook, settings, now);
    if (changed.isEmpty() || status == null) {
      return changed;
    }
    if (status != Status.ACTIVE) {
      webhooks.stop(webhook, status, now);
      return webhooks.find(webhook.tenant(), webhook.id());
    }
    Optional<Webhook> resumed = webhooks.resume(webhook, now);
    resumed.ifPresent(waker::wakeAll);
    return resumed;
  }

  public boolean remove(String tenant, String webhook) {
    return webhooks.remove(tenant, webhook);
  }

  /** Another secret; the one before signs on for a day. Empty where the webhook isn't there. */
  public Optional<Keyed> rotate(String tenant, String id) {
    Secret secret = Signature.mint(randomness);
    SigningKey newest = sealed(id, secret);
    while (true) {
      Optional<Webhook> webhook = webhooks.find(tenant, id);
      if (webhook.isEmpty()) {
        return Optional.empty();
      }
      Instant now = timing.now();
      var keys = new ArrayList<SigningKey>(List.of(newest));
      webhook.get().keys().stream()
          .filter(key -> key.signsAt(now))
          .map(key -> key.until() == null ? new SigningKey(key.sealed(), now.plus(OVERLAP)) : key)
          .limit(MOST_KEYS - 1L)
          .forEach(keys::add);
      if (webhooks.rotate(webhook.get(), keys, now)) {
        return webhooks.find(tenant, id).map(rotated -> new Keyed(rotated, secret));
      }
    }
  }

  /** Sends a message of the type {@code webhook.test} now, whether the webhook is active or not. */
  public Attempt test(Webhook webhook) {
    Event event =
        new Event(randomness.id(), "webhook.test", timing.now(), Map.of("webhookId", webhook.id()));
    Attempt attempt = post.to(webhook).send(event, null);
    lanes.log(webhook.id(), attempt.delivery("", 0, 0));
    return attempt;
  }

  /** What was sent, the latest first. */
  public List<Delivery> deliveries(Webhook webhook, int limit, @Nullable String before) {
    return lanes.deliveries(webhook.id(), limit, before, timing.now());
  }

  /** What came of asking for one more. */
  public enum Replay {
    ACCEPTED,
    /** There's no such delivery. */
    UNKNOWN,
    /** The event isn't kept any longer, or was a test. */
    GONE
  }

  /** Sends what that delivery sent once more, under the same id, in its lane's turn. */
  public Replay replay(Webhook webhook, String delivery) {
    Optional<Delivery> sent = lanes.delivery(webhook.id(), delivery, timing.now());
    if (sent.isEmpty()) {
      return Replay.UNKNOWN;
    }
    long number = sent.get().number();
    boolean isKept =
        number > 0
            && events.after(sent.get().connection(), number - 1, 1, timing.now()).stream()
                .anyMatch(told -> told.number() == number);
    if (!isKept) {
      return Replay.GONE;
    }
    var lane = new LaneKey(webhook.tenant(), webhook.id(), sent.get().connection());
    queue.send(new Wake(lane, number), randomness.id());
    return Replay.ACCEPTED;
  }

  private SigningKey sealed(String webhook, Secret secret) {
    return new SigningKey(cipher.seal(secret, webhook, Purpose.WEBHOOK_SECRET), null);
  }
}
