package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.webhooks.Delivery;
import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import io.fortnoxconnector.connector.webhooks.Lane;
import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.SigningKey;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Health;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Webhooks, their lanes and what was sent, as items of the webhooks table. */
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

  static Lane lane(Item item) {
    return new Lane(
        new LaneKey(
            item.required("tenant"),
            item.required("id"),
            item.required("place").substring(DynamoWebhookStore.LANE.length())),
        item.number("writes"),
        item.number("reached"),
        (int) item.number("attempts"),
        item.timeOrNull("failingSince"),
        item.timeOrNull("failedAt"),
        item.timeOrNull("retryAt"),
        item.timeOrNull("pausedAt"));
  }

  static Item of(Delivery delivery) {
    Integer status = delivery.status();
    Item item =
        Item.empty()
            .with("connection", delivery.connection())
            .with("number", delivery.number())
            .with("event", delivery.event())
            .with("type", delivery.type())
            .with("attempt", delivery.attempt())
            .with("outcome", delivery.outcome().name())
            .with("millis", delivery.millis())
            .with("at", delivery.at())
            .with("expiresAt", delivery.at().plus(Delivery.KEPT).getEpochSecond());
    return status == null ? item : item.with("status", status);
  }

  static Delivery delivery(Item item) {
    return new Delivery(
        item.required("place").substring(DynamoWebhookStore.DELIVERY.length()),
        item.required("connection"),
        item.number("number"),
        item.required("event"),
        item.required("type"),
        (int) item.number("attempt"),
        Outcome.valueOf(item.required("outcome")),
        item.has("status") ? (int) item.number("status") : null,
        item.number("millis"),
        item.time("at"));
  }
}
