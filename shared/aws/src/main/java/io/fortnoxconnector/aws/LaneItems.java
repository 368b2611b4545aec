package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.webhooks.Delivery;
import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import io.fortnoxconnector.connector.webhooks.Lane;
import io.fortnoxconnector.connector.webhooks.LaneKey;

/** Lanes and what was sent on them, as items of the webhooks table. */
final class LaneItems {

  private LaneItems() {}

  static Lane lane(Item item) {
    return new Lane(
        new LaneKey(
            item.required("tenant"),
            item.required("id"),
            item.required("place").substring(DynamoLaneStore.LANE.length())),
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
        item.required("place").substring(DynamoLaneStore.DELIVERY.length()),
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
