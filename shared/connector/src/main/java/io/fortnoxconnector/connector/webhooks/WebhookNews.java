package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.Ids;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the connections whose events wait that their webhook doesn't bring them any more. Told
 * again after a crash, it has the same id.
 */
final class WebhookNews {

  private final EventStore events;
  private final Timing timing;

  WebhookNews(EventStore events, Timing timing) {
    this.events = events;
    this.timing = timing;
  }

  /** One connection's events alone are given up. */
  void paused(Webhook webhook, Lane lane) {
    tell(webhook, Status.PAUSED, lane.key(), lane.failingSince());
  }

  /** All are. */
  void stopped(Webhook webhook, Status status, Lane lane) {
    tell(webhook, status, lane.key(), webhook.health().failingSince());
  }

  private void tell(Webhook webhook, Status status, LaneKey lane, @Nullable Instant since) {
    String type = "webhook." + status.name().toLowerCase(Locale.ROOT);
    String id =
        Ids.derived(
            "event",
            type,
            webhook.id(),
            lane.connection(),
            Objects.requireNonNullElse(since, webhook.updatedAt()).toString());
    events.tell(
        lane.connection(),
        List.of(
            new Event(
                id,
                type,
                timing.now(),
                Map.of("connectionId", lane.connection(), "webhookId", webhook.id()))));
  }
}
