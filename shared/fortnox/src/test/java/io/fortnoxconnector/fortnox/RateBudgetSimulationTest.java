package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.fortnox.RateBudget.Decision.Granted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The budget against both ways in which Fortnox may count its 25 requests in 5 seconds: exactly, or with the two-window approximation that an older page of
 * Fortnox's described. One saturated minute after a rest, 50 phases of the server's windows. The table in docs/adr/0003-rate-budget.md comes from here:
 * {@code mvn -pl shared/fortnox test -Dtest=RateBudgetSimulationTest}.
 */
class RateBudgetSimulationTest {

  private static final int MINUTE = 60_000;
  private static final int PHASES = 50;

  /** One caller that always has more to send, and that spends what the rest before has earned. */
  private static List<Long> saturatedMinute(long horizon) {
    var sent = new ArrayList<Long>();
    RateBudget budget = RateBudget.rested();
    long now = 1_000_000;
    long end = now + MINUTE;
    while (now < end) {
      if (budget.take(now, horizon, true) instanceof Granted(long at, RateBudget next)) {
        sent.add(at);
        budget = next;
        now = Math.max(now, at);
      } else {
        now++;
      }
    }
    return sent;
  }

  private static List<Long> jittered(List<Long> sent, int most, Random random) {
    var arrived = new ArrayList<Long>();
    sent.forEach(at -> arrived.add(at + (most == 0 ? 0 : random.nextInt(most))));
    Collections.sort(arrived);
    return arrived;
  }

  private static int refusedByExactWindow(List<Long> arrivals) {
    var window = new ArrayDeque<Long>();
    int refused = 0;
    for (long at : arrivals) {
      while (!window.isEmpty() && window.peekFirst() <= at - 5000) {
        window.removeFirst();
      }
      if (window.size() >= 25) {
        refused++;
      } else {
        window.addLast(at);
      }
    }
    return refused;
  }

  private static int refusedByCounter(List<Long> arrivals, long phase) {
    long current = Long.MIN_VALUE;
    int before = 0;
    int now = 0;
    int refused = 0;
    for (long at : arrivals) {
      long index = Math.floorDiv(at + phase, 5000);
      if (index != current) {
        before = index == current + 1 ? now : 0;
        now = 0;
        current = index;
      }
      double passed = Math.floorMod(at + phase, 5000) / 5000.0;
      if (before * (1 - passed) + now + 1 > 25) {
        refused++;
      } else {
        now++;
      }
    }
    return refused;
  }

  @Test
  void aSaturatedMinuteSendsAtLeast270() {
    assertThat(saturatedMinute(250)).hasSizeBetween(270, 300);
  }

  @Test
  void anExactWindowRefusesNothingEvenWith300MillisecondsOfJitter() {
    var random = new Random(1);
    for (int run = 0; run < 200; run++) {
      assertThat(refusedByExactWindow(jittered(saturatedMinute(250), 300, random))).isZero();
    }
  }

  @Test
  void theApproximatingCounterRefusesUnderHalfAPercentAndUnderTwoInTheWorstPhase() {
    var random = new Random(2);
    int total = 0;
    int worst = 0;
    int sent = saturatedMinute(250).size();
    for (int phase = 0; phase < PHASES; phase++) {
      int refused =
          refusedByCounter(
              jittered(saturatedMinute(250), 300, random), phase * (5000L / PHASES));
      total += refused;
      worst = Math.max(worst, refused);
    }
    double mean = 100.0 * total / (sent * PHASES);
    System.out.printf(
        "sent %d, counter refuses %.2f %% on average, %.2f %% in the worst phase%n",
        sent, mean, 100.0 * worst / sent);
    assertThat(mean).isLessThan(0.5);
    assertThat(100.0 * worst / sent).isLessThan(2);
  }
}
