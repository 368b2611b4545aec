package io.fortnoxconnector.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against cases that can be computed by hand. */
class SimulationTest {

  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final Offset<Double> THREE_PER_CENT = within(0.03);

  private static Outcome run(Load load, Settings settings) {
    return new Simulation(load, settings, 1, done -> {}).run(DAY);
  }

  private static Settings fortnoxAt(int millis) {
    return Settings.shipped().withSteadyFortnox(millis);
  }

  private static double ratio(Outcome one, Outcome other) {
    return (double) one.last() / other.last();
  }

  @Test
  void oneCompanyGetsTwentyThreeWritesIn5050MillisecondsWhileFortnoxIsFast() {
    Outcome run = run(Load.together(1, 2000), fortnoxAt(100));

    assertThat(run.finished()).isEqualTo(2000);
    assertThat(run.perSecond() / (23 / 5.05)).isCloseTo(1, THREE_PER_CENT);
  }

  @Test
  void fortnoxsOwnTimeBoundsACompanyWhoseWritesGoOneAtATime() {
    // Each write: three requests, the budget's, one before sending, the answer, one for the
    // outcome; and a fifth of what lies between two batches.
    double each = 3 * 5 + 5 + 5 + 500 + 5 + 40 / 5.0;
    assertThat(fortnoxAt(500).perWrite()).isEqualTo(each);

    Outcome run = run(Load.together(1, 2000), fortnoxAt(500));

    assertThat(run.perSecond() / (1000 / each)).isCloseTo(1, THREE_PER_CENT);
  }

  @Test
  void asManyCompaniesAsWritersTakeNoLongerThanOne() {
    Settings settings = fortnoxAt(300).withWriters(50);

    assertThat(ratio(run(Load.together(50, 500), settings), run(Load.together(1, 500), settings)))
        .as("the writers come within ten seconds")
        .isBetween(1.0, 1.07);
  }

  @Test
  void fourTimesAsManyCompaniesAsWritersTakeFourTimesAsLong() {
    Settings settings = fortnoxAt(300).withWriters(10);

    assertThat(ratio(run(Load.together(40, 500), settings), run(Load.together(10, 500), settings)))
        .isCloseTo(4, within(0.1));
  }

  @Test
  void aBacklogAsLongAsTheLookAheadHidesTheOtherCompanies() {
    Settings settings = fortnoxAt(300).withWriters(10).withMostOpen(10_000).withLookAhead(1000);

    Outcome hidden = run(Load.oneAfterAnother(10, 1000), settings);
    Outcome seen = run(Load.oneAfterAnother(10, 1000), settings.withLookAhead(10_000));

    // The second company is seen as soon as the first has one write less, the third when the two
    // have a thousand less between them, and so on: the tenth begins after 2.83 times as long as a
    // company needs. Before the first has ended, four are worked on; later, three.
    assertThat(ratio(hidden, seen)).isCloseTo(3.83, within(0.1));
    assertThat(hidden.mostWriters()).isEqualTo(4);
    assertThat(seen.mostWriters()).isEqualTo(10);
  }

  @Test
  void aBoundOnOpenWritesShowsTheOtherCompaniesAgain() {
    Settings settings = fortnoxAt(300).withWriters(10).withLookAhead(1000);

    Outcome bounded = run(Load.oneAfterAnother(10, 1000), settings.withMostOpen(100));

    assertThat(bounded.mostWriters()).isEqualTo(10);
  }

  @Test
  void aSmallCompanyWaitsForTheBigOnesWhereWritersAreFewer() {
    Load load = Load.smallBehindBig(10, 100, false, 20, 1000, 1);

    Outcome few = run(load, fortnoxAt(300).withWriters(5));
    Outcome enough = run(load, fortnoxAt(300).withWriters(30));

    // Five writers and ten companies with a hundred writes each, a third of a second a write.
    assertThat(few.waits().percentile(0.5)).isBetween(60_000L, 75_000L);
    assertThat(enough.waits().percentile(0.5)).isLessThan(2500);
  }

  @Test
  void companiesThatFortnoxDoesNotAnswerHideTheRestWhenTheyFillTheLookAhead() {
    Load load = Load.smallBehindBig(10, 100, true, 50, 60_000, 1);
    Settings settings = fortnoxAt(300).withWriters(50);

    assertThat(run(load, settings.withLookAhead(1000)).finished()).isZero();
    assertThat(run(load, settings.withLookAhead(1100)).finished()).isEqualTo(50);
  }

  @Test
  void atRestAWriteTakesOneDeliveryAndOneCall() {
    Outcome run = run(Load.atRandom(1000, 1, 1, 1), fortnoxAt(300).withWriters(50));

    assertThat(run.waits().percentile(0.5)).isCloseTo(40 + 25 + 300 + 5, within(15L));
    assertThat(run.finished()).isEqualTo(1000);
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    Load load = Load.atRandom(100, 60, 1, 7);

    Outcome one = run(load, Settings.shipped());
    Outcome other = run(load, Settings.shipped());

    assertThat(one.last()).isEqualTo(other.last());
    assertThat(one.waits().percentile(0.99)).isEqualTo(other.waits().percentile(0.99));
  }
}
