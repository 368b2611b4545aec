package io.fortnoxconnector.bench.growth;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Simulates growth and writes docs/growth.md's tables and pictures: {@code mvn -Pbench
 * -Dbench.main=io.fortnoxconnector.bench.growth.Main}.
 */
public final class Main {

  /** {@code ShardedIndex.SHARDS}. */
  private static final int SHARDS = 20;

  private Main() {}

  /**
   * Runs all of it, about four minutes.
   *
   * @param arguments the docs folder; none means the project's own, seen from {@code bench/}
   */
  public static void main(String... arguments) throws IOException {
    Path docs = Path.of(arguments.length == 0 ? "../docs" : arguments[0]);
    var growth = new Growth(new Runs(System.out), 1000, List.of(1, 10, 100, 1000, 10_000));
    write(growth, docs, System.out);
  }

  static void write(Growth growth, Path docs, PrintStream console) throws IOException {
    for (Growth.Answer answer :
        List.of(
            growth.quotas(SHARDS),
            growth.burst(),
            growth.everyday(),
            growth.fairness(),
            growth.lookAhead(),
            growth.hanging())) {
      Table table = answer.table();
      console.println("\n" + table.name() + "\n" + table.markdown() + "\n");
      Path folder = Files.createDirectories(docs.resolve("growth"));
      Files.writeString(folder.resolve(table.name() + ".csv"), table.csv());
      for (Chart chart : answer.charts()) {
        Files.writeString(folder.resolve(table.name() + ".svg"), chart.svg());
      }
      Path page = docs.resolve("growth.md");
      Files.writeString(page, withTable(Files.readString(page), table));
    }
  }

  /** The page with the table between its two marks, so that page and run can't drift apart. */
  static String withTable(String page, Table table) {
    String begin = "<!-- " + table.name() + " -->\n";
    String end = "\n<!-- end -->";
    int from = page.indexOf(begin);
    int to = page.indexOf(end, from);
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("docs/growth.md has no place for " + table.name());
    }
    return page.substring(0, from + begin.length()) + table.markdown() + page.substring(to);
  }
}
