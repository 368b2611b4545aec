package io.fortnoxconnector.bench.startup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** All rows of a run, for a reader and for a program. */
record Report(Instant startedAt, int rounds, List<Row> rows) {

  /** How much longer than the plain function's a whole customer read may take to its answer. */
  static final double MOST = 1.15;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  void printTo(PrintStream out) {
    out.printf("%nMedians of %d starts of each, in turn; Java %s%n%n", rounds, Runtime.version());
    out.println(
        "| function | zip MiB | made ms | first answer ms (range) | processor ms | later ms | classes | RSS MiB |");
    out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.0f | %.0f (%.0f to %.0f) | %.0f | %.1f | %d | %.0f |%n",
          row.candidate().text(),
          row.zip(),
          row.ready(),
          row.firstAnswer(),
          row.fastest(),
          row.slowest(),
          row.processor(),
          row.later(),
          row.classes(),
          row.resident());
    }
    out.printf(
        Locale.ROOT,
        "%nA customer read's first answer takes %.2f times the plain function's (typed event), %.2f times its stream's;"
            + " wanted: at most %.2f times the former.%s%n",
        ratio(Candidate.PLAIN),
        ratio(Candidate.PLAIN_STREAM),
        MOST,
        isMissed() ? " MISSED" : "");
  }

  boolean isMissed() {
    return ratio(Candidate.PLAIN) > MOST;
  }

  /** How many times the yardstick's time a customer read takes until its first answer. */
  double ratio(Candidate yardstick) {
    return row(Candidate.READ).firstAnswer() / row(yardstick).firstAnswer();
  }

  private Row row(Candidate candidate) {
    return rows.stream().filter(row -> row.candidate() == candidate).findFirst().orElseThrow();
  }

  void writeTo(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("startedAt", startedAt.toString()).put("rounds", rounds);
    root.put("timesPlain", ratio(Candidate.PLAIN));
    root.put("timesPlainStream", ratio(Candidate.PLAIN_STREAM));
    root.put("missed", isMissed());
    for (Row row : rows) {
      root.withArray("functions")
          .addObject()
          .put("function", row.candidate().text())
          .put("zipMiB", row.zip())
          .put("madeMs", row.ready())
          .put("firstAnswerMs", row.firstAnswer())
          .put("fastestMs", row.fastest())
          .put("slowestMs", row.slowest())
          .put("processorMs", row.processor())
          .put("laterMs", row.later())
          .put("classes", row.classes())
          .put("residentMiB", row.resident());
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }
}
