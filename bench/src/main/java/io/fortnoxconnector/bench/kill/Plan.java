package io.fortnoxconnector.bench.kill;

import java.time.Duration;
import java.util.List;

/**
 * How much is killed and written.
 *
 * @param kills at least
 * @param writes at least
 * @param companies every second of them lives by refresh tokens
 * @param seed for what is written and who is killed; what the machine's threads do isn't repeatable
 * @param hasty whether leases of dead processes end at once: for a run of a minute
 * @param limit after so long the run goes to its end, whether everything was hit or not
 */
record Plan(int kills, int writes, int companies, long seed, boolean hasty, Duration limit) {

  static final Plan LONG = new Plan(300, 2_000, 20, 1, false, Duration.ofMinutes(60));

  /**
   * From arguments such as {@code --kills 300 --hasty true}.
   *
   * @throws IllegalArgumentException naming what isn't understood
   */
  static Plan of(List<String> arguments) {
    Plan plan = LONG;
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      plan = plan.with(name, arguments.get(i + 1));
    }
    return plan;
  }

  private Plan with(String name, String value) {
    return switch (name) {
      case "--kills" -> new Plan(Integer.parseInt(value), writes, companies, seed, hasty, limit);
      case "--writes" -> new Plan(kills, Integer.parseInt(value), companies, seed, hasty, limit);
      case "--companies" -> new Plan(kills, writes, Integer.parseInt(value), seed, hasty, limit);
      case "--seed" -> new Plan(kills, writes, companies, Long.parseLong(value), hasty, limit);
      case "--hasty" ->
          new Plan(kills, writes, companies, seed, Boolean.parseBoolean(value), limit);
      case "--limit-minutes" ->
          new Plan(
              kills, writes, companies, seed, hasty, Duration.ofMinutes(Integer.parseInt(value)));
      default -> throw new IllegalArgumentException("There is no argument " + name);
    };
  }
}
