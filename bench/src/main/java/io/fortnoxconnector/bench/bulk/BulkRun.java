package io.fortnoxconnector.bench.bulk;

import io.fortnoxconnector.bench.workload.Companies;
import io.fortnoxconnector.local.stack.ProcessOptions;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A file comes in. At a third of it the importer is killed and started again, at two thirds the
 * writer's process is killed; what is at Fortnox in the end is counted there.
 */
final class BulkRun {

  private static final String COMPANY = "360000";

  private final Plan plan;
  private final Path folder;
  private final PrintStream out;
  private final Writers writers = new Writers();
  private final Instant begin = Instant.now();

  /**
   * @param folder for the file and what the importers print
   */
  BulkRun(Plan plan, Path folder, PrintStream out) {
    this.plan = plan;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Runs to the end.
   *
   * @param log gets what the functions print
   */
  Outcome run(PrintStream log) throws IOException, InterruptedException {
    Path file = CustomersFile.write(folder.resolve("bulk.csv"), plan.rows());
    try (Stack stack = Stack.start(options(log));
        Api anybody = new Api(stack.baseUrl())) {
      RegisteredVendor vendor = new Companies(stack, anybody).vendor("service");
      stack.sandbox().addCompany(COMPANY, "Bolaget AB", "556036-0793");
      ConnectedCompany company = vendor.connect(COMPANY);
      try (Importer first = importer(stack, vendor, company, file, 1)) {
        await(stack, plan.rows() / 3, first);
        first.kill();
        say("the importer is killed at %d rows".formatted(created(stack)));
      }
      try (Importer second = importer(stack, vendor, company, file, 2)) {
        await(stack, plan.rows() * 2 / 3, second);
        int killed = writers.kill();
        say("the writer is killed at %d rows".formatted(created(stack)));
        int exitCode = second.end(left());
        say("the import ends at %d rows".formatted(created(stack)));
        return Outcome.of(plan, stack.sandbox(), COMPANY, exitCode, killed);
      }
    }
  }

  private StackOptions options(PrintStream log) {
    return StackOptions.defaults()
        .sandbox()
        .log(log)
        .parameter("SettlingSeconds", "5")
        .override(Writers.FUNCTION, "Timeout", 20)
        .override("WritesQueue", "VisibilityTimeout", (int) plan.death().toSeconds())
        .processes(
            ProcessOptions.of(Set.of(Writers.FUNCTION, "CustomersFunction"))
                .between(writers::watch));
  }

  private Importer importer(
      Stack stack, RegisteredVendor vendor, ConnectedCompany company, Path file, int number)
      throws IOException {
    return Importer.start(
        stack.baseUrl(),
        vendor.apiKey(),
        company.accountKey(),
        file,
        folder.resolve("bulk-import-" + number + ".log"));
  }

  /** Until so many rows are at Fortnox, or the importer has ended by itself. */
  private void await(Stack stack, int rows, Importer importer) throws InterruptedException {
    while (created(stack) < rows && importer.isAlive() && !left().isNegative()) {
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private Duration left() {
    return plan.limit().minus(Duration.between(begin, Instant.now()));
  }

  private static int created(Stack stack) {
    return (int)
        stack.sandbox().ledger().entries("POST", "/3/customers").stream()
            .filter(entry -> entry.answered().equals("201"))
            .count();
  }

  private void say(String what) {
    out.printf("%4d s  %s%n", Duration.between(begin, Instant.now()).toSeconds(), what);
  }
}
