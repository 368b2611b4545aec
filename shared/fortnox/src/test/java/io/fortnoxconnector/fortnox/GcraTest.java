package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.fortnox.Gcra.Decision.Granted;
import io.fortnoxconnector.fortnox.Gcra.Decision.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The rate limit's promises, for whatever callers do and whatever their clocks say. */
class GcraTest {

  private static final long START = 1_767_225_600_000L;

  /** The times of the grants when callers come at these times, one decision after the other. */
  private static List<Long> grants(Gcra gcra, List<Long> arrivals) {
    var grants = new ArrayList<Long>();
    long theoreticalArrival = 0;
    for (long now : arrivals) {
      if (gcra.decide(theoreticalArrival, now) instanceof Granted(long next)) {
        grants.add(now);
        theoreticalArrival = next;
      }
    }
    return grants.stream().sorted().toList();
  }

  /** Both ends of the window count. */
  private static int mostInAnyWindow(long window, List<Long> times) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (times.get(last) - times.get(first) > window) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static List<Long> after(List<Integer> pauses) {
    var times = new ArrayList<Long>();
    long now = START;
    for (int pause : pauses) {
      now += pause;
      times.add(now);
    }
    return times;
  }

  @Property
  void noFiveSecondsHoldMoreThan25(
      @ForAll @Size(min = 100, max = 1000) List<@IntRange(max = 400) Integer> pauses) {
    assertThat(mostInAnyWindow(5_000, grants(Gcra.FORTNOX, after(pauses)))).isLessThanOrEqualTo(25);
  }

  @Property
  void noFiveSecondsHoldMoreThan25EvenIfClocksDisagree(
      @ForAll @Size(min = 100, max = 1000) List<@LongRange(max = 20_000) Long> times) {
    var arrivals = times.stream().map(time -> START + time).toList();
    assertThat(mostInAnyWindow(5_000, grants(Gcra.FORTNOX, arrivals))).isLessThanOrEqualTo(25);
  }

  @Property
  void noWindowHoldsMoreThanTheBound(
      @ForAll @LongRange(min = 1, max = 1_000) long interval,
      @ForAll @LongRange(max = 5_000) long tolerance,
      @ForAll @LongRange(max = 10_000) long window,
      @ForAll @Size(max = 500) List<@IntRange(max = 300) Integer> pauses) {
    var granted = grants(new Gcra(interval, tolerance), after(pauses));
    assertThat((long) mostInAnyWindow(window, granted))
        .isLessThanOrEqualTo((window + tolerance) / interval + 1);
  }

  @Property
  void whoWaitsAsToldIsGrantedUnlessSomebodyElseWas(
      @ForAll @LongRange(max = 10_000) long ahead, @ForAll @LongRange(max = 10_000) long offset) {
    long now = START + offset;
    long theoreticalArrival = now + ahead;
    if (Gcra.FORTNOX.decide(theoreticalArrival, now) instanceof Wait(Duration time)) {
      assertThat(time).isPositive();
      assertThat(Gcra.FORTNOX.decide(theoreticalArrival, now + time.toMillis()))
          .isInstanceOf(Granted.class);
      assertThat(Gcra.FORTNOX.decide(theoreticalArrival, now + time.toMillis() - 1))
          .isInstanceOf(Wait.class);
    }
  }

  @Example
  void theBoundIsReachedByACallerWhoNeverRests() {
    var everyMillisecond = after(Collections.nCopies(60_000, 1));
    var granted = grants(Gcra.FORTNOX, everyMillisecond);
    assertThat(mostInAnyWindow(5_000, granted)).isEqualTo(25);
    assertThat(granted).hasSizeGreaterThanOrEqualTo(272);
  }

  @Example
  void aRestedCompanyGetsThreeAtOnce() {
    assertThat(grants(Gcra.FORTNOX, List.of(START, START, START, START))).hasSize(3);
  }
}
