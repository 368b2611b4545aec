package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.Seen;
import io.fortnoxconnector.connector.events.Watch;
import io.fortnoxconnector.connector.events.Watch.Kind;
import io.fortnoxconnector.connector.events.Watch.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Events, and what looks for them notes, as items of the events table. */
final class EventItems {

  private EventItems() {}

  static Item of(Event event) {
    var data = new LinkedHashMap<String, AttributeValue>();
    event.data().forEach((name, value) -> data.put(name, Item.text(value)));
    return Item.empty()
        .with("event", event.id())
        .with("type", event.type())
        .with("at", event.at())
        .put("data", AttributeValue.fromM(data));
  }

  static Event event(Item item) {
    var data = new LinkedHashMap<String, String>();
    item.map("data").forEach((name, value) -> data.put(name, value.s()));
    return new Event(
        item.required("event"), item.required("type"), item.time("at"), Map.copyOf(data));
  }

  static Item of(Seen seen) {
    Item item =
        Item.empty()
            .with("row", seen.row())
            .with("whole", seen.whole())
            .with("at", seen.at())
            .with("event", seen.event());
    return seen.isDeleted() ? item.with("deleted", 1) : item;
  }

  static Seen seen(Item item) {
    return new Seen(
        item.required("row"),
        item.required("whole"),
        item.time("at"),
        item.textOrNull("event"),
        item.has("deleted"));
  }

  static Item of(Watch watch) {
    Item item =
        Item.empty()
            .with("resource", watch.resource())
            .with("lookedAt", watch.lookedAt())
            .with("sweptAt", watch.sweptAt())
            .with("notBefore", watch.notBefore());
    Reading reading = watch.reading();
    if (reading == null) {
      return item;
    }
    item.with("reading", reading.kind().name())
        .with("begun", reading.begun())
        .with("after", reading.after())
        .with("pages", reading.pages());
    return reading.isListed() ? item.with("listed", 1) : item;
  }

  static Watch watch(Item item) {
    String reading = item.textOrNull("reading");
    return new Watch(
        item.required("resource"),
        item.timeOrNull("lookedAt"),
        item.timeOrNull("sweptAt"),
        reading == null
            ? null
            : new Reading(
                Kind.valueOf(reading),
                item.time("begun"),
                item.textOrNull("after"),
                (int) item.number("pages"),
                item.has("listed")),
        item.timeOrNull("notBefore"));
  }
}
