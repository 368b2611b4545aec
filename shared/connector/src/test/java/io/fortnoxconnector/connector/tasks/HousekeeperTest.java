package io.fortnoxconnector.connector.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.tasks.Housekeeper.Round;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HousekeeperTest {

  private final World world = new World();

  private Round tidy() {
    return world.housekeeper().tidy(world.minute());
  }

  @Test
  void strandedTasksGoBackOnTheQueueOldestFirstAndOnce() {
    Instant now = world.timing.now();
    for (int i = 0; i < 3; i++) {
      world.tasks.putOpen(
          Samples.task("task" + i, Operation.CREATE, now.plusSeconds(i), "fingerprint"), 3);
    }
    assertThat(tidy().requeued()).isZero();

    world.timing.advance(Duration.ofMinutes(3));
    assertThat(tidy().requeued()).isEqualTo(3);
    assertThat(world.queue.messages()).containsExactly("task0", "task1", "task2");

    world.timing.advance(Duration.ofMinutes(3));
    assertThat(tidy().requeued()).isZero();
    world.timing.advance(Duration.ofHours(1));
    assertThat(tidy().requeued()).isEqualTo(3);
  }

  @Test
  void aRoundRequeuesAllThatAreStrandedHoweverMany() {
    strand(250);

    assertThat(tidy().requeued()).isEqualTo(250);
    assertThat(world.queue.messages()).hasSize(250);
  }

  @Test
  void aTaskThatCannotBeReadIsReportedAndStopsNoOther() {
    strand(3);
    world.tasks.damage("task1");

    Round round = tidy();

    assertThat(world.queue.messages()).containsExactly("task0", "task2");
    assertThat(round.requeued()).isEqualTo(2);
    assertThat(round.accidents()).hasSize(1);
    assertThat(tidy().accidents()).as("others' turn").isEmpty();
    world.timing.advance(Duration.ofMinutes(3));
    assertThat(tidy().accidents()).hasSize(1);
  }

  @Test
  void troubleThatMeetsEveryTaskEndsTheRound() {
    strand(30);
    IntStream.range(0, 30).forEach(i -> world.tasks.damage("task" + i));

    assertThat(tidy().accidents()).hasSize(10);
  }

  @Test
  void aConnectionThatCannotBeKeptAliveStopsNoOther() {
    world.connect(Grant.REFRESH_TOKEN);
    world.timing.advance(Duration.ofDays(21));
    world.cipher.onCall(
        call -> {
          throw new IllegalStateException("KMS is away");
        });

    assertThat(tidy().accidents()).hasSize(1);
  }

  private void strand(int tasks) {
    for (int i = 0; i < tasks; i++) {
      Instant accepted = world.timing.now().plusSeconds(i);
      world.tasks.putOpen(
          Samples.task("task" + i, Operation.CREATE, accepted, "fingerprint"), tasks);
    }
    world.timing.advance(Duration.ofHours(1));
  }

  @Test
  void anIdleConnectionsRefreshTokenIsUsedBeforeItDiesOfAge() {
    world.connect(Grant.REFRESH_TOKEN);
    world.timing.advance(Duration.ofDays(19));
    assertThat(tidy()).isEqualTo(new Round(0, 0, List.of()));

    world.timing.advance(Duration.ofDays(2));
    assertThat(tidy()).isEqualTo(new Round(0, 1, List.of()));
    assertThat(tidy()).isEqualTo(new Round(0, 0, List.of()));

    assertThat(world.grants.log()).containsExactly("refresh");
  }

  @Test
  void aLostConnectionIsNotKeptAlive() {
    world.connect(Grant.REFRESH_TOKEN);
    world.connections.setConsent("connectionone", Consent.RECONNECT_REQUIRED, null);
    world.timing.advance(Duration.ofDays(21));

    assertThat(tidy()).isEqualTo(new Round(0, 0, List.of()));
    assertThat(world.grants.log()).isEmpty();
  }

  @Test
  void aRoundEndsInTime() {
    world.connect(Grant.REFRESH_TOKEN);
    world.tasks.putOpen(Samples.task("task"), 1);
    world.timing.advance(Duration.ofDays(21));

    Round round = world.housekeeper().tidy(Deadline.in(Duration.ofSeconds(1), world.timing));

    assertThat(round).isEqualTo(new Round(0, 0, List.of()));
  }
}
