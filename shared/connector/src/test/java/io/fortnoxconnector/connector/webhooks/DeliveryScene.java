package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.Notes;
import io.fortnoxconnector.connector.events.Notes.Sighting;
import io.fortnoxconnector.connector.events.Seen;
import io.fortnoxconnector.connector.twins.FakeReceiver;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A tenant with some connections, whose events go to receivers. */
final class DeliveryScene {

  static final String TENANT = Samples.TENANT;
  static final Settings ALL = new Settings("https://vendor.example/in", null, null, false);

  final World world = new World();
  final FakeReceiver receiver = new FakeReceiver(world.timing);
  final Webhooks webhooks = world.webhooks(receiver);
  private int events;

  Webhook hook() {
    return webhooks.create(TENANT, null, ALL).orElseThrow().webhook();
  }

  Webhook now(Webhook webhook) {
    return webhooks.find(TENANT, webhook.id()).orElseThrow();
  }

  Connection connection(String id) {
    return Samples.connection(id, TENANT);
  }

  /** Events of a connection, as a look finds them, without their being rung for. */
  List<String> note(String connection, int count) {
    return note(connection, IntStream.range(0, count).mapToObj(_ -> "customer.updated").toList());
  }

  List<String> note(String connection, List<String> types) {
    var ids = new ArrayList<String>();
    var sightings = new ArrayList<Sighting>();
    for (String type : types) {
      String id = "event%03d".formatted(++events);
      ids.add(id);
      var data =
          Map.of(
              "connectionId",
              connection,
              "resource",
              type.substring(0, type.indexOf('.')) + "s",
              "resourceId",
              id.substring(5));
      sightings.add(
          new Sighting(
              "customers",
              id,
              new Seen("row", "whole", world.timing.now(), id, false),
              new Event(id, type, world.timing.now(), data)));
    }
    var turn = world.events.take(connection, "looker" + events, world.timing.now());
    world.events.note(turn, new Notes(sightings, null, null)).orElseThrow();
    return ids;
  }

  void ring(String connection) {
    world.waker().ring(connection(connection), world.events.last(connection));
  }

  /** Noted and rung for. */
  List<String> tell(String connection, int count) {
    List<String> ids = note(connection, count);
    ring(connection);
    return ids;
  }

  /** Works off all messages of the queue; each in an invocation of a minute. */
  void deliver() {
    while (world.deliveries.peek().isPresent()) {
      world.courier(receiver).run(world.deliveries.peek().get(), world.minute());
      world.deliveries.done();
    }
  }

  /** Minute by minute, what is due is woken. */
  void pass(Duration time) {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      world.timing.advance(Duration.ofMinutes(1));
      world.waker().wakeDue(world.minute());
      deliver();
    }
  }

  Lane lane(Webhook webhook, String connection) {
    return world.laneStore.lane(new LaneKey(TENANT, webhook.id(), connection));
  }
}
