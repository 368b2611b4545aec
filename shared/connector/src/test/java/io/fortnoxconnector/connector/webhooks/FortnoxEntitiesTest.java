package io.fortnoxconnector.connector.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import io.fortnoxconnector.fortnox.FortnoxReply;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FortnoxEntitiesTest {

  private static final String PATH = "/3/customers/1";

  private final DeliveryScene scene = new DeliveryScene();
  private final String connection = scene.world.connect(Grant.CLIENT_CREDENTIALS).id();
  private final Webhook wanting = webhook(true);

  private Webhook webhook(boolean includesData) {
    return scene
        .webhooks
        .create(
            DeliveryScene.TENANT, null, new Settings("https://a.example", null, null, includesData))
        .orElseThrow()
        .webhook();
  }

  private Event event(String type) {
    return new Event(
        "event1",
        type,
        scene.world.timing.now(),
        Map.of("connectionId", connection, "resource", "customers", "resourceId", "1"));
  }

  private Entities.Entity asked(Webhook webhook, Event event) {
    return new FortnoxEntities(scene.world.connections, scene.world.gateway(), scene.world.timing)
        .of(webhook, event, scene.world.minute());
  }

  private static final Entities.Found NOTHING = new Entities.Found(null);

  @Test
  void theEntityComesAsItIsNow() {
    scene.world.fortnox.on(
        Method.GET,
        PATH,
        FakeFortnox.answered(
            Samples.json("{'Customer':{'CustomerNumber':'1','Name':'Åkeri Öst AB'}}")));

    var found = (Entities.Found) asked(wanting, event("customer.updated"));

    ObjectNode entity = Objects.requireNonNull(found.entity());
    assertThat(entity.path("id").asText()).isEqualTo("1");
    assertThat(entity.path("companyName").asText()).isEqualTo("Åkeri Öst AB");
  }

  @Test
  void nobodyIsAskedForWhatIsNotWantedOrNotThere() {
    assertThat(asked(webhook(false), event("customer.updated"))).isEqualTo(NOTHING);
    assertThat(asked(wanting, event("customer.deleted"))).isEqualTo(NOTHING);
    assertThat(
            asked(
                wanting,
                new Event(
                    "event2",
                    "connection.updated",
                    scene.world.timing.now(),
                    Map.of("connectionId", connection))))
        .isEqualTo(NOTHING);
    assertThat(scene.world.fortnox.sent()).isEmpty();
  }

  @Test
  void whatFortnoxDoesNotFindIsLeftOut() {
    scene.world.fortnox.on(Method.GET, PATH, FakeFortnox.notFound());

    assertThat(asked(wanting, event("customer.updated"))).isEqualTo(NOTHING);
  }

  @Test
  void whatCanNotBeReadNowIsWaitedForAnHourAndNoLonger() {
    scene.world.fortnox.on(Method.GET, PATH, new FortnoxReply.Throttled(Duration.ofSeconds(7)));
    Event event = event("customer.updated");

    assertThat(asked(wanting, event)).isInstanceOf(Entities.Later.class);

    scene.world.timing.advance(Duration.ofMinutes(61));
    assertThat(asked(wanting, event)).isEqualTo(NOTHING);
  }
}
