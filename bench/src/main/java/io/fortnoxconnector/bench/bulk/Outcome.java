package io.fortnoxconnector.bench.bulk;

import io.fortnoxconnector.sandbox.Sandbox;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What is at Fortnox when the import says that it's done.
 *
 * @param exitCode the last importer's
 * @param customers how many there are
 * @param numbers how many different organisation numbers they have
 * @param writersKilled processes of the writer
 * @param tooMany answers 429
 * @param mostInAWindow requests in any five seconds
 */
record Outcome(
    Plan plan,
    int exitCode,
    int customers,
    int numbers,
    int writersKilled,
    int tooMany,
    int mostInAWindow,
    Arrivals arrivals) {

  /** 90 % of Fortnox's 300 a minute. */
  static final double WANTED = 270;

  private static final int MOST_IN_A_WINDOW = 25;

  /** A short file is read before the rate is steady. */
  private static final int ROWS_WITH_A_RATE = 500;

  static Outcome of(Plan plan, Sandbox fortnox, String company, int exitCode, int writersKilled) {
    var numbers = new HashSet<String>();
    var customers = fortnox.company(company).customers();
    customers.forEach(customer -> numbers.add(customer.path("OrganisationNumber").asText()));
    List<Entry> entries =
        fortnox.ledger().entries().stream()
            .filter(entry -> company.equals(entry.company()))
            .filter(entry -> entry.path().startsWith("/3/customers"))
            .toList();
    return new Outcome(
        plan,
        exitCode,
        customers.size(),
        numbers.size(),
        writersKilled,
        (int) entries.stream().filter(entry -> entry.answered().equals("429")).count(),
        fortnox.ledger().mostWithin(Duration.ofSeconds(5), company),
        Arrivals.of(entries));
  }

  /** What isn't as promised, in words; empty if all is well. */
  List<String> violations() {
    var violations = new ArrayList<String>();
    if (exitCode != 0) {
      violations.add("The import that went on ended with " + exitCode + ".");
    }
    if (customers != plan.rows()) {
      violations.add(customers + " customers instead of " + plan.rows() + ".");
    }
    if (numbers != customers) {
      violations.add(customers - numbers + " customers are there more than once.");
    }
    if (writersKilled == 0) {
      violations.add("No writer was killed.");
    }
    if (tooMany > 0 || mostInAWindow > MOST_IN_A_WINDOW) {
      violations.add(tooMany + " answers 429, " + mostInAWindow + " requests in five seconds.");
    }
    if (plan.rows() >= ROWS_WITH_A_RATE && arrivals.perMinute() < WANTED) {
      violations.add("Slower than " + WANTED + " requests a minute.");
    }
    return violations;
  }

  void printTo(PrintStream out) {
    line(out, "rows, and customers at Fortnox", plan.rows() + ", " + customers);
    line(out, "of them there more than once", Integer.toString(customers - numbers));
    line(out, "killed: importers, writers", "1, " + writersKilled);
    line(out, "requests a minute while nobody is dead", "%.1f".formatted(arrivals.perMinute()));
    line(
        out,
        "pauses of more than two seconds, in all",
        "%d, %d s".formatted(arrivals.pauses(), arrivals.standing().toSeconds()));
    line(out, "answers 429; most requests in five seconds", tooMany + "; " + mostInAWindow);
    violations().forEach(violation -> out.println("VIOLATION " + violation));
  }

  private static void line(PrintStream out, String what, String figure) {
    out.printf("%-46s %s%n", what, figure);
  }
}
