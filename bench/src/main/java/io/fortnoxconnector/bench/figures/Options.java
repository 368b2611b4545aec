package io.fortnoxconnector.bench.figures;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is measured, and for how long: {@code --quick} for about a minute and a half, {@code
 * --writes N} for the saturated company's, {@code --only saturate,companies,overhead,latency}.
 */
record Options(boolean quick, int writes, Set<Part> parts) {

  enum Part {
    OVERHEAD,
    LATENCY,
    COMPANIES,
    SATURATE
  }

  static Options of(String... arguments) {
    boolean quick = List.of(arguments).contains("--quick");
    int writes = quick ? 60 : 2000;
    Set<Part> parts = EnumSet.allOf(Part.class);
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> {
          // Read already: the others' defaults depend on it.
        }
        case "--writes" -> writes = Integer.parseInt(value(arguments, ++i));
        case "--only" ->
            parts =
                EnumSet.copyOf(
                    Stream.of(value(arguments, ++i).split(",", -1))
                        .map(part -> Part.valueOf(part.toUpperCase(Locale.ROOT)))
                        .toList());
        default -> throw new IllegalArgumentException("No such argument: " + arguments[i]);
      }
    }
    return new Options(quick, writes, parts);
  }

  boolean does(Part part) {
    return parts.contains(part);
  }

  /** Of each kind, through the connector and past it. */
  int calls() {
    return quick ? 80 : 400;
  }

  List<Duration> latencies() {
    return (quick ? Stream.of(100) : Stream.of(0, 100, 200, 400)).map(Duration::ofMillis).toList();
  }

  /** How long the writes at each of Fortnox's latencies should last. */
  Duration latencyTime() {
    return Duration.ofSeconds(quick ? 10 : 25);
  }

  /** Numbers of companies to write to at once. */
  List<Integer> companies() {
    return quick ? List.of(1, 5) : List.of(1, 5, 10, 20);
  }

  int mostCompanies() {
    return companies().getLast();
  }

  int writesOfEach() {
    return quick ? 25 : 60;
  }

  private static String value(String[] arguments, int index) {
    if (index == arguments.length) {
      throw new IllegalArgumentException(arguments[index - 1] + " lacks its value");
    }
    return arguments[index];
  }

  @Override
  public String toString() {
    return "%s run, %d processors, Java %s"
        .formatted(
            quick ? "Quick" : "Full",
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"));
  }
}
