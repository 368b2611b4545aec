package io.fortnoxconnector.connector.webhooks;

import static io.fortnoxconnector.connector.twins.FakeReceiver.DEAD;
import static io.fortnoxconnector.connector.twins.FakeReceiver.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.twins.FakeReceiver.Message;
import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import io.fortnoxconnector.connector.webhooks.Sender.Reply;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourierTest {

  private static final String ONE = "connectionone";
  private static final String TWO = "connectiontwo";

  private final DeliveryScene scene = new DeliveryScene();

  private List<String> ids() {
    return scene.receiver.ids();
  }

  @Test
  void aConnectionsEventsComeOneByOneInTheirOrderAndThin() {
    scene.hook();
    List<String> told = scene.tell(ONE, 60);

    scene.deliver();

    assertThat(ids()).isEqualTo(told);
    Message first = scene.receiver.messages().getFirst();
    assertThat(first.receiver()).hasToString("https://vendor.example/in");
    assertThat(first.body())
        .isEqualTo(
            "{\"type\":\"customer.updated\",\"timestamp\":\"2026-03-02T08:00:00Z\",\"data\":"
                + "{\"connectionId\":\"connectionone\",\"resource\":\"customers\","
                + "\"resourceId\":\"001\"}}");
    assertThat(scene.world.meter.take().get(Metric.WEBHOOKS_DELIVERED)).containsExactly(60L);
  }

  @Test
  void whatHappenedBeforeTheWebhookWasMadeIsNotTold() {
    scene.note(ONE, 120);
    scene.world.timing.advance(Duration.ofSeconds(1));
    Webhook hook = scene.hook();
    List<String> told = scene.tell(ONE, 2);

    scene.deliver();

    assertThat(ids()).isEqualTo(told);
    assertThat(scene.lane(hook, ONE).last()).isEqualTo(122);
  }

  @Test
  void whatAWebhookDoesNotAskForIsPassedOver() {
    scene.webhooks.create(
        DeliveryScene.TENANT,
        null,
        new Settings("https://vendor.example", "customers", "CREATED", false));
    List<String> told =
        scene.note(
            ONE, List.of("customer.created", "customer.updated", "item.created", "item.deleted"));
    scene.ring(ONE);

    scene.deliver();

    assertThat(ids()).containsExactly(told.getFirst());
    scene.ring(ONE);
    assertThat(scene.world.deliveries.size()).isZero();
  }

  @Test
  void aWebhookOfOneConnectionIsToldOfNoOther() {
    scene.webhooks.create(DeliveryScene.TENANT, ONE, DeliveryScene.ALL);
    List<String> told = scene.tell(ONE, 1);
    scene.tell(TWO, 1);

    scene.deliver();

    assertThat(ids()).isEqualTo(told);
  }

  @Test
  void whatFailsIsTriedAgainBeforeAllThatComesAfterIt() {
    Webhook hook = scene.hook();
    List<String> told = scene.tell(ONE, 3);
    scene.receiver.answers(
        message -> message.id().equals(told.get(1)) ? Reply.of(400, null) : TAKEN);
    scene.deliver();
    assertThat(ids()).isEqualTo(told.subList(0, 2));

    scene.pass(Duration.ofMinutes(2));
    assertThat(ids()).containsExactly(told.get(0), told.get(1), told.get(1));
    assertThat(scene.lane(hook, ONE).attempts()).isEqualTo(2);

    scene.receiver.answers(TAKEN);
    scene.pass(Duration.ofMinutes(10));
    assertThat(ids())
        .containsExactly(told.get(0), told.get(1), told.get(1), told.get(1), told.get(2));
    assertThat(scene.webhooks.deliveries(hook, 10, null))
        .extracting(Delivery::attempt, Delivery::outcome)
        .containsExactly(
            tuple(1, Outcome.DELIVERED),
            tuple(3, Outcome.DELIVERED),
            tuple(2, Outcome.REFUSED),
            tuple(1, Outcome.REFUSED),
            tuple(1, Outcome.DELIVERED));
  }

  @Test
  void aRefusedMessageHoldsItsConnectionUpAndNoOther() {
    scene.hook();
    List<String> refused = scene.tell(ONE, 2);
    scene.receiver.answers(message -> refused.contains(message.id()) ? Reply.of(422, null) : TAKEN);
    scene.deliver();

    List<String> told = scene.tell(TWO, 2);
    scene.deliver();

    assertThat(ids()).containsExactly(refused.get(0), told.get(0), told.get(1));
  }

  @Test
  void retriesGrowForTwoDaysAndThenTheWebhookIsPaused() {
    Webhook hook = scene.hook();
    scene.tell(ONE, 1);
    var tried = new ArrayList<Instant>();
    scene.receiver.answers(
        _ -> {
          tried.add(scene.world.timing.now());
          return DEAD;
        });
    scene.deliver();
    scene.pass(Duration.ofDays(3));

    assertThat(tried).hasSizeBetween(12, 14);
    for (int i = 2; i < tried.size(); i++) {
      assertThat(Duration.between(tried.get(i - 1), tried.get(i)))
          .isLessThanOrEqualTo(Duration.ofHours(10));
    }
    assertThat(Duration.between(tried.getFirst(), tried.getLast()))
        .isBetween(Duration.ofDays(2), Duration.ofHours(60));
    assertThat(scene.now(hook).status()).isEqualTo(Status.PAUSED);
    assertThat(scene.world.laneStore.due(scene.world.timing.now(), 10)).isEmpty();
  }

  private List<String> news(String connection) {
    return scene.world.events.after(connection, 0, 100, scene.world.timing.now()).stream()
        .map(told -> told.event())
        .filter(event -> event.type().startsWith("webhook."))
        .map(event -> event.type() + " " + event.data().get("webhookId"))
        .toList();
  }

  @Test
  void eachConnectionIsToldThatItsWebhookIsPaused() {
    Webhook hook = scene.hook();
    scene.tell(ONE, 1);
    scene.tell(TWO, 1);
    scene.receiver.answers(DEAD);
    scene.deliver();
    scene.pass(Duration.ofDays(3));

    assertThat(news(ONE)).contains("webhook.paused " + hook.id());
    assertThat(news(TWO)).contains("webhook.paused " + hook.id());
  }

  @Test
  void aConnectionIsToldThatItsEventsAloneArePaused() {
    Webhook hook = scene.hook();
    List<String> refused = scene.tell(ONE, 1);
    scene.receiver.answers(message -> refused.contains(message.id()) ? Reply.of(400, null) : TAKEN);
    scene.tell(TWO, 1);
    scene.deliver();
    scene.pass(Duration.ofDays(3));

    assertThat(news(ONE)).containsExactly("webhook.paused " + hook.id());
    assertThat(news(TWO)).isEmpty();
  }

  @Test
  void aPausedWebhookGoesOnWhereItStoodOnceItIsResumed() {
    Webhook hook = scene.hook();
    List<String> told = new ArrayList<>(scene.tell(ONE, 2));
    scene.receiver.answers(DEAD);
    scene.deliver();
    scene.pass(Duration.ofDays(3));
    told.addAll(scene.tell(ONE, 1));
    int before = ids().size();
    scene.receiver.answers(TAKEN);

    scene.webhooks.change(scene.now(hook), hook.settings(), Status.ACTIVE);
    scene.deliver();

    // What says that it was paused comes too.
    assertThat(ids().subList(before, ids().size())).containsSubsequence(told);
  }

  @Test
  void afterItIsResumedItIsGivenTwoDaysAgain() {
    Webhook hook = scene.hook();
    scene.tell(ONE, 1);
    scene.receiver.answers(DEAD);
    scene.deliver();
    scene.pass(Duration.ofDays(3));

    scene.webhooks.change(scene.now(hook), hook.settings(), Status.ACTIVE);
    scene.deliver();
    scene.pass(Duration.ofDays(1));

    assertThat(scene.now(hook).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void oneMessageThatIsRefusedForTwoDaysPausesItsConnectionOnly() {
    Webhook hook = scene.hook();
    List<String> refused = scene.tell(ONE, 2);
    scene.receiver.answers(message -> refused.contains(message.id()) ? Reply.of(400, null) : TAKEN);
    scene.deliver();
    scene.pass(Duration.ofDays(3));

    assertThat(scene.now(hook).status()).isEqualTo(Status.ACTIVE);
    assertThat(scene.lane(hook, ONE).pausedAt()).isNotNull();
    assertThat(scene.lane(hook, ONE).last()).isZero();
    int before = ids().size();
    scene.ring(ONE);
    scene.deliver();
    assertThat(ids()).hasSize(before);
    List<String> told = scene.tell(TWO, 1);
    scene.deliver();
    assertThat(ids()).endsWith(told.getFirst());

    scene.receiver.answers(TAKEN);
    scene.webhooks.change(scene.now(hook), hook.settings(), Status.ACTIVE);
    scene.deliver();
    assertThat(ids()).containsSubsequence(refused.get(0), refused.get(0), refused.get(1));
  }

  @Test
  void goneDisablesItAtOnce() {
    Webhook hook = scene.hook();
    scene.tell(ONE, 2);
    scene.receiver.answers(Reply.of(410, null));

    scene.deliver();
    scene.pass(Duration.ofMinutes(10));

    assertThat(ids()).hasSize(1);
    assertThat(scene.now(hook).status()).isEqualTo(Status.DISABLED);
    assertThat(news(ONE)).containsExactly("webhook.disabled " + hook.id());
  }

  @Test
  void aRedirectionIsNoDelivery() {
    Webhook hook = scene.hook();
    scene.tell(ONE, 1);
    scene.receiver.answers(Reply.of(302, null));

    scene.deliver();

    assertThat(scene.webhooks.deliveries(hook, 1, null).getFirst().outcome())
        .isEqualTo(Outcome.REDIRECTED);
    assertThat(scene.lane(hook, ONE).last()).isZero();
  }

  @Test
  void aDeadReceiverIsTriedByOneConnectionAtATime() {
    scene.hook();
    scene.receiver.answers(DEAD);
    for (int i = 0; i < 50; i++) {
      scene.tell("connection" + i, 1);
    }

    scene.deliver();
    assertThat(ids()).hasSize(1);
    scene.pass(Duration.ofHours(1));

    assertThat(ids()).hasSizeLessThan(40);
  }

  @Test
  void aReceiverThatIsThereAgainGetsAllThatWaited() {
    Webhook hook = scene.hook();
    scene.receiver.answers(DEAD);
    var told = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      told.addAll(scene.tell("connection" + i, 1));
    }
    scene.deliver();
    scene.pass(Duration.ofHours(12));
    scene.receiver.answers(TAKEN);
    int before = ids().size();

    // The longest hold, and its jitter.
    scene.pass(Duration.ofMinutes(37));

    assertThat(ids().subList(before, ids().size())).containsExactlyInAnyOrderElementsOf(told);
    assertThat(scene.now(hook).health().failingSince()).isNull();
  }

  @Test
  void whatTheReceiverAsksForIsWaited() {
    scene.hook();
    scene.tell(ONE, 1);
    scene.receiver.answers(Reply.of(429, Duration.ofMinutes(20)));
    scene.deliver();

    scene.pass(Duration.ofMinutes(19));
    assertThat(ids()).hasSize(1);
    scene.pass(Duration.ofMinutes(6));
    assertThat(ids()).hasSize(2);
  }

  @Test
  void aSlowReceiversRunEndsInTimeAndGoesOnBehindOthers() {
    scene.hook();
    List<String> told = new ArrayList<>(scene.tell(ONE, 9));
    List<String> others = scene.tell(TWO, 1);
    scene.receiver.takes(Duration.ofSeconds(9));

    scene
        .world
        .courier(scene.receiver)
        .run(scene.world.deliveries.peek().orElseThrow(), scene.world.minute());
    assertThat(ids()).isEqualTo(told.subList(0, 5));
    scene.world.deliveries.done();
    scene.deliver();

    assertThat(ids().get(5)).isEqualTo(others.getFirst());
    assertThat(ids().subList(6, 10)).isEqualTo(told.subList(5, 9));
  }

  @Test
  void nothingIsSentToOneThatIsRemoved() {
    Webhook hook = scene.hook();
    scene.tell(ONE, 1);
    scene.webhooks.remove(DeliveryScene.TENANT, hook.id());

    scene.deliver();

    assertThat(ids()).isEmpty();
  }

  @Test
  void aReplaySendsTheSameIdAndMovesNothing() {
    Webhook hook = scene.hook();
    List<String> told = scene.tell(ONE, 3);
    scene.deliver();
    Delivery second = scene.webhooks.deliveries(hook, 3, null).get(1);

    assertThat(scene.webhooks.replay(hook, second.id())).isEqualTo(Webhooks.Replay.ACCEPTED);
    scene.deliver();

    assertThat(ids()).containsExactly(told.get(0), told.get(1), told.get(2), told.get(1));
    assertThat(scene.lane(hook, ONE).last()).isEqualTo(3);
    assertThat(scene.webhooks.deliveries(hook, 1, null).getFirst().attempt()).isZero();
    assertThat(scene.webhooks.replay(hook, "none")).isEqualTo(Webhooks.Replay.UNKNOWN);
  }
}
