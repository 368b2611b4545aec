package io.fortnoxconnector.bench.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The long run: {@code mvn -Pbench -Dbench.main=io.fortnoxconnector.bench.kill.Main
 * -Dbench.arguments="--kills 300 --writes 2000"}. Ends with status 1 if the audit finds something.
 */
public final class Main {

  private static final Path FOLDER = Path.of("target");

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Plan plan = Plan.of(List.of(arguments));
    Files.createDirectories(FOLDER);
    Outcome outcome;
    try (PrintStream log =
        new PrintStream(Files.newOutputStream(FOLDER.resolve("kill.log")), true, UTF_8)) {
      // Each kill is a failed invocation, and the stack complains of each: that's for the log.
      System.setErr(log);
      outcome = new KillRun(plan, System.out).run(log);
    }
    outcome.printTo(System.out);
    outcome.writeTo(FOLDER.resolve("kill.json"));
    System.exit(outcome.isGood() ? 0 : 1);
  }
}
