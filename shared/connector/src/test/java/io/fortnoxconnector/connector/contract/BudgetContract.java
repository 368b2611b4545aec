package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.budget.Budget.Use;
import io.fortnoxconnector.connector.budget.BudgetKey;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.fortnox.Gcra.Decision;
import io.fortnoxconnector.fortnox.Gcra.Decision.Granted;
import io.fortnoxconnector.fortnox.Gcra.Decision.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store of rate budgets must do: Fortnox allows 25 requests in any 5 s. */
public abstract class BudgetContract {

  private static final Instant NOW = FakeTiming.START;
  private static final BudgetKey KEY = new BudgetKey("client-id", "612345");

  /** A store in which every company is at rest, the same one for the whole of a test. */
  protected abstract Budget budget();

  private Decision take(Use use, Instant now) {
    return budget().take(KEY, use, now);
  }

  @Test
  void aRestedCompanyIsGrantedAtOnce() {
    assertThat(take(Use.INTERACTIVE, NOW)).isInstanceOf(Granted.class);
  }

  @Test
  void whoWaitsAsLongAsToldIsGranted() {
    Instant now = NOW;
    while (take(Use.INTERACTIVE, now) instanceof Granted) {
      now = now.plusMillis(1);
    }
    Wait wait = (Wait) take(Use.INTERACTIVE, now);

    assertThat(wait.time()).isPositive().isLessThan(Duration.ofSeconds(1));
    assertThat(take(Use.INTERACTIVE, now.plus(wait.time()).minusMillis(1)))
        .isInstanceOf(Wait.class);
    assertThat(take(Use.INTERACTIVE, now.plus(wait.time()))).isInstanceOf(Granted.class);
  }

  @Test
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
                  case Granted _ -> {
                    mine.add(now.toEpochMilli());
                    now = now.plusMillis(1);
                  }
                  case Wait(var time) -> now = now.plus(time);
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

  @Test
  void whoAsksAtTheSameMomentDoesNotGetTheSamePlace() {
    List<Decision> decisions = AtOnce.run(8, _ -> take(Use.WRITER, NOW));

    assertThat(decisions).filteredOn(Granted.class::isInstance).hasSize(1);
  }

  @Test
  void theWriterYieldsToWhoIsWaitingForAnAnswer() {
    take(Use.INTERACTIVE, NOW);

    assertThat(take(Use.WRITER, NOW)).isInstanceOf(Wait.class);
    assertThat(take(Use.INTERACTIVE, NOW)).isInstanceOf(Granted.class);
  }

  @Test
  void afterA429NobodySendsForThePause() {
    budget().pushBack(KEY, Duration.ofSeconds(5), NOW);

    Instant last = NOW.plusSeconds(5).minusMillis(1);
    assertThat(take(Use.INTERACTIVE, NOW)).isEqualTo(new Wait(Duration.ofSeconds(5)));
    assertThat(take(Use.INTERACTIVE, last)).isInstanceOf(Wait.class);
    assertThat(take(Use.WRITER, last)).isInstanceOf(Wait.class);
    assertThat(take(Use.INTERACTIVE, NOW.plusSeconds(5))).isInstanceOf(Granted.class);
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

    assertThat(budget().take(new BudgetKey("client-id", "700000"), Use.WRITER, NOW))
        .isInstanceOf(Granted.class);
    assertThat(budget().take(new BudgetKey("another", "612345"), Use.WRITER, NOW))
        .isInstanceOf(Granted.class);
  }
}
