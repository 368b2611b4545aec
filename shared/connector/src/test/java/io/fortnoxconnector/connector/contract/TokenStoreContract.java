package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.tokens.TokenState;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.tokens.TokenStore;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store of tokens and of the lease for renewing them must do. */
public abstract class TokenStoreContract {

  private static final Instant NOW = FakeTiming.START;
  private static final Instant UNTIL = NOW.plusSeconds(45);

  /** An empty store of connections, the same one for the whole of a test. */
  protected abstract ConnectionStore connections();

  /** The tokens of those connections. */
  protected abstract TokenStore store();

  @BeforeEach
  void aConnectionWithTokensOfVersionOne() {
    connections().connect(Samples.connection("one", "tenant"));
  }

  private TokenState tokens() {
    return connections().find("one").map(Connection::tokens).orElseThrow();
  }

  private boolean renew(String owner, String access) {
    return store()
        .renew(
            "one",
            owner,
            Samples.sealed(access),
            NOW.plusSeconds(3600),
            Samples.sealed(access + " refresh"),
            NOW.plusSeconds(1));
  }

  @Test
  void aRunningLeaseIsNotGivenTwice() {
    assertThat(store().lease("one", 1, "a", NOW, UNTIL)).isTrue();
    assertThat(store().lease("one", 1, "b", NOW, UNTIL)).isFalse();
    assertThat(store().lease("one", 1, "b", UNTIL, UNTIL.plusSeconds(45))).isFalse();

    assertThat(tokens().leaseOwner()).isEqualTo("a");
    assertThat(tokens().leaseUntil()).isEqualTo(UNTIL);
  }

  @Test
  void ofManyWhoAskAtTheSameMomentOneGetsTheLease() {
    assertThat(AtOnce.run(8, i -> store().lease("one", 1, "owner" + i, NOW, UNTIL)))
        .filteredOn(given -> given)
        .hasSize(1);
  }

  @Test
  void anExpiredLeaseIsGivenToTheNext() {
    store().lease("one", 1, "a", NOW, UNTIL);

    Instant after = UNTIL.plusMillis(1);
    assertThat(store().lease("one", 1, "b", after, after.plusSeconds(45))).isTrue();

    assertThat(tokens().leaseOwner()).isEqualTo("b");
    assertThat(renew("a", "late")).isFalse();
    assertThat(tokens().access()).isEqualTo(Samples.sealed("access"));
  }

  @Test
  void aLeaseNeedsTheNewestVersion() {
    assertThat(store().lease("one", 0, "a", NOW, UNTIL)).isFalse();
    assertThat(store().lease("one", 2, "a", NOW, UNTIL)).isFalse();
    assertThat(store().lease("unknown", 1, "a", NOW, UNTIL)).isFalse();
  }

  @Test
  void aLeaseAskedForAgainBecauseAReplyWasLostIsStillMine() {
    assertThat(store().lease("one", 1, "a", NOW, UNTIL)).isTrue();
    assertThat(store().lease("one", 1, "a", NOW, UNTIL)).isTrue();
  }

  @Test
  void renewedTokensNeedTheLease() {
    assertThat(renew("a", "stolen")).isFalse();
    store().lease("one", 1, "a", NOW, UNTIL);
    assertThat(renew("b", "stolen")).isFalse();

    assertThat(tokens().access()).isEqualTo(Samples.sealed("access"));
    assertThat(tokens().version()).isEqualTo(1);
  }

  @Test
  void renewingStoresAllOfItAndGivesTheLeaseBack() {
    store().lease("one", 1, "a", NOW, UNTIL);

    assertThat(renew("a", "new")).isTrue();

    assertThat(tokens())
        .isEqualTo(
            new TokenState(
                Grant.REFRESH_TOKEN,
                2,
                Samples.sealed("new"),
                NOW.plusSeconds(3600),
                Samples.sealed("new refresh"),
                null,
                null,
                NOW.plusSeconds(1)));
    assertThat(store().lease("one", 2, "b", NOW, UNTIL)).isTrue();
  }

  @Test
  void withoutASuccessorTheOldRefreshTokenStays() {
    store().lease("one", 1, "a", NOW, UNTIL);

    store().renew("one", "a", Samples.sealed("new"), NOW.plusSeconds(3600), null, NOW);

    assertThat(tokens().refresh()).isEqualTo(Samples.sealed("refresh"));
  }

  @Test
  void renewingAgainBecauseAReplyWasLostIsASuccessAndCountsOnce() {
    store().lease("one", 1, "a", NOW, UNTIL);

    assertThat(renew("a", "new")).isTrue();
    assertThat(renew("a", "new")).isTrue();

    assertThat(tokens().version()).isEqualTo(2);
  }

  @Test
  void aReleasedLeaseIsFreeAndNothingElseChanged() {
    TokenState before = tokens();
    store().lease("one", 1, "a", NOW, UNTIL);
    store().release("one", "b");
    assertThat(tokens().leaseOwner()).isEqualTo("a");

    store().release("one", "a");
    assertThat(tokens()).isEqualTo(before);
    store().release("one", "a");
    store().release("unknown", "a");
  }

  @Test
  void connectingAgainDropsARunningLease() {
    store().lease("one", 1, "a", NOW, UNTIL);

    connections().connect(Samples.connection("one", "tenant"));

    assertThat(tokens().leaseOwner()).isNull();
    assertThat(renew("a", "of the old consent")).isFalse();
    assertThat(tokens().access()).isEqualTo(Samples.sealed("access"));
  }

  @Test
  void onlyRefreshTokensUnusedForTwentyDaysAreIdleTheOldestFirst() {
    Instant longAgo = NOW.minus(Duration.ofDays(30));
    for (int i = 0; i < 3; i++) {
      Instant at = longAgo.minusSeconds(i);
      connections()
          .connect(
              Samples.connection("old" + i, "tenant", at, Samples.tokens(Grant.REFRESH_TOKEN, at)));
    }
    connections()
        .connect(
            Samples.connection(
                "byCredentials",
                "tenant",
                longAgo,
                Samples.tokens(Grant.CLIENT_CREDENTIALS, longAgo)));

    assertThat(store().idle(NOW, 10)).containsExactly("old2", "old1", "old0");
    assertThat(store().idle(NOW, 2)).containsExactly("old2", "old1");
    assertThat(store().idle(NOW.plus(Duration.ofDays(20)), 10)).doesNotContain("one");
    assertThat(store().idle(NOW.plus(Duration.ofDays(20)).plusMillis(1), 10)).contains("one");
  }

  @Test
  void aRenewedConnectionIsNotIdle() {
    Instant later = NOW.plus(Duration.ofDays(21));
    assertThat(store().idle(later, 10)).containsExactly("one");
    store().lease("one", 1, "a", later, later.plusSeconds(45));

    store()
        .renew(
            "one",
            "a",
            Samples.sealed("new"),
            later.plusSeconds(3600),
            Samples.sealed("new refresh"),
            later);

    assertThat(store().idle(later, 10)).isEmpty();
  }

  @Test
  void aConnectionMovedToClientCredentialsIsNotIdle() {
    connections()
        .connect(
            Samples.connection(
                "one", "tenant", NOW, Samples.tokens(Grant.CLIENT_CREDENTIALS, NOW)));

    assertThat(store().idle(NOW.plus(Duration.ofDays(30)), 10)).isEmpty();
    store().lease("one", 1, "a", NOW, UNTIL);
    renew("a", "new");
    assertThat(store().idle(NOW.plus(Duration.ofDays(60)), 10)).isEmpty();
  }
}
