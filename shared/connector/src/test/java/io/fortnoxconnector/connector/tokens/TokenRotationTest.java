package io.fortnoxconnector.connector.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.tokens.TokenEscrow.Escrowed;
import io.fortnoxconnector.connector.tokens.TokenReply.Later;
import io.fortnoxconnector.connector.tokens.TokenReply.Lost;
import io.fortnoxconnector.connector.tokens.TokenReply.Ready;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a refresh token's successor when something fails, or dies, around it. */
class TokenRotationTest {

  private static final String ID = "connectionone";

  private final World world = new World();

  @BeforeEach
  void anExpiringToken() {
    world.connect(Grant.REFRESH_TOKEN);
    world.timing.advance(Duration.ofMinutes(56));
  }

  private TokenReply access() {
    return world.vault().access(world.connection(), world.minute());
  }

  private void untilTheLeaseIsOver() {
    world.timing.advance(TokenRenewal.LEASE.plusMillis(1));
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private void unreachable() {
    throw new IllegalStateException("it can't be reached");
  }

  @Test
  void betweenFortnoxsAnswerAndTheStoredSuccessorNothingElseIsAsked() {
    var calls = new ArrayList<String>();
    world.cipher.onCall(calls::add);
    world.grants.whileAsked(() -> calls.add("Fortnox"));
    world.connections.beforeRotating(() -> calls.add("stored"));

    assertThat(access()).isInstanceOf(Ready.class);

    assertThat(calls).containsExactly("open", "prepare", "Fortnox", "stored", "seal");
  }

  @Test
  void whatCanNotBePreparedIsNotBegunAndHoldsNobodyUp() {
    world.cipher.onCall(
        call -> {
          if (call.equals("prepare")) {
            unreachable();
          }
        });

    assertThatThrownBy(this::access).isInstanceOf(IllegalStateException.class);

    assertThat(world.grants.log()).isEmpty();
    assertThat(world.connection().tokens().leaseOwner()).isNull();
    world.cipher.onCall(_ -> {});
    assertThat(access()).isInstanceOf(Ready.class);
  }

  @Test
  void inTheCommonPathTheEscrowIsNotAsked() {
    assertThat(access()).isInstanceOf(Ready.class);

    assertThat(world.secrets.lookups()).doesNotContain(World.ESCROW_PREFIX + ID);
  }

  @Test
  void aSuccessorThatCouldNotBeStoredAtFirstIsStoredLaterAndNothingStaysInEscrow() {
    var tries = new AtomicInteger();
    world.connections.beforeRotating(
        () -> {
          if (tries.incrementAndGet() < 4) {
            unreachable();
          }
        });

    assertThat(access()).isInstanceOf(Ready.class);

    assertThat(world.escrow.find(ID)).isEmpty();
    assertThat(world.connection().tokens().version()).isEqualTo(3);
  }

  @Test
  void aSuccessorThatCanNotBeStoredLiesInEscrowAndTheNextOwnerAdoptsIt() {
    world.connections.beforeRotating(this::unreachable);

    assertThat(access()).isInstanceOf(Later.class);
    assertThat(world.escrow.find(ID)).isPresent();
    assertThat(world.connection().tokens().version()).isEqualTo(1);

    world.connections.beforeRotating(() -> {});
    untilTheLeaseIsOver();
    assertThat(access()).isInstanceOf(Ready.class);

    assertThat(world.grants.log()).containsExactly("refresh", "refresh");
    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
    assertThat(world.escrow.find(ID)).isEmpty();
  }

  @Test
  void aSuccessorIsInEscrowBeforeTheLeaseIsOver() {
    world.connections.beforeRotating(this::unreachable);

    Deadline whole = Deadline.in(Duration.ofMinutes(15), world.timing);
    world.vault().access(world.connection(), whole);

    assertThat(world.timing.now()).isBefore(world.connection().tokens().leaseUntil());
    assertThat(world.escrow.find(ID)).isPresent();
  }

  @Test
  void whatLiesInEscrowIsCiphertext() {
    world.connections.beforeRotating(this::unreachable);
    access();

    Secret stored = world.secrets.readAnew(World.ESCROW_PREFIX + ID).orElseThrow();

    assertThat(stored.reveal()).doesNotContain("refresh-token");
    assertThat(
            world
                .cipher
                .open(
                    world.escrow.find(ID).orElseThrow().successor(),
                    ID,
                    TokenCipher.Purpose.REFRESH_TOKEN)
                .reveal())
        .startsWith("refresh-token");
  }

  @Test
  void whatBelongsToOlderTokensIsRemovedAndNotAdopted() {
    world.escrow.put(ID, new Escrowed(0, new Sealed("b2xk")));
    world.connections.lease(
        ID, 1, "died", world.timing.now(), world.timing.now().plus(TokenRenewal.LEASE));
    untilTheLeaseIsOver();

    assertThat(access()).isInstanceOf(Ready.class);

    assertThat(world.grants.log()).containsExactly("refresh");
    assertThat(world.escrow.find(ID)).isEmpty();
  }

  @Test
  void whoeverDiesBetweenAdoptingAndRemovingHarmsNobody() {
    world.connections.beforeRotating(this::unreachable);
    access();
    Escrowed left = world.escrow.find(ID).orElseThrow();
    world.connections.beforeRotating(() -> {});
    untilTheLeaseIsOver();
    access();
    world.escrow.put(ID, left);
    world.timing.advance(Duration.ofMinutes(56));
    world.connections.lease(
        ID,
        world.connection().tokens().version(),
        "died",
        world.timing.now(),
        world.timing.now().plus(TokenRenewal.LEASE));
    untilTheLeaseIsOver();

    assertThat(access()).isInstanceOf(Ready.class);

    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
    assertThat(world.escrow.find(ID)).isEmpty();
  }

  @Test
  void whereNeitherStoreNorEscrowCanBeReachedItIsSaid() {
    world.connections.beforeRotating(this::unreachable);
    world.secrets.beforeWriting(this::unreachable);

    assertThatThrownBy(this::access)
        .isInstanceOf(IllegalStateException.class)
        .satisfies(trouble -> assertThat(trouble.getSuppressed()).isNotEmpty());
  }

  @Test
  void anAccessTokenThatCanNotBeSealedIsUsedAndTheNextRequestRenews() {
    world.cipher.onCall(
        call -> {
          if (call.equals("seal")) {
            unreachable();
          }
        });

    assertThat(access()).isInstanceOf(Ready.class);
    assertThat(world.connection().tokens().accessExpiresAt()).isBeforeOrEqualTo(world.timing.now());
    assertThat(world.connection().tokens().leaseOwner()).isNull();

    world.cipher.onCall(_ -> {});
    assertThat(access()).isInstanceOf(Ready.class);
    assertThat(world.grants.log()).containsExactly("refresh", "refresh");
    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
  }

  @Test
  void whoeverDiesAfterTheSuccessorWasStoredLosesOnlyTheAccessToken() {
    world.cipher.onCall(
        call -> {
          if (call.equals("seal")) {
            throw new Killed();
          }
        });
    var seenBefore = world.connection();
    assertThatThrownBy(this::access).isInstanceOf(Killed.class);
    world.cipher.onCall(_ -> {});
    untilTheLeaseIsOver();

    // Also for a request that read the connection before the token was rotated.
    assertThat(world.vault().access(seenBefore, world.minute())).isInstanceOf(Ready.class);

    assertThat(world.grants.log()).containsExactly("refresh", "refresh");
    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
  }

  @Test
  void whoeverDiesBetweenFortnoxsAnswerAndTheStoreLeavesATokenThatIsTriedOnce() {
    world.connections.beforeRotating(
        () -> {
          throw new Killed();
        });
    assertThatThrownBy(this::access).isInstanceOf(Killed.class);
    world.connections.beforeRotating(() -> {});
    untilTheLeaseIsOver();

    assertThat(access()).isInstanceOf(Lost.class);
    assertThat(access()).isInstanceOf(Lost.class);

    assertThat(world.grants.log()).isEqualTo(List.of("refresh", "refresh"));
    assertThat(world.connection().consent()).isEqualTo(Consent.RECONNECT_REQUIRED);
  }
}
