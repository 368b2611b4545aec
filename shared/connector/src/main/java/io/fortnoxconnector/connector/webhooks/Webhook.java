package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.Watched;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where events are sent to, and which. Shaped after Maesn's (docs.maesn.com/webhook).
 *
 * @param connection the one connection that it's about; null for all of the tenant's
 * @param keys the newest first
 */
public record Webhook(
    String id,
    String tenant,
    @Nullable String connection,
    Settings settings,
    Status status,
    List<SigningKey> keys,
    Instant createdAt,
    Instant updatedAt,
    Health health) {

  /** What events are about besides resources: a task's name the resource that it wrote to. */
  private static final Set<String> NOT_OF_FORTNOX = Set.of("connections", "tasks", "webhooks");

  /** Whether there are events about something of that name. */
  public static boolean isTold(String resource) {
    return NOT_OF_FORTNOX.contains(resource)
        || Watched.ALL.stream().anyMatch(watched -> watched.name().equals(resource));
  }

  public Webhook {
    keys = List.copyOf(keys);
  }

  /**
   * What its owner says of it.
   *
   * @param resource such as {@code customers}; null for all
   * @param eventType {@code CREATED}, {@code UPDATED} or {@code DELETED}; null for all
   * @param includesData whether the entity itself comes with what happened to it
   */
  public record Settings(
      String callbackUrl,
      @Nullable String resource,
      @Nullable String eventType,
      boolean includesData) {}

  /** Whether events are sent. */
  public enum Status {
    ACTIVE,
    /** Until its owner wants them again: they wait for as long as they're kept. */
    PAUSED,
    /** The receiver has said that it's gone (410). */
    DISABLED
  }

  /**
   * How its receiver does, as far as that isn't about one message.
   *
   * @param failingSince when the first attempt failed of those that have only failed since
   * @param holdUntil nobody tries before that
   * @param recoveredAt when a receiver that had been away for a while was there again
   * @param resumedAt when its owner last made it active
   */
  public record Health(
      @Nullable Instant failingSince,
      @Nullable Instant holdUntil,
      @Nullable Instant recoveredAt,
      @Nullable Instant resumedAt) {

    public static final Health GOOD = new Health(null, null, null, null);
  }

  /** Whether events of that connection are its business. */
  public boolean covers(String other) {
    return connection == null || connection.equals(other);
  }

  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  boolean isHeldAt(Instant now) {
    return health.holdUntil() != null && health.holdUntil().isAfter(now);
  }

  /** Whether it's told of that: what was there before it isn't. */
  boolean wants(Event event) {
    if (event.at().isBefore(createdAt)) {
      return false;
    }
    String[] type = event.type().split("\\.", 2);
    String about =
        NOT_OF_FORTNOX.contains(type[0] + "s")
            ? type[0] + "s"
            : event.data().getOrDefault("resource", "");
    return (settings.resource() == null || settings.resource().equals(about))
        && (settings.eventType() == null
            || settings.eventType().equals(type[type.length - 1].toUpperCase(Locale.ROOT)));
  }
}
