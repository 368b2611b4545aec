package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.tokens.TokenState;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.tokens.TokenStore;
import io.fortnoxconnector.connector.tokens.TokenStore.Lease;
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
    assertThat(store().lease("one", 1, "a", NOW, UNTIL)).isEqualTo(Lease.FREE);
    assertThat(store().lease("one", 1, "b", NOW, UNTIL)).isEqualTo(Lease.REFUSED);
    assertThat(store().lease("one", 1, "b", UNTIL, UNTIL.plusSeconds(45))).isEqualTo(Lease.REFUSED);

    assertThat(tokens().leaseOwner()).isEqualTo("a");
    assertThat(tokens().leaseUntil()).isEqualTo(UNTIL);
  }

  @Race
  void ofManyWhoAskAtTheSameMomentOneGetsTheLease() {
    assertThat(AtOnce.run(8, i -> store().lease("one", 1, "owner" + i, NOW, UNTIL)))
        .filteredOn(lease -> lease != Lease.REFUSED)
        .containsExactly(Lease.FREE);
  }

  @Test
  void anExpiredLeaseIsGivenToTheNext() {
    store().lease("one", 1, "a", NOW, UNTIL);

    Instant after = UNTIL.plusMillis(1);
    assertThat(store().lease("one", 1, "b", after, after.plusSeconds(45)))
        .isEqualTo(Lease.ABANDONED);

    assertThat(tokens().leaseOwner()).isEqualTo("b");
    assertThat(renew("a", "late")).isFalse();
    assertThat(tokens().access()).isEqualTo(Samples.sealed("access"));
  }

  @Test
  void aLeaseNeedsTheNewestVersion() {
    assertThat(store().lease("one", 0, "a", NOW, UNTIL)).isEqualTo(Lease.REFUSED);
    assertThat(store().lease("one", 2, "a", NOW, UNTIL)).isEqualTo(Lease.REFUSED);
    assertThat(store().lease("unknown", 1, "a", NOW, UNTIL)).isEqualTo(Lease.REFUSED);
  }

  @Test
  void aLeaseAskedForAgainBecauseAReplyWasLostIsStillMine() {
    assertThat(store().lease("one", 1, "a", NOW, UNTIL)).isEqualTo(Lease.FREE);
    assertThat(store().lease("one", 1, "a", NOW, UNTIL)).isNotEqualTo(Lease.REFUSED);
  }

  @Test
  void aLeaseThatWasGivenBackIsNotAbandoned() {
    store().lease("one", 1, "a", NOW, UNTIL);
    store().release("one", "a");
    assertThat(store().lease("one", 1, "b", NOW, UNTIL)).isEqualTo(Lease.FREE);

    renew("b", "new");
    assertThat(store().lease("one", 2, "c", NOW, UNTIL)).isEqualTo(Lease.FREE);
  }

  @Test
  void aSuccessorIsStoredAtOnceAndTheLeaseGoesOn() {
    store().lease("one", 1, "a", NOW, UNTIL);

    assertThat(rotated("a", 1)).isTrue();

    assertThat(tokens())
        .isEqualTo(
            new TokenState(
                Grant.REFRESH_TOKEN,
                2,
                Samples.sealed("access"),
                NOW.plusSeconds(1),
                Samples.sealed("successor"),
                "a",
                UNTIL,
                NOW.plusSeconds(1)));
    assertThat(renew("a", "new")).isTrue();
    assertThat(tokens().version()).isEqualTo(3);
  }

  @Test
  void whoeverSawTheTokenBeforeItsSuccessorGetsNoLease() {
    store().lease("one", 1, "a", NOW, UNTIL);
    rotated("a", 1);

    Instant after = UNTIL.plusMillis(1);
    assertThat(store().lease("one", 1, "b", after, after.plusSeconds(45))).isEqualTo(Lease.REFUSED);
    assertThat(store().lease("one", 2, "b", after, after.plusSeconds(45)))
        .isEqualTo(Lease.ABANDONED);
  }

  @Test
  void aSuccessorNeedsTheLeaseAndTheVersionThatItFollows() {
    assertThat(rotated("a", 1)).isFalse();
    store().lease("one", 1, "a", NOW, UNTIL);
    assertThat(rotated("b", 1)).isFalse();
    assertThat(rotated("a", 0)).isFalse();
    assertThat(rotated("a", 2)).isFalse();

    assertThat(tokens().refresh()).isEqualTo(Samples.sealed("refresh"));
    assertThat(tokens().version()).isEqualTo(1);
  }

  @Test
  void aSuccessorStoredAgainBecauseAReplyWasLostIsASuccessAndCountsOnce() {
    store().lease("one", 1, "a", NOW, UNTIL);

    assertThat(rotated("a", 1)).isTrue();
    assertThat(rotated("a", 1)).isTrue();

    assertThat(tokens().version()).isEqualTo(2);
  }

  @Test
  void aConnectionWhoseTokenWasRotatedIsNotIdle() {
    Instant later = NOW.plus(Duration.ofDays(21));
    store().lease("one", 1, "a", later, later.plusSeconds(45));

    store().rotated("one", 1, "a", Samples.sealed("successor"), later);

    assertThat(store().idle(later, 10)).isEmpty();
  }

  private boolean rotated(String owner, long version) {
    return store().rotated("one", version, owner, Samples.sealed("successor"), NOW.plusSeconds(1));
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
    assertThat(store().lease("one", 2, "b", NOW, UNTIL)).isEqualTo(Lease.FREE);
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
