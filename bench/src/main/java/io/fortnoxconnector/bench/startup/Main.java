package io.fortnoxconnector.bench.startup;

import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures starts, prints a table and writes {@code target/startup.json}: {@code mvn -Pbench
 * -Dbench.main=io.fortnoxconnector.bench.startup.Main}. Needs Linux, as Lambda's runtime client
 * does.
 */
public final class Main {

  private static final int ROUNDS = 11;

  private Main() {}

  /**
   * Runs all candidates in turn.
   *
   * @param arguments how many rounds; none means 11, about three minutes
   */
  public static void main(String... arguments)
      throws FunctionFailure, IOException, InterruptedException {
    int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
    Report report = measure(rounds, System.out);
    report.printTo(System.out);
    report.writeTo(Path.of("target", "startup.json"));
    // DynamoDB Local's threads outlive it.
    System.exit(0);
  }

  static Report measure(int rounds, PrintStream out)
      throws FunctionFailure, IOException, InterruptedException {
    Instant begin = Instant.now();
    Map<Candidate, List<Start>> starts = new EnumMap<>(Candidate.class);
    try (Bed bed = new Bed()) {
      for (Candidate candidate : Candidate.values()) {
        // Not counted: the files' first reading, and what the services themselves load.
        Start.of(candidate, bed);
      }
      for (int round = 1; round <= rounds; round++) {
        out.printf("round %d of %d:", round, rounds);
        for (Candidate candidate : Candidate.values()) {
          Start start = Start.of(candidate, bed);
          starts.computeIfAbsent(candidate, first -> new ArrayList<>()).add(start);
          out.printf(Locale.ROOT, " %s %d ms;", candidate.text(), start.firstAnswer().toMillis());
        }
        out.println();
      }
    }
    return new Report(
        begin,
        rounds,
        Arrays.stream(Candidate.values())
            .map(
                candidate ->
                    Row.of(
                        candidate,
                        Bed.zipBytes(candidate),
                        starts.getOrDefault(candidate, List.of())))
            .toList());
  }
}
