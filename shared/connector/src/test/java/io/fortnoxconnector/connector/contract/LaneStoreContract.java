package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.webhooks.Delivery;
import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import io.fortnoxconnector.connector.webhooks.Lane;
import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.LaneStore;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Health;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store of lanes must do. */
public abstract class LaneStoreContract {

  private static final Instant NOW = FakeTiming.START;
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String MINE = "tenantone";
  private static final LaneKey LANE = new LaneKey(MINE, "hook", "connection");

  /** An empty store, the same one for the whole of a test. */
  protected abstract LaneStore store();

  private static Webhook hook(String id) {
    return new Webhook(
        id,
        MINE,
        null,
        new Settings("https://a.example/in", null, null, false),
        Status.ACTIVE,
        List.of(),
        NOW,
        NOW,
        Health.GOOD);
  }

  private static Delivery delivery(int number) {
    Instant at = NOW.plusMillis(number);
    return new Delivery(
        at.toEpochMilli() + "event" + number,
        "connection",
        number,
        "event" + number,
        "customer.updated",
        number,
        Outcome.REFUSED,
        400,
        number,
        at);
  }

  @Test
  void aLaneBeginsAtItsBeginningAndReadsBack() {
    assertThat(store().lane(LANE)).isEqualTo(Lane.begin(LANE));
    var lane = new Lane(LANE, 0, 7, 3, NOW, LATER, LATER.plusSeconds(1), LATER.plusSeconds(2));

    Lane saved = store().save(lane, List.of(), NOW).orElseThrow();

    assertThat(saved).isEqualTo(lane.withVersion(1));
    assertThat(store().lane(LANE)).isEqualTo(saved);
    Lane plain = new Lane(LANE, 1, 8, 0, null, null, null, null);
    assertThat(store().save(plain, List.of(), NOW)).contains(plain.withVersion(2));
    assertThat(store().lane(LANE)).isEqualTo(plain.withVersion(2));
  }

  @Race
  void ofManyWhoWriteALaneAtOnceOneDoesAndTheOthersLogNothing() {

    List<Boolean> written =
        AtOnce.run(
            5,
            thread ->
                store()
                    .save(
                        new Lane(LANE, 0, thread + 1, 0, null, null, null, null),
                        List.of(delivery(thread)),
                        NOW)
                    .isPresent());

    assertThat(written).containsOnlyOnce(true);
    assertThat(store().lane(LANE).version()).isEqualTo(1);
    assertThat(store().deliveries("hook", 10, null, NOW)).hasSize(1);
    assertThat(store().lanes(hook("hook"))).containsExactly(store().lane(LANE));
    assertThat(store().lanes(hook("hook2"))).isEmpty();
  }

  @Test
  void aLaneIsDueWhenItsTimeHasComeUntilItIsWrittenOrWoken() {
    LaneKey other = new LaneKey(MINE, "hook", "other");
    Instant soon = NOW.plusSeconds(1);
    store().save(new Lane(LANE, 0, 1, 1, NOW, NOW, LATER, null), List.of(), NOW);
    store().save(new Lane(other, 0, 1, 1, NOW, NOW, soon, null), List.of(), NOW);

    assertThat(store().due(NOW, 10)).isEmpty();
    assertThat(store().due(LATER, 10)).containsExactly(other, LANE);
    assertThat(store().due(LATER, 1)).containsExactly(other);

    store().woken(other, LATER.plusSeconds(1));
    assertThat(store().due(LATER, 10)).containsExactly(LANE);
    assertThat(store().due(LATER.plusSeconds(1), 10)).containsExactly(LANE, other);
    assertThat(store().lane(other).retryAt()).isEqualTo(soon);
    assertThat(store().lane(other).version()).isEqualTo(1);

    store().save(store().lane(LANE).withVersion(1), List.of(), NOW);
    store().save(new Lane(other, 1, 2, 0, null, null, null, null), List.of(), NOW);
    assertThat(store().due(LATER.plusSeconds(1), 10)).containsExactly(LANE);
    store().woken(other, NOW);
    assertThat(store().due(LATER.plusSeconds(1), 10)).containsExactly(LANE);
  }

  @Test
  void whatWasSentIsLoggedTheLatestFirstAndForThirtyDays() {
    List<Delivery> log = IntStream.rangeClosed(1, 50).mapToObj(i -> delivery(i)).toList();
    store().save(new Lane(LANE, 0, 50, 0, null, null, null, null), log, NOW);
    Delivery test =
        new Delivery(
            LATER.toEpochMilli() + "test",
            "",
            0,
            "test",
            "webhook.test",
            0,
            Outcome.TIMED_OUT,
            null,
            15_000,
            LATER);
    store().log("hook", test);

    assertThat(store().deliveries("hook", 3, null, NOW))
        .containsExactly(test, log.get(49), log.get(48));
    assertThat(store().deliveries("hook", 2, log.get(2).id(), NOW))
        .containsExactly(log.get(1), log.get(0));
    assertThat(store().deliveries("another", 2, null, NOW)).isEmpty();
    assertThat(store().delivery("hook", log.get(4).id(), NOW)).contains(log.get(4));
    assertThat(store().delivery("hook", "none", NOW)).isEmpty();
    assertThat(store().delivery("another", log.get(4).id(), NOW)).isEmpty();

    Instant past = LATER.plus(Duration.ofDays(30)).plusSeconds(1);
    assertThat(store().deliveries("hook", 3, null, past)).isEmpty();
    assertThat(store().delivery("hook", test.id(), past)).isEmpty();
  }
}
