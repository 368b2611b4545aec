package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.ConnectionStore.Page;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of connections must do. */
public abstract class ConnectionStoreContract {

  private static final Instant NOW = FakeTiming.START;

  /** An empty store, the same one for the whole of a test. */
  protected abstract ConnectionStore store();

  private static Connection connection(String id, String tenant, Instant at) {
    return Samples.connection(id, tenant, at, Samples.tokens(Grant.REFRESH_TOKEN, at));
  }

  private Connection found(String id) {
    return store().find(id).orElseThrow();
  }

  @Test
  void aConnectionComesBackAsItWasMade() {
    Connection plain = Samples.connection("one", "tenant");
    Connection limited =
        Samples.connection(
            "two",
            "tenant",
            NOW,
            Samples.tokens(Grant.CLIENT_CREDENTIALS, NOW),
            Consent.SCOPE_MISSING,
            new ConsentDetail("invoice", "not granted: invoice"));
    store().connect(plain);
    store().connect(limited);

    assertThat(store().find("one")).contains(plain);
    assertThat(store().find("two")).contains(limited);
  }

  @Test
  void aNamedConnectionComesBackWithItsNames() {
    store().connect(Samples.connection("one", "tenant"));
    store().describe("one", "Åkeri Öst AB", "556036-0793");
    Connection named = found("one");
    store().remove("one", "tenant");

    store().connect(named);

    assertThat(found("one")).isEqualTo(named);
  }

  @Test
  void anUnknownOrImpossibleIdFindsNothing() {
    assertThat(store().find("unknown")).isEmpty();
    assertThat(store().find("")).isEmpty();
    assertThat(store().find("x".repeat(3000))).isEmpty();
  }

  @Test
  void connectingAgainKeepsAccountKeysAndTheNameAndReplacesTheRest() {
    store()
        .connect(
            Samples.connection(
                "one",
                "tenant",
                NOW,
                Samples.tokens(Grant.REFRESH_TOKEN, NOW),
                Consent.RECONNECT_REQUIRED,
                new ConsentDetail("", "refused")));
    store().addAccountKey("one", "tenant", "hash");
    store().describe("one", "Åkeri Öst AB", "556036-0793");

    Instant later = NOW.plus(Duration.ofDays(1));
    Connection again =
        Samples.connection("one", "tenant", later, Samples.tokens(Grant.CLIENT_CREDENTIALS, later));
    store().connect(again);

    Connection now = found("one");
    assertThat(now.accountKeyHashes()).containsExactly("hash");
    assertThat(now.companyName()).isEqualTo("Åkeri Öst AB");
    assertThat(now.consent()).isEqualTo(Consent.ACTIVE);
    assertThat(now.consentDetail()).isNull();
    assertThat(now.connectedAt()).isEqualTo(later);
    assertThat(now.tokens()).isEqualTo(again.tokens());
  }

  @Test
  void theOlderAccountKeyStaysBesideTheNewerAndTheThirdOldestGoes() {
    store().connect(Samples.connection("one", "tenant"));

    assertThat(store().addAccountKey("one", "tenant", "first")).isTrue();
    assertThat(found("one").accountKeyHashes()).containsExactly("first");

    store().addAccountKey("one", "tenant", "second");
    assertThat(found("one").accountKeyHashes()).containsExactly("second", "first");

    store().addAccountKey("one", "tenant", "third");
    assertThat(found("one").accountKeyHashes()).containsExactly("third", "second");
  }

  @Test
  void aKeyAddedTwiceBecauseAReplyWasLostDoesNotPushTheOlderOut() {
    store().connect(Samples.connection("one", "tenant"));
    store().addAccountKey("one", "tenant", "first");

    assertThat(store().addAccountKey("one", "tenant", "second")).isTrue();
    assertThat(store().addAccountKey("one", "tenant", "second")).isTrue();

    assertThat(found("one").accountKeyHashes()).containsExactly("second", "first");
  }

  @Test
  void aForeignTenantCanNeitherAddAKeyNorRemove() {
    store().connect(Samples.connection("one", "tenant"));

    assertThat(store().addAccountKey("one", "foreign", "hash")).isFalse();
    assertThat(store().addAccountKey("unknown", "tenant", "hash")).isFalse();
    assertThat(store().remove("one", "foreign")).isEmpty();

    assertThat(found("one").accountKeyHashes()).isEmpty();
    assertThat(store().find("unknown")).isEmpty();
  }

  @Test
  void removingGivesBackWhatWasThereOnce() {
    store().connect(Samples.connection("one", "tenant"));

    assertThat(store().remove("one", "tenant")).contains(Samples.connection("one", "tenant"));

    assertThat(store().find("one")).isEmpty();
    assertThat(store().remove("one", "tenant")).isEmpty();
  }

  @Race
  void ofTwoWhoRemoveAtTheSameMomentOneGetsIt() {
    store().connect(Samples.connection("one", "tenant"));

    assertThat(AtOnce.run(4, _ -> store().remove("one", "tenant")))
        .filteredOn(Optional::isPresent)
        .hasSize(1);
  }

  @Test
  void theConsentStateIsSetAndCleared() {
    store().connect(Samples.connection("one", "tenant"));

    var detail = new ConsentDetail("invoice", "Saknar licens");
    store().setConsent("one", Consent.LICENCE_MISSING, detail);
    assertThat(found("one").consent()).isEqualTo(Consent.LICENCE_MISSING);
    assertThat(found("one").consentDetail()).isEqualTo(detail);

    store().setConsent("one", Consent.RECONNECT_REQUIRED, new ConsentDetail("", "refused"));
    assertThat(found("one").consentDetail()).isEqualTo(new ConsentDetail("", "refused"));

    store().setConsent("one", Consent.ACTIVE, null);
    assertThat(found("one")).isEqualTo(Samples.connection("one", "tenant"));
  }

  @Test
  void aRemovedConnectionIsNotBroughtBackByLateNews() {
    store().setConsent("gone", Consent.ACTIVE, null);
    store().setConsent("gone", Consent.SCOPE_MISSING, new ConsentDetail("invoice", "no"));
    store().describe("gone", "Åkeri Öst AB", "556036-0793");

    assertThat(store().find("gone")).isEmpty();
  }

  @Test
  void aTenantsConnectionsComeOldestFirstPageByPageAndOnlyItsOwn() {
    for (int i = 4; i >= 0; i--) {
      store().connect(connection("c" + i, "tenant", NOW.plusSeconds(i)));
      store().connect(connection("f" + i, "foreign", NOW.plusSeconds(i)));
    }

    var ids = new ArrayList<String>();
    String after = null;
    do {
      Page page = store().ofTenant("tenant", 2, after);
      page.connections().forEach(c -> ids.add(c.id()));
      after = page.next();
    } while (after != null);

    assertThat(ids).containsExactly("c0", "c1", "c2", "c3", "c4");
  }

  @Test
  void aForeignConnectionIsNoPlaceToGoOnFrom() {
    store().connect(connection("mine", "tenant", NOW));
    store().connect(connection("theirs", "foreign", NOW));

    assertThat(store().ofTenant("tenant", 10, "theirs").connections()).isEmpty();
    assertThat(store().ofTenant("tenant", 10, "unknown").connections()).isEmpty();
  }
}
