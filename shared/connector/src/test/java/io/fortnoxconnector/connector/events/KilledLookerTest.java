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
import org.junit.jupiter.api.Test;

/** Whatever call a process dies at: no event is lost, and none is told under another id. */
class KilledLookerTest {

  /** A company at Fortnox with some changes, and who looks at it. */
  private static final class Scene {
    private static final Duration UNTIL_DELETIONS_SHOW = World.LOOK_EVERY.multipliedBy(27);

    private final World world = new World();
    private final FakeList fortnox = new FakeList(world.timing::now, List.of(CUSTOMERS, SUPPLIERS));
    private final Connection connection = world.connect(Grant.CLIENT_CREDENTIALS);

    private void change() {
      for (int i = 1; i <= 60; i++) {
        fortnox.put(SUPPLIERS, "" + i, "Grossist", "");
      }
      fortnox.put(CUSTOMERS, "1", "Bo", "");
      fortnox.put(CUSTOMERS, "2", "Eva", "");
      look(new Death(0, false), 6);
      for (int i = 1; i <= 50; i++) {
        fortnox.put(SUPPLIERS, "" + i, "Papper", "");
      }
      fortnox.delete(SUPPLIERS, "60");
      fortnox.put(SUPPLIERS, "99", "Ny", "");
      fortnox.put(CUSTOMERS, "1", "Bo", "Ring");
      fortnox.put(CUSTOMERS, "3", "Ny", "");
      fortnox.delete(CUSTOMERS, "2");
    }

    private void look(Death death, long minutes) {
      var looker =
          new Looker(
              death.of(Rounds.class, world.connections),
              world.connections,
              death.of(EventStore.class, world.events),
              world.gateway(fortnox),
              new Rhythm(World.LOOK_EVERY),
              world.tenantStore,
              (_, _) -> {},
              world.randomness,
              world.meter,
              world.timing);
      for (int i = 0; i < minutes; i++) {
        world.timing.advance(Duration.ofMinutes(1));
        try {
          assertThat(looker.round(world.minute()).accidents()).isEmpty();
        } catch (Death.Killed killed) {
          // The next minute's process goes on.
        }
      }
    }

    private List<String> told() {
      return world.events.after(connection.id(), 0, 1000, world.timing.now()).stream()
          .map(Told::event)
          .map(event -> event.type() + " " + event.data().get("resourceId") + " " + event.id())
          .sorted()
          .toList();
    }
  }

  private static Scene played(Death death) {
    Scene scene = new Scene();
    scene.change();
    scene.look(death, Scene.UNTIL_DELETIONS_SHOW.toMinutes());
    return scene;
  }

  @Test
  void whoeverDiesAtAnyCallOfAStoreLosesNoEventAndDoublesNone() {
    Death nobody = new Death(0, false);
    List<String> expected = played(nobody).told();
    assertThat(expected).hasSize(56);

    // What comes after the first hundred and fifty is looks that find nothing.
    for (int at = 1; at <= Math.min(nobody.calls(), 150); at++) {
      for (boolean done : List.of(false, true)) {
        assertThat(played(new Death(at, done)).told())
            .as("killed %s call %s", done ? "after" : "before", at)
            .isEqualTo(expected);
      }
    }
  }
}
