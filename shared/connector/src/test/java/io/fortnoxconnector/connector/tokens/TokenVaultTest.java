package io.fortnoxconnector.connector.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.contract.AtOnce;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenReply.Later;
import io.fortnoxconnector.connector.tokens.TokenReply.Lost;
import io.fortnoxconnector.connector.tokens.TokenReply.Ready;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.GrantReply;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenVaultTest {

  private final World world = new World();

  /** To the last minutes of the access token's hour. */
  private void untilItExpires() {
    world.timing.advance(Duration.ofMinutes(56));
  }

  private TokenReply access() {
    return world.vault().access(world.connection(), world.minute());
  }

  private Secret storedAccess() {
    return world.cipher.open(
        world.connection().tokens().access(), "connectionone", Purpose.ACCESS_TOKEN);
  }

  private Secret storedRefresh() {
    return world.cipher.open(
        Objects.requireNonNull(world.connection().tokens().refresh()),
        "connectionone",
        Purpose.REFRESH_TOKEN);
  }

  @Test
  void aFreshTokenCostsNoCallAndIsOpenedOnce() {
    Connection connection = world.connect(Grant.REFRESH_TOKEN);
    TokenVault vault = world.vault();

    TokenReply first = vault.access(connection, world.minute());
    TokenReply second = vault.access(world.connection(), world.minute());

    assertThat(first).isInstanceOf(Ready.class).isEqualTo(second);
    assertThat(world.cipher.opened()).isEqualTo(1);
    assertThat(world.grants.log()).isEmpty();
  }

  @Test
  void anEmptiedVaultOpensAnew() {
    Connection connection = world.connect(Grant.REFRESH_TOKEN);
    TokenVault vault = world.vault();
    vault.access(connection, world.minute());

    vault.clear();
    vault.access(connection, world.minute());

    assertThat(world.cipher.opened()).isEqualTo(2);
  }

  @Test
  void aTokenRenewedElsewhereReplacesTheRememberedOne() {
    world.connect(Grant.REFRESH_TOKEN);
    TokenVault vault = world.vault();
    vault.access(world.connection(), world.minute());
    world.renewal().renew(world.connection(), world.minute());

    TokenReply reply = vault.access(world.connection(), world.minute());

    assertThat(reply).isEqualTo(new Ready(storedAccess(), 3));
  }

  @Test
  void anExpiringTokenIsRenewedOnceByManyConcurrentCallers() {
    // Real pauses: those who find the lease taken wait for the one who has it.
    world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();
    Instant then = world.timing.now();
    Timing real = Timing.real(Clock.offset(Clock.systemUTC(), sinceNow(then)));
    Connection seen = world.connection();

    List<TokenReply> replies =
        AtOnce.run(
            16,
            _ ->
                new TokenVault(world.cipher, world.renewal(real), real)
                    .access(seen, Deadline.in(Duration.ofMinutes(1), real)));

    assertThat(replies).containsOnly(new Ready(storedAccess(), 3));
    assertThat(world.grants.log()).containsExactly("refresh");
  }

  private static Duration sinceNow(Instant then) {
    return Duration.between(Clock.system(ZoneOffset.UTC).instant(), then);
  }

  @Test
  void callsOfOneRequestRenewOnceAndDoNotWaitForThemselves() {
    Connection asReadAtTheStart = world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();
    TokenVault vault = world.vault();

    TokenReply first = vault.access(asReadAtTheStart, world.minute());
    TokenReply second = vault.access(asReadAtTheStart, world.minute());

    assertThat(second).isInstanceOf(Ready.class).isEqualTo(first);
    assertThat(world.grants.log()).containsExactly("refresh");
    assertThat(world.timing.pauses()).isEmpty();
  }

  @Test
  void theSuccessorIsStoredBeforeUse() {
    world.connect(Grant.REFRESH_TOKEN);
    Secret before = storedRefresh();
    untilItExpires();

    Ready ready = (Ready) access();

    assertThat(storedAccess()).isEqualTo(ready.accessToken());
    assertThat(storedRefresh()).isNotEqualTo(before);
    assertThat(world.connection().tokens().leaseOwner()).isNull();

    untilItExpires();
    assertThat(access()).isInstanceOf(Ready.class);
  }

  @Test
  void aTokenThatCouldNotBeStoredIsNotUsed() {
    world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();
    // Slow beyond the lease, and somebody else took it.
    world.grants.whileAsked(
        () -> {
          world.timing.advance(TokenRenewal.LEASE.plusSeconds(1));
          world.connections.lease(
              "connectionone",
              1,
              "another",
              world.timing.now(),
              world.timing.now().plusSeconds(45));
        });

    assertThat(access()).isInstanceOf(Later.class);
    assertThat(world.connection().tokens().version()).isEqualTo(1);
  }

  @Test
  void aRefusedTokenIsRenewedUnlessSomebodyDidSoSince() {
    world.connect(Grant.REFRESH_TOKEN);
    TokenVault vault = world.vault();
    Ready refused = (Ready) vault.access(world.connection(), world.minute());

    TokenReply renewed = vault.accessAfterRefusal(world.connection(), refused, world.minute());
    TokenReply again = vault.accessAfterRefusal(world.connection(), refused, world.minute());

    assertThat(renewed).isEqualTo(new Ready(storedAccess(), 3)).isEqualTo(again);
    assertThat(world.grants.log()).containsExactly("refresh");
  }

  @Test
  void aUsedRefreshTokenLeadsToReconnectRequiredOnceAndNeverLoops() {
    world.connect(Grant.REFRESH_TOKEN);
    world.grants.answersNext(new GrantReply.InvalidGrant("Invalid refresh token"));
    untilItExpires();

    assertThat(access()).isInstanceOf(Lost.class);
    assertThat(world.connection().consent()).isEqualTo(Consent.RECONNECT_REQUIRED);
    assertThat(world.connection().tokens().leaseOwner()).isNull();

    for (int i = 0; i < 3; i++) {
      Lost lost = (Lost) access();
      assertThat(lost.problem().type()).isEqualTo(ProblemType.RECONNECT_REQUIRED);
      assertThat(world.renewal().renew(world.connection(), world.minute()))
          .isInstanceOf(Lost.class);
    }
    assertThat(world.grants.log()).containsExactly("refresh");
  }

  @Test
  void aRefusalIsNotBelievedWhereSomebodyElseRenewedMeanwhile() {
    Connection seen = world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();
    world.grants.whileAsked(
        () -> {
          world.grants.whileAsked(() -> {});
          world.timing.advance(TokenRenewal.LEASE.plusSeconds(1));
          world.renewal().renew(world.connection(), world.minute());
        });

    TokenReply reply = world.vault().access(seen, Deadline.in(Duration.ofMinutes(5), world.timing));

    assertThat(reply).isEqualTo(new Ready(storedAccess(), 3));
    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
  }

  @Test
  void aRotatedClientSecretIsReadAnewOnce() {
    world.connect(Grant.REFRESH_TOKEN);
    world.secrets.read(Samples.SECRET_NAME);
    world.grants.rotateClientSecret(new Secret("newer"));
    world.secrets.changeElsewhere(Samples.SECRET_NAME, new Secret("newer"));
    untilItExpires();

    assertThat(access()).isInstanceOf(Ready.class);
    assertThat(world.grants.log()).containsExactly("refresh", "refresh");
  }

  @Test
  void aWrongClientSecretIsTriedOnceAndTheConnectionLives() {
    world.connect(Grant.REFRESH_TOKEN);
    world.grants.rotateClientSecret(new Secret("newer"));
    untilItExpires();

    Lost lost = (Lost) access();

    assertThat(lost.problem().type()).isEqualTo(ProblemType.INTEGRATION_REFUSED);
    assertThat(world.grants.log()).containsExactly("refresh");
    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);

    world.secrets.write(Samples.SECRET_NAME, new Secret("newer"));
    assertThat(access()).isInstanceOf(Ready.class);
  }

  @Test
  void anIntegrationThatWasRemovedGivesNoToken() {
    world.connect(Grant.REFRESH_TOKEN);
    world.secrets.delete(Samples.SECRET_NAME);
    untilItExpires();

    assertThat(access()).isInstanceOf(Lost.class);
    assertThat(world.grants.log()).isEmpty();
    assertThat(world.connection().tokens().leaseOwner()).isNull();
  }

  @Test
  void aLostReplyKeepsTheTokenForOneMoreTry() {
    world.connect(Grant.REFRESH_TOKEN);
    world.grants.answersNext(new GrantReply.NoReply(false, "connection refused"));
    Secret before = storedRefresh();
    untilItExpires();

    Later later = (Later) access();

    assertThat(later.problem().type().isRetriable()).isTrue();
    assertThat(storedRefresh()).isEqualTo(before);
    assertThat(world.connection().tokens().leaseOwner()).isNull();
    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
  }

  @Test
  void aReplyLostAfterFortnoxRotatedTheTokenEndsInReconnectRequired() {
    world.connect(Grant.REFRESH_TOKEN);
    world.grants.losesNextReply();
    untilItExpires();

    assertThat(access()).isInstanceOf(Later.class);
    assertThat(access()).isInstanceOf(Lost.class);
    assertThat(access()).isInstanceOf(Lost.class);

    assertThat(world.grants.log()).containsExactly("refresh", "refresh");
    assertThat(world.connection().consent()).isEqualTo(Consent.RECONNECT_REQUIRED);
  }

  @Test
  void troubleAtFortnoxIsNoReasonToReconnect() {
    world.connect(Grant.REFRESH_TOKEN);
    world.grants.answersNext(new GrantReply.Unavailable(503));
    untilItExpires();

    assertThat(access()).isInstanceOf(Later.class);
    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
  }

  @Test
  void withClientCredentialsNoRefreshTokenIsUsed() {
    world.connect(Grant.CLIENT_CREDENTIALS);
    Secret kept = storedRefresh();
    untilItExpires();

    assertThat(access()).isInstanceOf(Ready.class);

    assertThat(world.grants.log()).containsExactly("clientCredentials");
    assertThat(storedRefresh()).isEqualTo(kept);
  }

  @Test
  void withClientCredentialsALostReplyCostsNothing() {
    world.connect(Grant.CLIENT_CREDENTIALS);
    world.grants.losesNextReply();
    untilItExpires();

    assertThat(access()).isInstanceOf(Later.class);
    assertThat(access()).isInstanceOf(Ready.class);
  }

  @Test
  void withTooLittleTimeLeftNoRenewalIsBegun() {
    Connection connection = world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();

    TokenReply reply =
        world.vault().access(connection, Deadline.in(Duration.ofSeconds(11), world.timing));

    assertThat(reply).isInstanceOf(Later.class);
    assertThat(world.grants.log()).isEmpty();
  }

  @Test
  void whoeverWaitsForAnothersRenewalDoesNotWaitForEver() {
    Connection connection = world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();
    Instant now = world.timing.now();
    world.connections.lease("connectionone", 1, "another", now, now.plusSeconds(45));

    Later later = (Later) world.vault().access(connection, world.minute());

    assertThat(later.problem().type()).isEqualTo(ProblemType.TOKEN_BUSY);
    assertThat(Duration.between(now, world.timing.now())).isLessThan(Duration.ofSeconds(6));
    assertThat(world.grants.log()).isEmpty();
  }

  @Test
  void theLeaseOfAProcessThatDiedIsTakenOver() {
    Connection connection = world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();
    Instant now = world.timing.now();
    world.connections.lease("connectionone", 1, "died", now, now.plus(TokenRenewal.LEASE));
    world.timing.advance(TokenRenewal.LEASE.plusMillis(1));

    assertThat(world.vault().access(connection, world.minute())).isInstanceOf(Ready.class);
  }

  @Test
  void aConnectionEndedMeanwhileGivesNoToken() {
    Connection connection = world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();
    world.connections.remove("connectionone", Samples.TENANT);

    assertThat(world.vault().access(connection, world.minute())).isInstanceOf(Lost.class);
    assertThat(world.grants.log()).isEmpty();
  }

  @Test
  void noTokenLiesInTheStoreInClear() {
    world.connect(Grant.REFRESH_TOKEN);
    untilItExpires();
    Ready ready = (Ready) access();

    assertThat(world.connections.dump()).doesNotContain("access-token", "refresh-token");
    assertThat(ready.toString()).doesNotContain("access-token");
  }
}
