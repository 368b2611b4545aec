package io.fortnoxconnector.bench.growth;

/**
 * How long writes waited, in milliseconds, to within three per cent: 32 counters for each power of
 * two.
 */
final class Waits {

  private static final int STEPS = 32;

  private final long[] counts = new long[64 * STEPS];
  private long total;
  private long longest;

  void add(long millis) {
    counts[index(millis)]++;
    total++;
    longest = Math.max(longest, millis);
  }

  long total() {
    return total;
  }

  long longest() {
    return longest;
  }

  /** The time that the given share of all writes didn't exceed; zero where there were none. */
  long percentile(double share) {
    long wanted = (long) Math.ceil(share * total);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return Math.min(longest, highest(i));
      }
    }
    return 0;
  }

  private static int index(long millis) {
    if (millis < STEPS) {
      return (int) millis;
    }
    int power = 63 - Long.numberOfLeadingZeros(millis);
    int shift = power - 5;
    return (shift + 1) * STEPS + (int) ((millis >> shift) - STEPS);
  }

  private static long highest(int index) {
    if (index < STEPS) {
      return index;
    }
    int shift = index / STEPS - 1;
    return ((long) (index % STEPS + STEPS + 1) << shift) - 1;
  }
}
