package io.fortnoxconnector.connector.webhooks;

import static io.fortnoxconnector.connector.twins.FakeReceiver.DEAD;
import static io.fortnoxconnector.connector.twins.FakeReceiver.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.connector.twins.Death;
import io.fortnoxconnector.connector.twins.Death.Killed;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever call a process dies at: no event is lost, and one that comes twice has the same id. */
class KilledCourierTest {

  private static final String ONE = "connectionone";

  private static List<String> played(Death death) {
    DeliveryScene scene = new DeliveryScene();
    scene.hook();
    List<String> told = scene.note(ONE, 60);
    String troubled = told.get(30);
    int[] failures = {0};
    scene.receiver.answers(
        message -> message.id().equals(troubled) && failures[0]++ < 2 ? DEAD : TAKEN);

    var webhooks = death.of(WebhookStore.class, scene.world.webhookStore);
    var lanes = death.of(LaneStore.class, scene.world.laneStore);
    var queue = death.of(DeliveryQueue.class, scene.world.deliveries);
    var waker = new Waker(webhooks, lanes, queue, scene.world.randomness, scene.world.timing);
    var courier =
        new Courier(
            webhooks,
            lanes,
            death.of(EventStore.class, scene.world.events),
            (_, _, _) -> new Entities.Found(null),
            new Post(
                scene.world.cipher, death.of(Sender.class, scene.receiver), scene.world.timing),
            waker,
            scene.world.randomness,
            scene.world.meter,
            scene.world.timing);
    for (int minute = 0; minute < 15; minute++) {
      // A look finds nothing new, but rings.
      if (minute % 5 == 0) {
        outlived(() -> waker.ring(scene.connection(ONE), scene.world.events.last(ONE)));
      }
      outlived(() -> waker.wakeDue(scene.world.minute()));
      while (scene.world.deliveries.peek().isPresent()) {
        Wake wake = scene.world.deliveries.peek().get();
        // A message stays on the queue until its invocation has ended well.
        if (outlived(() -> courier.run(wake, scene.world.minute()))) {
          scene.world.deliveries.done();
        }
      }
      scene.world.timing.advance(Duration.ofMinutes(1));
    }
    assertThat(scene.receiver.ids().stream().filter(troubled::equals)).hasSizeGreaterThan(2);
    List<String> ids = scene.receiver.ids();
    assertThat(new LinkedHashSet<>(ids)).as("each, in the order").containsExactlyElementsOf(told);
    return ids;
  }

  private static boolean outlived(Runnable work) {
    try {
      work.run();
      return true;
    } catch (Killed killed) {
      return false;
    }
  }

  @Test
  void whoeverDiesAtAnyCallOfAPortLosesNoEventAndKeepsTheirOrder() {
    Death nobody = new Death(0, false);
    assertThat(played(nobody)).hasSize(62);
    assertThat(nobody.calls()).isGreaterThan(80);

    for (int at = 1; at <= nobody.calls(); at++) {
      for (boolean done : List.of(false, true)) {
        assertThat(played(new Death(at, done)))
            .as("killed %s call %s", done ? "after" : "before", at)
            .hasSizeBetween(62, 62 + 26);
      }
    }
  }
}
