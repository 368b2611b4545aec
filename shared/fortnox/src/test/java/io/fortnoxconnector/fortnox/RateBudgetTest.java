package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.fortnox.RateBudget.Decision;
import io.fortnoxconnector.fortnox.RateBudget.Decision.Granted;
import io.fortnoxconnector.fortnox.RateBudget.Decision.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The rate limit's promises, for whatever callers do and whatever their clocks say. */
class RateBudgetTest {

  private static final long START = 1_767_225_600_000L;

  /**
   * A caller: how long after the one before it comes, how far ahead it reserves, whether it spends
   * credit.
   */
  record Caller(int after, int horizon, boolean spends) {}

  private static Caller caller(int seed) {
    // Mostly hurried callers with some rests: evenly drawn pauses would hardly ever press on the
    // limit.
    int after = seed % 7 == 0 ? seed % 20_000 : seed % 60;
    return new Caller(after, seed % 3 == 0 ? 0 : seed % 3000, seed % 2 == 0);
  }

  private static List<Long> slots(List<Integer> seeds, long clockError) {
    var granted = new ArrayList<Long>();
    RateBudget budget = RateBudget.rested();
    long now = START;
    for (int seed : seeds) {
      Caller caller = caller(seed);
      now += caller.after();
      long theirs = now + (clockError == 0 ? 0 : seed % (2 * clockError) - clockError);
      if (budget.take(theirs, caller.horizon(), caller.spends())
          instanceof Granted(long at, RateBudget next)) {
        granted.add(at);
        budget = next;
      }
    }
    return granted;
  }

  private static int mostIn(long window, List<Long> times) {
    var sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last) - sorted.get(first) >= window) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  @Property
  void noFiveSecondsHoldMoreThan25WhateverCallersDo(
      @ForAll @Size(min = 200, max = 800) List<@IntRange(max = 1_000_000) Integer> seeds) {
    assertThat(mostIn(RateBudget.WINDOW, slots(seeds, 0))).isLessThanOrEqualTo(RateBudget.MOST);
  }

  @Property
  void noFiveSecondsHoldMoreThan25EvenIfClocksDisagree(
      @ForAll @Size(min = 200, max = 800) List<@IntRange(max = 1_000_000) Integer> seeds) {
    assertThat(mostIn(RateBudget.WINDOW, slots(seeds, 120_000)))
        .isLessThanOrEqualTo(RateBudget.MOST);
  }

  /** Each arrives anywhere in the 300 ms after its slot, as it suits worst. */
  @Property
  void noFiveSecondsHoldMoreThan25EvenIfSomeAreLongerOnTheirWay(
      @ForAll @Size(min = 200, max = 800) List<@IntRange(max = 1_000_000) Integer> seeds) {
    assertThat(mostIn(5300, slots(seeds, 0))).isLessThanOrEqualTo(25);
  }

  @Property
  void slotsAreGivenInOrder(
      @ForAll @Size(min = 50, max = 300) List<@IntRange(max = 1_000_000) Integer> seeds) {
    assertThat(slots(seeds, 1000)).isSorted();
  }

  @Property
  void whoComesBackAsToldGetsASlotUnlessSomebodyElseTookIt(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 1_000_000) Integer> seeds) {
    RateBudget budget = RateBudget.rested();
    long now = START;
    for (int seed : seeds) {
      Caller caller = caller(seed);
      now += caller.after();
      Decision decision = budget.take(now, caller.horizon(), caller.spends());
      if (decision instanceof Wait(Duration time)) {
        assertThat(time).isPositive();
        assertThat(budget.take(now + time.toMillis(), caller.horizon(), caller.spends()))
            .isInstanceOf(Granted.class);
      } else if (decision instanceof Granted(long at, RateBudget next)) {
        assertThat(at).isBetween(now, now + caller.horizon());
        budget = next;
      }
    }
  }

  @Example
  void aRestedCompanyGetsSixteenAtOnceAndThenThePace() {
    RateBudget budget = RateBudget.rested();
    for (int i = 0; i < 16; i++) {
      assertThat(budget.take(START, 0, true)).isInstanceOf(Granted.class);
      budget = ((Granted) budget.take(START, 0, true)).next();
    }
    assertThat(budget.take(START, 0, true)).isEqualTo(new Wait(Duration.ofMillis(RateBudget.PACE)));
  }

  @Test
  void whatACompanyHadToWaitForItIsNotPaidForAgain() {
    RateBudget budget = RateBudget.rested();
    long now = START;
    for (int i = 0; i < RateBudget.MOST; i++) {
      Granted granted = (Granted) budget.take(now, RateBudget.WINDOW, true);
      now = granted.at();
      budget = granted.next();
    }
    long open = START + RateBudget.WINDOW;
    assertThat(open - now).isGreaterThan(2000);
    RateBudget after = ((Granted) budget.take(open, 0, true)).next();
    assertThat(after.take(open, 0, true)).isEqualTo(new Wait(Duration.ofMillis(RateBudget.PACE)));
  }

  @Test
  void aCallerThatDoesNotSpendLeavesTheCreditToOthers() {
    RateBudget afterOne = ((Granted) RateBudget.rested().take(START, 0, false)).next();
    assertThat(afterOne.take(START, 0, false)).isInstanceOf(Wait.class);
    assertThat(afterOne.take(START, 0, true)).isInstanceOf(Granted.class);
  }

  @Test
  void aPushBackStopsEverybodyUntilItIsOver() {
    RateBudget stopped = RateBudget.rested().pushedBack(START + 5000);
    assertThat(stopped.take(START, 0, true)).isEqualTo(new Wait(Duration.ofMillis(5000)));
    assertThat(stopped.take(START + 5000, 0, true)).isInstanceOf(Granted.class);
  }

  @Test
  void whatIsLeftIsCountedOverTheWindow() {
    RateBudget budget = ((Granted) RateBudget.rested().take(START, 0, true)).next();
    assertThat(budget.left(START)).isEqualTo(22);
    assertThat(budget.left(START + RateBudget.WINDOW)).isEqualTo(23);
  }
}
