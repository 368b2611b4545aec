package io.fortnoxconnector.bench.bulk;

import java.time.Duration;
import java.util.List;

/**
 * How much comes in.
 *
 * @param rows of the file, a customer each
 * @param death how long a message of a dead writer stays with it: the template's is six minutes
 * @param limit after so long it's given up
 */
record Plan(int rows, Duration death, Duration limit) {

  static final Plan LONG = new Plan(5_000, Duration.ofSeconds(20), Duration.ofMinutes(60));

  /**
   * From {@code --rows 5000}.
   *
   * @throws IllegalArgumentException naming what isn't understood
   */
  static Plan of(List<String> arguments) {
    if (arguments.isEmpty()) {
      return LONG;
    }
    if (arguments.size() != 2 || !arguments.getFirst().equals("--rows")) {
      throw new IllegalArgumentException("Not understood: " + arguments);
    }
    return new Plan(Integer.parseInt(arguments.getLast()), LONG.death, LONG.limit);
  }
}
