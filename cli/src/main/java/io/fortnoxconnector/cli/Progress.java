package io.fortnoxconnector.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far long work is: a bar with rate and remaining time on a terminal, a plain line every ten
 * seconds elsewhere.
 */
final class Progress {

  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final String what;
  private final long total;
  private final boolean terminal;
  private final Clock clock;
  private final Instant begin;
  private Instant shown;
  private long count;

  /**
   * Work that begins now.
   *
   * @param total how much there is to do; -1 where nobody knows
   */
  Progress(PrintWriter out, String what, long total, boolean terminal, Clock clock) {
    this.out = out;
    this.what = what;
    this.total = total;
    this.terminal = terminal;
    this.clock = clock;
    this.begin = clock.instant();
    this.shown = begin;
  }

  static Progress of(PrintWriter out, String what, long total) {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new Progress(out, what, total, terminal, Clock.systemUTC());
  }

  /** One more is done. */
  void done() {
    count++;
    Instant now = clock.instant();
    if (Duration.between(shown, now).compareTo(terminal ? ON_TERMINAL : ELSEWHERE) >= 0) {
      shown = now;
      show(now);
    }
  }

  void end() {
    show(clock.instant());
    if (terminal) {
      out.println();
      out.flush();
    }
  }

  private void show(Instant now) {
    double seconds = Math.max(0.001, Duration.between(begin, now).toMillis() / 1000.0);
    double perSecond = count / seconds;
    String line =
        String.format(
            Locale.ROOT,
            "%d%s %s, %.0f a minute%s",
            count,
            total < 0 ? "" : " of " + total,
            what,
            perSecond * 60,
            total < 0 || count == 0 || count >= total
                ? ""
                : ", " + left(Math.round((total - count) / perSecond)) + " left");
    if (terminal) {
      // Back to the line's beginning, and what is left of a longer one wiped out.
      out.print("\r" + bar() + line + "\u001b[K");
    } else {
      out.println(line);
    }
    out.flush();
  }

  private String bar() {
    if (total <= 0) {
      return "";
    }
    int full = (int) (WIDTH * Math.min(count, total) / total);
    return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] ";
  }

  private static String left(long seconds) {
    return seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min";
  }
}
