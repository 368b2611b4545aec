package io.fortnoxconnector.connector.events;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;
import static io.fortnoxconnector.translation.Suppliers.SUPPLIERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.EventStore.Told;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.translation.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How late a change is told, for a company at rest with intervals of five minutes: two days in
 * virtual time, with changes at any moment. The figures are printed: {@code mvn -pl
 * shared/connector test -Dtest=EventDelaySimulationTest}.
 */
class EventDelaySimulationTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int CHANGES = 200;

  private final World world = new World();
  private final FakeList fortnox = new FakeList(world.timing::now, List.of(CUSTOMERS, SUPPLIERS));
  private final Connection connection = world.connect(Grant.CLIENT_CREDENTIALS);
  private final Looker looker =
      new Looker(
          world.connections,
          world.connections,
          world.events,
          world.gateway(fortnox),
          new Rhythm(World.LOOK_EVERY),
          world.tenantStore,
          world.waker(),
          world.randomness,
          world.meter,
          world.timing);

  /** When what was done, by the type and the id of the event that tells of it. */
  private final Map<String, Instant> done = new TreeMap<>();

  private void put(Resource resource, String type, String id, String name) {
    fortnox.put(resource, id, name, "");
    done.put(type + " " + id, world.timing.now());
  }

  private void delete(Resource resource, String type, String id) {
    fortnox.delete(resource, id);
    done.put(type + " " + id, world.timing.now());
  }

  private void change(int number) {
    String id = Integer.toString(number);
    put(CUSTOMERS, "customer.updated", id, "Ny");
    put(SUPPLIERS, "supplier.updated", id, "Ny");
    put(CUSTOMERS, "customer.created", "1" + id, "Bo");
    put(SUPPLIERS, "supplier.created", "1" + id, "Papper");
    delete(CUSTOMERS, "customer.deleted", "2" + id);
    delete(SUPPLIERS, "supplier.deleted", "2" + id);
  }

  private void round() {
    assertThat(looker.round(world.minute()).accidents()).isEmpty();
  }

  private Map<String, List<Duration>> delays() {
    var delays = new TreeMap<String, List<Duration>>();
    for (Told told : world.events.after(connection.id(), 0, 100_000, world.timing.now())) {
      Event event = told.event();
      Instant happened = done.get(event.type() + " " + event.data().get("resourceId"));
      if (happened != null) {
        delays
            .computeIfAbsent(event.type(), _ -> new ArrayList<>())
            .add(Duration.between(happened, event.at()));
      }
    }
    delays.values().forEach(each -> each.sort(Duration::compareTo));
    return delays;
  }

  @Test
  void aChangeIsToldWithinItsIntervalAndAMinute() {
    for (int number = 1000; number < 1000 + CHANGES; number++) {
      for (Resource resource : List.of(CUSTOMERS, SUPPLIERS)) {
        fortnox.put(resource, "" + number, "Bo", "");
        fortnox.put(resource, "2" + number, "Bo", "");
      }
    }
    for (int minute = 0; minute < 60; minute++) {
      round();
      world.timing.advance(MINUTE);
    }
    var random = new Random(1);
    for (int number = 1000; number < 1000 + CHANGES; number++) {
      int second = random.nextInt(60);
      for (int minute = 0; minute < 14; minute++) {
        round();
        world.timing.advance(Duration.ofSeconds(second));
        if (minute == number % 14) {
          change(number);
        }
        world.timing.advance(MINUTE.minusSeconds(second));
      }
    }
    for (int minute = 0; minute < 180; minute++) {
      round();
      world.timing.advance(MINUTE);
    }

    Map<String, List<Duration>> delays = delays();
    delays.forEach(
        (type, each) ->
            System.out.printf(
                "%s: median %d s, longest %d s%n",
                type, each.get(each.size() / 2).toSeconds(), each.getLast().toSeconds()));
    Map<String, Duration> longest =
        Map.of(
            "customer.created", World.LOOK_EVERY,
            "customer.updated", World.LOOK_EVERY,
            "customer.deleted", World.LOOK_EVERY.multipliedBy(24),
            "supplier.created", World.LOOK_EVERY.multipliedBy(3),
            "supplier.updated", World.LOOK_EVERY.multipliedBy(3),
            "supplier.deleted", World.LOOK_EVERY.multipliedBy(3));
    longest.forEach(
        (type, interval) ->
            assertThat(delays.get(type))
                .as(type)
                .hasSize(CHANGES)
                .allMatch(delay -> delay.compareTo(interval.plus(MINUTE.multipliedBy(2))) <= 0));
  }
}
