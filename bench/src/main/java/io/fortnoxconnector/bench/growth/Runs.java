package io.fortnoxconnector.bench.growth;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Runs simulations one after the other and says how far it is. */
final class Runs {

  private static final long SEED = 1;

  private final PrintStream console;

  Runs(PrintStream console) {
    this.console = console;
  }

  /** To the end, or until what is left would have expired on the queue. */
  Outcome run(String name, Load load, Settings settings) {
    return run(name, load, settings, Settings.RETENTION);
  }

  Outcome run(String name, Load load, Settings settings, long until) {
    long began = System.nanoTime();
    Outcome outcome =
        new Simulation(
                load,
                settings,
                SEED,
                done -> {
                  if (done % 1_000_000 == 0) {
                    console.printf(
                        Locale.ROOT, "  %s: %,d of %,d writes%n", name, done, load.writes());
                  }
                })
            .run(until);
    console.printf(
        Locale.ROOT,
        "%s: %,d writes in %s of virtual time, %.1f s of real%n",
        name,
        outcome.finished(),
        Table.readable(Duration.ofMillis(outcome.last())),
        (System.nanoTime() - began) / 1e9);
    return outcome;
  }
}
