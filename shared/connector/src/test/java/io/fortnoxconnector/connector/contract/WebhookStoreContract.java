package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.webhooks.SigningKey;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Health;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import io.fortnoxconnector.connector.webhooks.WebhookStore;
import io.fortnoxconnector.connector.webhooks.WebhookStore.Creation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a store of webhooks must do. */
public abstract class WebhookStoreContract {

  private static final Instant NOW = FakeTiming.START;
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String MINE = "tenantone";
  private static final int MOST = 10;
  private static final Settings ALL = new Settings("https://a.example/in", null, null, false);
  private static final Sealed SEALED = Samples.sealed("secret");

  /** An empty store, the same one for the whole of a test. */
  protected abstract WebhookStore store();

  protected static Webhook webhook(String id, @Nullable String connection) {
    return new Webhook(
        id,
        MINE,
        connection,
        ALL,
        Status.ACTIVE,
        List.of(new SigningKey(SEALED, null)),
        NOW,
        NOW,
        Health.GOOD);
  }

  private Webhook created(String id, @Nullable String connection) {
    Webhook webhook = webhook(id, connection);
    assertThat(store().create(webhook, MOST)).isEqualTo(Creation.DONE);
    return webhook;
  }

  private Webhook stored(String id) {
    return store().find(MINE, id).orElseThrow();
  }

  private List<String> ids(List<Webhook> webhooks) {
    return webhooks.stream().map(Webhook::id).toList();
  }

  @Test
  void aWebhookReadsBackAsItWasCreated() {
    Webhook all = created("hook", null);
    var one =
        new Webhook(
            "hook-connectionone",
            MINE,
            "connectionone",
            new Settings("https://b.example/?a=b", "customers", "CREATED", true),
            Status.PAUSED,
            List.of(new SigningKey(SEALED, null), new SigningKey(Samples.sealed("old"), LATER)),
            NOW,
            LATER,
            Health.GOOD);
    store().create(one, MOST);

    assertThat(store().find(MINE, "hook")).contains(all);
    assertThat(store().find(MINE, one.id())).contains(one);
    assertThat(store().find("another", "hook")).isEmpty();
    assertThat(store().find(MINE, "none")).isEmpty();
    assertThat(store().find(MINE, "")).isEmpty();
  }

  @Test
  void oneThatIsThereAlreadyStaysAsItIsAndCountsOnce() {
    Webhook first = created("hook", null);
    var other =
        new Webhook(
            "hook", MINE, null, ALL, Status.PAUSED, first.keys(), LATER, LATER, Health.GOOD);

    assertThat(store().create(other, 2)).isEqualTo(Creation.THERE);

    assertThat(stored("hook")).isEqualTo(first);
    assertThat(store().create(webhook("hooktwo", null), 2)).isEqualTo(Creation.DONE);
    assertThat(store().create(webhook("hookthree", null), 2)).isEqualTo(Creation.TOO_MANY);
  }

  @Test
  void thoseForAllAndThoseOfEachConnectionAreLimitedByThemselves() {
    for (int i = 0; i < 2; i++) {
      assertThat(store().create(webhook("all" + i, null), 2)).isEqualTo(Creation.DONE);
      assertThat(store().create(webhook("one" + i + "-one", "one"), 2)).isEqualTo(Creation.DONE);
    }

    assertThat(store().create(webhook("all2", null), 2)).isEqualTo(Creation.TOO_MANY);
    assertThat(store().create(webhook("one2-one", "one"), 2)).isEqualTo(Creation.TOO_MANY);
    assertThat(store().create(webhook("two-two", "two"), 2)).isEqualTo(Creation.DONE);
    assertThat(store().find(MINE, "all2")).isEmpty();
    assertThat(ids(store().ofTenant(MINE, 10, null))).hasSize(5);
  }

  @Test
  void oneThatIsRemovedLeavesItsPlaceToOneOther() {
    created("hooka", null);
    created("hookb", null);

    assertThat(store().remove(MINE, "hooka")).isTrue();
    assertThat(store().remove(MINE, "hooka")).isFalse();

    assertThat(store().create(webhook("hookc", null), 2)).isEqualTo(Creation.DONE);
    assertThat(store().create(webhook("hookd", null), 2)).isEqualTo(Creation.TOO_MANY);
  }

  @Race
  void ofElevenMadeAtOnceTenAre() {
    List<Creation> made =
        AtOnce.run(11, thread -> store().create(webhook("hook" + thread, null), MOST));

    assertThat(made).containsOnlyOnce(Creation.TOO_MANY).doesNotContain(Creation.THERE);
    assertThat(store().ofTenant(MINE, 20, null)).hasSize(10);
  }

  @Race
  void ofManyWhoRemoveOneAtOnceOneDoesAndOnePlaceIsFree() {
    created("hooka", null);
    created("hookb", null);

    assertThat(AtOnce.run(5, _ -> store().remove(MINE, "hooka"))).containsOnlyOnce(true);

    assertThat(store().create(webhook("hookc", null), 2)).isEqualTo(Creation.DONE);
    assertThat(store().create(webhook("hookd", null), 2)).isEqualTo(Creation.TOO_MANY);
  }

  @Test
  void aTenantsWebhooksAreListedInPartsAndNobodyElses() {
    created("hooka", null);
    created("hookb-connectionone", "connectionone");
    created("hookc", null);

    List<String> all = ids(store().ofTenant(MINE, 10, null));
    assertThat(all).containsExactlyInAnyOrder("hooka", "hookb-connectionone", "hookc");
    assertThat(ids(store().ofTenant(MINE, 2, null))).isEqualTo(all.subList(0, 2));
    assertThat(ids(store().ofTenant(MINE, 2, all.get(1)))).isEqualTo(all.subList(2, 3));
    assertThat(store().ofTenant("another", 10, null)).isEmpty();
  }

  @Test
  void aConnectionIsCoveredByItsOwnWebhooksAndByThoseForAll() {
    created("hooka", null);
    created("hookb-connectionone", "connectionone");
    created("hookc-connectiontwo", "connectiontwo");

    assertThat(ids(store().covering(MINE, "connectionone")))
        .containsExactlyInAnyOrder("hooka", "hookb-connectionone");
    assertThat(ids(store().covering(MINE, "connectionthree"))).containsExactly("hooka");
    assertThat(ids(store().covering(MINE, ""))).containsExactly("hooka");
    assertThat(store().covering("another", "connectionone")).isEmpty();
  }

  @Test
  void whatItsOwnerSaysIsChangedAndNothingElse() {
    Webhook webhook = created("hook", null);
    var settings = new Settings("https://c.example", "items", "DELETED", true);

    Webhook changed = store().change(webhook, settings, LATER).orElseThrow();

    assertThat(changed).isEqualTo(stored("hook"));
    assertThat(changed.settings()).isEqualTo(settings);
    assertThat(changed.updatedAt()).isEqualTo(LATER);
    assertThat(changed.createdAt()).isEqualTo(NOW);
    assertThat(changed.keys()).isEqualTo(webhook.keys());
    assertThat(store().change(changed, ALL, LATER).orElseThrow().settings()).isEqualTo(ALL);
    assertThat(store().change(webhook("none", null), settings, LATER)).isEmpty();
    assertThat(store().find(MINE, "none")).isEmpty();
  }

  @Test
  void ofTwoWhoRotateAtOnceOneHasTo() {
    Webhook webhook = created("hook", null);
    List<SigningKey> keys = List.of(new SigningKey(Samples.sealed("new"), null));

    assertThat(store().rotate(webhook, keys, LATER)).isTrue();
    assertThat(store().rotate(webhook, List.of(), LATER)).isFalse();

    assertThat(stored("hook").keys()).isEqualTo(keys);
    assertThat(store().rotate(webhook("none", null), keys, LATER)).isFalse();
  }

  @Test
  void oneThatIsActiveIsStoppedOnceAndSetGoingAgain() {
    Webhook webhook = created("hook", null);
    store().failed(webhook, NOW, LATER);

    assertThat(store().stop(webhook, Status.PAUSED, LATER)).isTrue();
    assertThat(store().stop(webhook, Status.DISABLED, LATER)).isFalse();
    assertThat(stored("hook").status()).isEqualTo(Status.PAUSED);

    Webhook resumed = store().resume(webhook, LATER).orElseThrow();
    assertThat(resumed).isEqualTo(stored("hook"));
    assertThat(resumed.status()).isEqualTo(Status.ACTIVE);
    assertThat(resumed.health()).isEqualTo(new Health(null, null, null, LATER));
    assertThat(store().resume(webhook("none", null), LATER)).isEmpty();
    assertThat(store().stop(webhook("none", null), Status.PAUSED, LATER)).isFalse();
  }

  @Test
  void aReceiverFailsSinceItsFirstFailureUntilItDoesWell() {
    Webhook webhook = created("hook", null);

    assertThat(store().failed(webhook, NOW, LATER).orElseThrow().health())
        .isEqualTo(new Health(NOW, LATER, null, null));
    assertThat(store().failed(webhook, LATER, LATER.plusSeconds(1)).orElseThrow().health())
        .isEqualTo(new Health(NOW, LATER.plusSeconds(1), null, null));
    store().well(webhook, null);
    assertThat(stored("hook").health()).isEqualTo(Health.GOOD);
    store().well(webhook, LATER);
    assertThat(stored("hook").health()).isEqualTo(new Health(null, null, LATER, null));
    assertThat(store().failed(webhook("none", null), NOW, LATER)).isEmpty();
    store().well(webhook("none", null), LATER);
    assertThat(store().find(MINE, "none")).isEmpty();
  }

  @Test
  void oneThatIsRemovedIsGoneForItsTenantOnly() {
    created("hook", null);

    assertThat(store().remove("another", "hook")).isFalse();
    assertThat(store().remove(MINE, "hook")).isTrue();
    assertThat(store().remove(MINE, "hook")).isFalse();
    assertThat(store().find(MINE, "hook")).isEmpty();
    assertThat(store().covering(MINE, "connection")).isEmpty();
  }
}
