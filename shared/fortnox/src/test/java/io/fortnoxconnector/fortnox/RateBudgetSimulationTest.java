package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.fortnox.Limiters.Limiter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The budget, and others to compare, against both ways in which Fortnox may count its 25 requests
 * in 5 seconds: exactly, or by the two-window approximation that an older page of Fortnox's
 * described. One saturated minute after a rest, over 50 phases of the server's windows. The table
 * of docs/adr/0003-rate-budget.md comes from here: {@code mvn -pl shared/fortnox test
 * -Dtest=RateBudgetSimulationTest}.
 */
class RateBudgetSimulationTest {

  private static final int MINUTE = 60_000;
  private static final int PHASES = 50;
  private static final int JITTER = 300;

  /** What came of one limiter. Refusals are counted per minute sent. */
  record Figures(
      int burst,
      int mostIn5s,
      int sent,
      int exact,
      int exactWithJitter,
      int counter,
      double mean,
      int worst) {}

  private static List<Long> saturatedMinute(Limiter limiter) {
    var sent = new ArrayList<Long>();
    for (long now = 1_000_000; now < 1_000_000 + MINUTE; now++) {
      while (limiter.leaves(now)) {
        sent.add(now);
      }
    }
    return sent;
  }

  private static Figures measure(Supplier<Limiter> limiter) {
    List<Long> sent = saturatedMinute(limiter.get());
    var random = new Random(1);
    int exactWithJitter = 0;
    int counter = 0;
    int total = 0;
    int worst = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      List<Long> arrived = jittered(sent, random);
      exactWithJitter = Math.max(exactWithJitter, refusedByExactWindow(arrived));
      long windows = phase * (5000L / PHASES);
      counter = Math.max(counter, refusedByCounter(sent, windows));
      int refused = refusedByCounter(arrived, windows);
      total += refused;
      worst = Math.max(worst, refused);
    }
    return new Figures(
        (int) sent.stream().filter(at -> at.equals(sent.getFirst())).count(),
        mostIn(5000, sent),
        sent.size(),
        refusedByExactWindow(sent),
        exactWithJitter,
        counter,
        100.0 * total / (sent.size() * PHASES),
        worst);
  }

  private static List<Long> jittered(List<Long> sent, Random random) {
    var arrived = new ArrayList<Long>();
    sent.forEach(at -> arrived.add(at + random.nextInt(JITTER)));
    Collections.sort(arrived);
    return arrived;
  }

  private static int mostIn(long window, List<Long> times) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (times.get(last) - times.get(first) >= window) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
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

  private static void print(String name, Figures f) {
    System.out.printf(
        "| %s | %d | %d | %d | %d / %d | %d / %.2f %% / %.2f %% |%n",
        name,
        f.burst(),
        f.mostIn5s(),
        f.sent(),
        f.exact(),
        f.exactWithJitter(),
        f.counter(),
        f.mean(),
        100.0 * f.worst() / f.sent());
  }

  @Test
  void theBudgetBurstsKeepsTheRateAndIsHardlyEverRefused() {
    Figures budget = measure(Limiters::rateBudget);
    System.out.println(
        "| limiter | burst | most in 5 s | sent in 60 s | exact window refuses, without / with jitter | counter refuses, without jitter in the worst phase / with: mean / worst phase |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    print("rate budget", budget);
    print("token bucket 25, 5 a second", measure(() -> Limiters.tokenBucket(25, 5)));
    print("sliding log, 25 in 5 s", measure(() -> Limiters.slidingLog(25)));
    print("sliding log, 20 in 5 s", measure(() -> Limiters.slidingLog(20)));
    print("GCRA 220 ms, tolerance 440 ms", measure(() -> Limiters.gcra(220, 440)));
    print("GCRA 220 ms, tolerance 3,300 ms", measure(() -> Limiters.gcra(220, 3300)));

    assertThat(budget.burst()).isGreaterThanOrEqualTo(15);
    assertThat(budget.sent()).isGreaterThanOrEqualTo(270);
    assertThat(budget.mostIn5s()).isLessThanOrEqualTo(25);
    assertThat(budget.exactWithJitter()).isZero();
    assertThat(budget.counter()).isZero();
    assertThat(budget.mean()).isLessThan(0.5);
    assertThat(100.0 * budget.worst() / budget.sent()).isLessThan(2);
  }
}
