package io.fortnoxconnector.connector.events;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;
import static io.fortnoxconnector.translation.Suppliers.SUPPLIERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.EventStore.Told;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.Death;
import io.fortnoxconnector.connector.twins.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was seen of a company goes when its connection has ended, whoever dies at it. */
class ForgettingTest {

  /** A company that was looked at, and who forgets it. */
  private static final class Scene {

    private final World world = new World();
    private final FakeList fortnox = new FakeList(world.timing::now, List.of(CUSTOMERS, SUPPLIERS));
    private final Connection connection = world.connect(Grant.CLIENT_CREDENTIALS);

    Scene(int suppliers) {
      fortnox.put(CUSTOMERS, "1", "Bo", "");
      for (int i = 1; i <= suppliers; i++) {
        fortnox.put(SUPPLIERS, "" + i, "Grossist", "");
      }
      look(Duration.ofMinutes(10));
    }

    void look(Duration time) {
      var looker =
          new Looker(
              world.connections,
              world.connections,
              world.events,
              world.gateway(fortnox),
              new Rhythm(World.LOOK_EVERY),
              world.tenantStore,
              (_, _) -> {},
              world.randomness,
              world.meter,
              world.timing);
      for (int i = 0; i < time.toMinutes(); i++) {
        world.timing.advance(Duration.ofMinutes(1));
        assertThat(looker.round(world.minute()).accidents()).isEmpty();
      }
    }

    void end() {
      assertThat(world.connections.remove(connection.id(), connection.tenant())).isPresent();
    }

    /** Rounds a minute apart, as the schedule runs them. */
    void forget(Death death, Duration time) {
      var forgetting =
          new Forgetting(
              death.of(EventStore.class, world.events),
              world.connections,
              world.randomness,
              world.meter,
              world.timing);
      for (int i = 0; i < time.toMinutes(); i++) {
        world.timing.advance(Duration.ofMinutes(1));
        try {
          assertThat(forgetting.round(world.minute())).isEmpty();
        } catch (Death.Killed killed) {
          // A later minute's process goes on.
        }
      }
    }

    void forget(Duration time) {
      forget(new Death(0, false), time);
    }

    long known() {
      return world.events.watches(connection.id()).size()
          + Stream.of("suppliers", "customers", "connection")
              .mapToLong(resource -> world.events.seen(connection.id(), resource).size())
              .sum();
    }

    List<Event> told() {
      return world.events.after(connection.id(), 0, 1000, world.timing.now()).stream()
          .map(Told::event)
          .toList();
    }

    List<String> types() {
      return told().stream().map(Event::type).toList();
    }
  }

  private static final Duration TWO_DAYS = Duration.ofDays(2).plusMinutes(10);

  @Test
  void whatWasSeenIsForgottenADayOrTwoAfterTheEndAndWhatWasToldStays() {
    Scene scene = new Scene(100);
    assertThat(scene.known()).isGreaterThan(100);
    scene.end();

    scene.forget(Duration.ofDays(1).minusMinutes(1));
    assertThat(scene.known()).isGreaterThan(100);
    scene.forget(TWO_DAYS.minusDays(1));

    assertThat(scene.known()).isZero();
    assertThat(scene.types()).containsExactly("connection.created");
    assertThat(scene.world.events.doubtful(scene.world.timing.now().plus(TWO_DAYS), 1)).isEmpty();
  }

  @Test
  void whatLivesIsRememberedAlsoWhereNobodyCanLook() {
    Scene scene = new Scene(10);
    long known = scene.known();

    scene.forget(Duration.ofDays(9));

    assertThat(scene.known()).isEqualTo(known);
  }

  @Test
  void aCompanyThatConnectsAgainIsNewAndNoEventHasTheIdOfOneBefore() {
    Scene scene = new Scene(1);
    change(scene);
    scene.end();
    scene.forget(TWO_DAYS);

    scene.world.connect(Grant.CLIENT_CREDENTIALS);
    scene.look(Duration.ofMinutes(30));
    assertThat(scene.types())
        .containsExactly(
            "connection.created", "supplier.updated", "supplier.updated", "connection.created");
    change(scene);

    assertThat(scene.types().subList(4, 6)).containsExactly("supplier.updated", "supplier.updated");
    assertThat(scene.told()).extracting(Event::id).doesNotHaveDuplicates();
  }

  /** To and fro. */
  private static void change(Scene scene) {
    for (String name : List.of("Papper", "Grossist")) {
      scene.fortnox.put(SUPPLIERS, "1", name, "");
      scene.look(Duration.ofMinutes(20));
    }
  }

  @Test
  void aCompanyThatConnectsAgainWhileItIsForgottenTellsNothingOfWhatWasThere() {
    Scene scene = new Scene(500);
    scene.end();
    scene.forget(Duration.ofDays(1).minusMinutes(1));
    while (!scene.world.events.watches(scene.connection.id()).isEmpty()) {
      // Dies when two parts are forgotten.
      scene.forget(new Death(4, true), Duration.ofMinutes(1));
    }
    assertThat(scene.known()).isBetween(1L, 499L);

    scene.world.connect(Grant.CLIENT_CREDENTIALS);
    scene.look(Duration.ofHours(5));

    assertThat(scene.types()).containsOnly("connection.created");
    assertThat(scene.known()).isGreaterThan(500);
  }

  @Test
  void whoeverDiesAtAnyCallLeavesTheRestToALaterRound() {
    Death nobody = new Death(0, false);
    forgotten(nobody);
    assertThat(nobody.calls()).isGreaterThan(20);

    for (int at = 1; at <= nobody.calls(); at++) {
      for (boolean done : List.of(false, true)) {
        forgotten(new Death(at, done));
      }
    }
  }

  private static void forgotten(Death death) {
    Scene scene = new Scene(100);
    scene.end();
    // Until just before it's doubtful there's nothing to die at.
    scene.forget(Duration.ofDays(1).minusMinutes(1));
    while (scene.world.events.doubtful(scene.world.timing.now(), 1).isEmpty()) {
      scene.world.timing.advance(Duration.ofMinutes(1));
    }
    scene.forget(death, Duration.ofMinutes(20));
    assertThat(scene.known()).isZero();
  }
}
