package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.webhooks.SigningKey;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Health;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Webhooks, as items of the webhooks table. */
final class WebhookItems {

  private WebhookItems() {}

  static Item of(Webhook webhook) {
    return of(webhook.settings())
        .with("hook", webhook.id())
        .with("tenant", webhook.tenant())
        .with("connection", webhook.connection())
        .with("hookStatus", webhook.status().name())
        .with("signingKeys", text(webhook.keys()))
        .with("createdAt", webhook.createdAt())
        .with("updatedAt", webhook.updatedAt());
  }

  /** What isn't chosen isn't there. */
  static Item of(Settings settings) {
    Item item =
        Item.empty()
            .with("callbackUrl", settings.callbackUrl())
            .with("about", settings.resource())
            .with("eventType", settings.eventType());
    return settings.includesData() ? item.with("includesData", 1) : item;
  }

  static Webhook webhook(Item item) {
    return new Webhook(
        item.required("hook"),
        item.required("tenant"),
        item.textOrNull("connection"),
        new Settings(
            item.required("callbackUrl"),
            item.textOrNull("about"),
            item.textOrNull("eventType"),
            item.has("includesData")),
        Status.valueOf(item.required("hookStatus")),
        keys(item.required("signingKeys")),
        item.time("createdAt"),
        item.time("updatedAt"),
        new Health(
            item.timeOrNull("failingSince"),
            item.timeOrNull("holdUntil"),
            item.timeOrNull("recoveredAt"),
            item.timeOrNull("resumedAt")));
  }

  /** A line for each. */
  static String text(List<SigningKey> keys) {
    return keys.stream().map(WebhookItems::line).collect(Collectors.joining("\n"));
  }

  private static String line(SigningKey key) {
    Instant until = key.until();
    return key.sealed().base64() + (until == null ? "" : " " + until.toEpochMilli());
  }

  private static List<SigningKey> keys(String text) {
    return text.lines()
        .map(line -> line.split(" ", 2))
        .map(
            parts ->
                new SigningKey(
                    new Sealed(parts[0]),
                    parts.length == 1 ? null : Instant.ofEpochMilli(Long.parseLong(parts[1]))))
        .toList();
  }
}
