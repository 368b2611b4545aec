package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.budget.Budget.Answer;
import io.fortnoxconnector.connector.budget.Budget.Answer.Slot;
import io.fortnoxconnector.connector.budget.Budget.Answer.Wait;
import io.fortnoxconnector.connector.budget.Budget.Use;
import io.fortnoxconnector.connector.budget.BudgetKey;
import io.fortnoxconnector.connector.twins.FakeTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store of rate budgets must do: Fortnox allows 25 requests in any 5 s. */
public abstract class BudgetContract {

  private static final Instant NOW = FakeTiming.START;
  private static final Duration SECONDS = Duration.ofSeconds(2);
  private static final BudgetKey KEY = new BudgetKey("client-id", "612345");

  /** A store in which every company is at rest, the same one for the whole of a test. */
  protected abstract Budget budget();

  private Answer take(Use use, Instant now) {
    return budget().take(KEY, use, now, Duration.ZERO);
  }

  @Test
  void aRestedCompanyIsGrantedAtOnce() {
    assertThat(take(Use.INTERACTIVE, NOW)).isInstanceOf(Slot.class);
  }

  @Test
  void whoWaitsAsLongAsToldIsGranted() {
    Instant now = NOW;
    while (take(Use.INTERACTIVE, now) instanceof Slot) {
      now = now.plusMillis(1);
    }
    Wait wait = (Wait) take(Use.INTERACTIVE, now);

    assertThat(wait.askAgain()).isPositive().isLessThan(Duration.ofSeconds(1));
    assertThat(take(Use.INTERACTIVE, now.plus(wait.askAgain()).minusMillis(1)))
        .isInstanceOf(Wait.class);
    assertThat(take(Use.INTERACTIVE, now.plus(wait.askAgain()))).isInstanceOf(Slot.class);
  }

  @Race
  void fromEightThreadsNoFiveSecondsHoldMoreThanTwentyFiveGrants() {
    Instant end = NOW.plusSeconds(12);
    List<Long> grants = new ArrayList<>();
    AtOnce.run(
            8,
            thread -> {
              var mine = new ArrayList<Long>();
              Use use = thread % 2 == 0 ? Use.INTERACTIVE : Use.WRITER;
              Instant now = NOW.plusMillis(thread * 7L);
              while (now.isBefore(end)) {
                switch (take(use, now)) {
                  case Slot _ -> {
                    mine.add(now.toEpochMilli());
                    now = now.plusMillis(1);
                  }
                  case Wait(var time, _) -> now = now.plus(time);
                }
              }
              return mine;
            })
        .forEach(grants::addAll);

    grants.sort(null);
    assertThat(grants).hasSizeGreaterThan(50);
    for (int first = 0; first + 25 < grants.size(); first++) {
      assertThat(grants.get(first + 25) - grants.get(first)).isGreaterThan(5000);
    }
  }

  @Race
  void whoAsksAtTheSameMomentDoesNotGetTheSamePlace() {
    List<Answer> decisions = AtOnce.run(8, _ -> take(Use.WRITER, NOW));

    assertThat(decisions).filteredOn(Slot.class::isInstance).hasSize(1);
  }

  @Test
  void theWriterYieldsToWhoIsWaitingForAnAnswer() {
    take(Use.INTERACTIVE, NOW);

    assertThat(take(Use.WRITER, NOW)).isInstanceOf(Wait.class);
    assertThat(take(Use.INTERACTIVE, NOW)).isInstanceOf(Slot.class);
  }

  @Test
  void afterA429NobodySendsForThePause() {
    budget().pushBack(KEY, Duration.ofSeconds(5), NOW);

    Instant last = NOW.plusSeconds(5).minusMillis(1);
    assertThat(take(Use.INTERACTIVE, NOW))
        .isEqualTo(new Wait(Duration.ofSeconds(5), Duration.ofSeconds(5)));
    assertThat(take(Use.INTERACTIVE, last)).isInstanceOf(Wait.class);
    assertThat(take(Use.WRITER, last)).isInstanceOf(Wait.class);
    assertThat(take(Use.INTERACTIVE, NOW.plusSeconds(5))).isInstanceOf(Slot.class);
  }

  @Test
  void aShorterPauseDoesNotShortenALongerOne() {
    budget().pushBack(KEY, Duration.ofSeconds(30), NOW);
    budget().pushBack(KEY, Duration.ofSeconds(1), NOW);

    assertThat(take(Use.INTERACTIVE, NOW.plusSeconds(29))).isInstanceOf(Wait.class);
  }

  @Test
  void companiesAndIntegrationsDoNotWaitForEachOther() {
    budget().pushBack(KEY, Duration.ofSeconds(30), NOW);

    assertThat(budget().take(new BudgetKey("client-id", "700000"), Use.WRITER, NOW, Duration.ZERO))
        .isInstanceOf(Slot.class);
    assertThat(budget().take(new BudgetKey("another", "612345"), Use.WRITER, NOW, Duration.ZERO))
        .isInstanceOf(Slot.class);
  }

  @Test
  void aCallerMayReserveASlotThatLiesWithinItsPatience() {
    budget().pushBack(KEY, Duration.ofSeconds(1), NOW);

    Answer reserved = budget().take(KEY, Use.INTERACTIVE, NOW, Duration.ofSeconds(2));

    assertThat(((Slot) reserved).at()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void aReadGoesBeforeAWriteWhoseSlotIsntNear() {
    budget().pushBack(KEY, Duration.ZERO, NOW); // nothing earned at rest
    take(Use.WRITER, NOW);
    Wait writer = (Wait) budget().take(KEY, Use.WRITER, NOW, SECONDS);

    Slot read = (Slot) budget().take(KEY, Use.INTERACTIVE, NOW.plusMillis(1), SECONDS);

    assertThat(read.at()).isEqualTo(NOW.plus(writer.slot()));
  }

  @Test
  void anOverdueWriteReservesBehindTheReadsInPlaceOfWaitingForThemToEnd() {
    budget().pushBack(KEY, Duration.ZERO, NOW); // nothing earned at rest
    Slot last = null;
    for (int read = 0; read < 4; read++) {
      last = (Slot) budget().take(KEY, Use.INTERACTIVE, NOW, SECONDS);
    }

    assertThat(budget().take(KEY, Use.WRITER, NOW, SECONDS)).isInstanceOf(Wait.class);
    Slot write = (Slot) budget().take(KEY, Use.OVERDUE_WRITER, NOW, SECONDS);

    assertThat(write.at()).isBetween(last.at().plusMillis(1), last.at().plusMillis(250));
  }

  @Test
  void theWriterKeepsThePaceThoughItReservesLate() {
    take(Use.WRITER, NOW);
    Wait wait = (Wait) budget().take(KEY, Use.WRITER, NOW, SECONDS);
    Instant again = NOW.plus(wait.askAgain());

    Slot slot = (Slot) budget().take(KEY, Use.WRITER, again, SECONDS);

    assertThat(slot.at()).isEqualTo(NOW.plus(wait.slot()));
    assertThat(Duration.between(again, slot.at())).isPositive();
  }

  @Test
  void aRestedCompanyGetsFifteenAtOnce() {
    for (int i = 0; i < 15; i++) {
      assertThat(((Slot) take(Use.INTERACTIVE, NOW)).at()).isEqualTo(NOW);
    }
  }

  @Test
  void whoLooksAroundLeavesABurstOfFifteenToWhoeverComes() {
    Instant now = NOW;
    int looks = 0;
    while (looks < 23 && take(Use.LOOKER, now) instanceof Slot) {
      looks++;
      now = now.plusMillis(250);
    }

    assertThat(looks).isEqualTo(7);
    for (int i = 0; i < 15; i++) {
      assertThat(((Slot) take(Use.INTERACTIVE, now)).at()).isEqualTo(now);
    }
  }

  @Test
  void whoLooksAroundWaitsUntilTheCompanyHasRested() {
    for (int i = 0; i < 4; i++) {
      take(Use.INTERACTIVE, NOW);
    }

    Wait wait = (Wait) take(Use.LOOKER, NOW);
    Instant rested = NOW.plus(wait.askAgain());

    assertThat(wait.slot()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    assertThat(take(Use.LOOKER, rested.minusMillis(1))).isInstanceOf(Wait.class);
    assertThat(take(Use.INTERACTIVE, rested.minusMillis(1))).isInstanceOf(Slot.class);
    assertThat(take(Use.LOOKER, rested)).isInstanceOf(Wait.class);
    assertThat(take(Use.LOOKER, rested.plusSeconds(1))).isInstanceOf(Slot.class);
  }
}
