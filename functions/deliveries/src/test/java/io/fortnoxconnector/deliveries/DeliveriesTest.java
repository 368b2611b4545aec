package io.fortnoxconnector.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.fortnoxconnector.api.QueueMessage;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.twins.FakeReceiver;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.Wake;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

  private static final String CONNECTION = "connectionone";

  private final World world = new World();
  private final FakeReceiver receiver = new FakeReceiver(world.timing);
  private final Deliveries deliveries = new Deliveries(world.courier(receiver), world.timing);
  private final List<String> log = new ArrayList<>();
  private final LambdaLogger logger =
      new LambdaLogger() {
        @Override
        public void log(String message) {
          log.add(message);
        }

        @Override
        public void log(byte[] message) {
          log.add(new String(message, StandardCharsets.UTF_8));
        }
      };

  private static QueueMessage message(String body) {
    return new QueueMessage("message", "handle", "group", 1, body, true);
  }

  private Optional<Duration> receive(String body, Duration time) {
    return deliveries.on(message(body), Deadline.in(time, world.timing), logger);
  }

  private String lane() {
    Webhook webhook =
        world
            .webhooks(receiver)
            .create(
                Samples.TENANT, null, new Settings("https://vendor.example?k=1", null, null, false))
            .orElseThrow()
            .webhook();
    return Wake.of(new LaneKey(Samples.TENANT, webhook.id(), CONNECTION)).text();
  }

  private void tell(int count) {
    var events = new ArrayList<Event>();
    for (int i = 0; i < count; i++) {
      events.add(new Event("event" + i, "customer.updated", world.timing.now(), Map.of()));
    }
    world.events.tell(CONNECTION, events);
  }

  @Test
  void aLaneIsRunAndNothingOfTheReceiversAddressIsLogged() {
    String lane = lane();
    tell(3);

    assertThat(receive(lane, Duration.ofSeconds(88))).isEmpty();

    assertThat(receiver.ids()).containsExactly("event0", "event1", "event2");
    assertThat(log)
        .singleElement()
        .asString()
        .contains("\"outcome\":\"done\"", CONNECTION)
        .doesNotContain("vendor.example");
  }

  @Test
  void aRunLeavesTheAlarmForSlowFunctionsAlone() {
    String lane = lane();
    tell(20);
    receiver.takes(Duration.ofSeconds(10));
    var begun = world.timing.now();

    assertThat(receive(lane, Duration.ofSeconds(88))).isEmpty();

    assertThat(Duration.between(begun, world.timing.now())).isLessThan(Duration.ofSeconds(72));
    assertThat(world.deliveries.peek()).map(Wake::text).contains(lane);
  }

  @Test
  void whatIsNoMessageOfOursIsDropped() {
    assertThat(receive("nonsense", Duration.ofSeconds(88))).isEmpty();

    assertThat(log).singleElement().asString().contains("unreadable");
  }

  @Test
  void aRehearsalBringsNothing() {
    deliveries.rehearse(message("rehearsal"), world.minute(), logger);

    assertThat(receiver.messages()).isEmpty();
    assertThat(world.deliveries.size()).isZero();
  }
}
