package io.fortnoxconnector.bench.race;

import io.fortnoxconnector.bench.faults.Bed;
import io.fortnoxconnector.local.stack.ProcessOptions;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * All races, several times: {@code mvn -Pbench -Dbench.main=io.fortnoxconnector.bench.race.Races
 * -Dbench.arguments=10}.
 */
public final class Races {

  private static final int ROUNDS = 5;

  private Races() {}

  static Map<String, Race> all() {
    Map<String, Race> races = new LinkedHashMap<>();
    races.put("64 and one expired token", new ExpiredToken(true));
    races.put("64 and one refused token", new ExpiredToken(false));
    races.put("64 and one key", new OneKey());
    races.put("two tenants, one company", new TwoTenants());
    races.put("connect again while writing", new ConnectAgain());
    races.put("disconnect while writing", new Disconnect());
    return races;
  }

  /** A bed with the processes that a race needs. */
  static Bed bed() {
    return Bed.start(stack -> stack.processes(ProcessOptions.of(Set.of(ExpiredToken.PROCESSES))));
  }

  public static void main(String[] arguments) throws InterruptedException {
    int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
    System.exit(run(rounds, System.out) ? 0 : 1);
  }

  private static boolean run(int rounds, PrintStream out) throws InterruptedException {
    boolean clean = true;
    try (Bed bed = bed()) {
      for (int round = 1; round <= rounds; round++) {
        for (Map.Entry<String, Race> race : all().entrySet()) {
          long begin = System.nanoTime();
          var violations = race.getValue().run(bed);
          clean &= violations.isEmpty();
          out.printf(
              "%3d/%d %-30s %5.1f s %s%n",
              round,
              rounds,
              race.getKey(),
              (System.nanoTime() - begin) / 1e9,
              violations.isEmpty() ? "kept" : violations);
        }
      }
    }
    return clean;
  }
}
