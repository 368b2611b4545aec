package io.fortnoxconnector.bench.faults;

import java.time.Duration;

/**
 * How long a run is.
 *
 * @param only the part of a fault's name; empty: all faults
 * @param companies of each fault; half of them live by refresh tokens
 * @param time how long a fault lasts
 * @param limit how long what was begun may take afterwards
 */
record Options(String only, int companies, Duration time, Duration limit, long seed) {

  static Options defaults() {
    return new Options("", 8, Duration.ofSeconds(20), Duration.ofMinutes(4), 1);
  }

  /** {@code --only NAME --companies N --seconds N --limit SECONDS --seed N}. */
  static Options of(String... arguments) {
    Options options = defaults();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String value = arguments[i + 1];
      options =
          switch (arguments[i]) {
            case "--only" -> options.only(value);
            case "--companies" -> options.companies(Integer.parseInt(value));
            case "--seconds" -> options.time(Duration.ofSeconds(Long.parseLong(value)));
            case "--limit" -> options.limit(Duration.ofSeconds(Long.parseLong(value)));
            case "--seed" -> options.seed(Long.parseLong(value));
            default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
          };
    }
    return options;
  }

  boolean wants(String name) {
    return name.contains(only);
  }

  private Options only(String name) {
    return new Options(name, companies, time, limit, seed);
  }

  private Options companies(int count) {
    return new Options(only, count, time, limit, seed);
  }

  private Options time(Duration other) {
    return new Options(only, companies, other, limit, seed);
  }

  private Options limit(Duration other) {
    return new Options(only, companies, time, other, seed);
  }

  private Options seed(long other) {
    return new Options(only, companies, time, limit, other);
  }
}
