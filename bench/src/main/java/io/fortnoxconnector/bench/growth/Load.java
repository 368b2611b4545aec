package io.fortnoxconnector.bench.growth;

import java.util.SplittableRandom;

/** Who asks for which write, and when: ascending in time, which is in milliseconds. */
interface Load {

  int companies();

  int writes();

  int company(int write);

  long at(int write);

  /** Whether this company's waiting times are what the run is about. */
  default boolean isWatched(int company) {
    return true;
  }

  /** Whether Fortnox doesn't answer for this company. */
  default boolean hangs(int company) {
    return false;
  }

  /** Everybody asks at once, each for as many, in turn. */
  static Load together(int companies, int each) {
    return new Burst(companies, each, true);
  }

  /** The same writes, but one company's all before the next one's. */
  static Load oneAfterAnother(int companies, int each) {
    return new Burst(companies, each, false);
  }

  /** All writes of a burst are asked for in the first millisecond. */
  record Burst(int companies, int each, boolean inTurn) implements Load {
    @Override
    public int writes() {
      return companies * each;
    }

    @Override
    public int company(int write) {
      return inTurn ? write % companies : write / each;
    }

    @Override
    public long at(int write) {
      return 0;
    }
  }

  /**
   * Some companies ask for many writes at once; afterwards others ask for one each, spread over a
   * time at random. The others are watched.
   *
   * @param hanging whether Fortnox doesn't answer for those with many
   */
  static Load smallBehindBig(
      int big, int each, boolean hanging, int small, long within, long seed) {
    long[] times = new SplittableRandom(seed).longs(small, 0, within).sorted().toArray();
    return new SmallBehindBig(big, each, hanging, times);
  }

  /** See {@link #smallBehindBig}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; ten million boxed times are too many
  record SmallBehindBig(int big, int each, boolean hanging, long[] times) implements Load {
    @Override
    public int companies() {
      return big + times.length;
    }

    @Override
    public int writes() {
      return big * each + times.length;
    }

    @Override
    public int company(int write) {
      return write < big * each ? write / each : big + write - big * each;
    }

    @Override
    public long at(int write) {
      return write < big * each ? 0 : times[write - big * each];
    }

    @Override
    public boolean isWatched(int company) {
      return company >= big;
    }

    @Override
    public boolean hangs(int company) {
      return hanging && company < big;
    }
  }

  /** Each company asks at random moments, {@code perHour} times an hour at the mean. */
  static Load atRandom(int companies, int perHour, int hours, long seed) {
    var random = new SplittableRandom(seed);
    int writes = companies * perHour * hours;
    long[] times = random.longs(writes, 0, hours * 3_600_000L).sorted().toArray();
    int[] who = random.ints(writes, 0, companies).toArray();
    return new AtRandom(companies, times, who);
  }

  /** See {@link #atRandom}. */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record AtRandom(int companies, long[] times, int[] who) implements Load {
    @Override
    public int writes() {
      return times.length;
    }

    @Override
    public int company(int write) {
      return who[write];
    }

    @Override
    public long at(int write) {
      return times[write];
    }
  }
}
