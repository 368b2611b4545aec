package io.fortnoxconnector.bench.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * 5,000 customers from a file: {@code mvn -Pbench -Dbench.main=io.fortnoxconnector.bench.bulk.Main
 * -Dbench.arguments="--rows 5000"}. Ends with status 1 if one is missing, doubled or late.
 */
public final class Main {

  private static final Path FOLDER = Path.of("target");

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Outcome outcome;
    try (PrintStream log =
        new PrintStream(Files.newOutputStream(FOLDER.resolve("bulk.log")), true, UTF_8)) {
      // A killed writer is a failed invocation, and the stack complains of it: that's for the log.
      System.setErr(log);
      outcome = new BulkRun(Plan.of(List.of(arguments)), FOLDER, System.out).run(log);
    }
    outcome.printTo(System.out);
    // DynamoDB Local's threads outlive it.
    System.exit(outcome.violations().isEmpty() ? 0 : 1);
  }
}
