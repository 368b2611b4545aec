package io.fortnoxconnector.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.webhooks.Delivery;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhooks.Keyed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Webhooks and what was sent to them, for their owner. Members of Maesn's come first. */
final class WebhookView {

  private WebhookView() {}

  /** With the secret, which is shown this once. */
  static ObjectNode of(Keyed keyed) {
    return of(keyed.webhook()).put("secret", keyed.secret().reveal());
  }

  static ObjectNode of(Webhook webhook) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", webhook.id())
        .put("createdDate", webhook.createdAt().toString())
        // None ends by itself.
        .putNull("expiresDate")
        .put("updatedDate", webhook.updatedAt().toString())
        .put("callbackUrl", webhook.settings().callbackUrl())
        .putNull("secret")
        .put("eventType", webhook.settings().eventType())
        .put("resource", webhook.settings().resource())
        .put("targetSystem", "fortnox")
        .put("include", webhook.settings().includesData() ? "data" : null)
        .put("connectionId", webhook.connection())
        .put("status", webhook.status().name())
        .put("failingSince", text(webhook.health().failingSince()));
  }

  static ObjectNode of(Delivery delivery) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", delivery.id())
        .put("connectionId", delivery.connection().isEmpty() ? null : delivery.connection())
        .put("eventId", delivery.event())
        .put("type", delivery.type())
        .put("attempt", delivery.attempt())
        .put("outcome", delivery.outcome().name())
        .put("status", delivery.status())
        .put("millis", delivery.millis())
        .put("timestamp", delivery.at().toString());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
