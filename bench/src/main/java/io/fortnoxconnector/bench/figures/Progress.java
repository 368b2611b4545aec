package io.fortnoxconnector.bench.figures;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says now and then how far a run is, how fast it goes, and how long it will still take. */
final class Progress {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final PrintStream out;
  private final String what;
  private final long total;
  private final long begin = System.nanoTime();
  private long said = begin;

  Progress(PrintStream out, String what, long total) {
    this.out = out;
    this.what = what;
    this.total = total;
  }

  void done(long count) {
    long now = System.nanoTime();
    if (now - said < EVERY.toNanos() || count == 0) {
      return;
    }
    said = now;
    double perMinute = count * 60e9 / (now - begin);
    Duration left = Duration.ofSeconds((long) ((total - count) / perMinute * 60));
    out.printf(
        Locale.ROOT,
        "%s: %d of %d, %.0f a minute, %d:%02d left%n",
        what,
        count,
        total,
        perMinute,
        left.toMinutes(),
        left.toSecondsPart());
  }
}
