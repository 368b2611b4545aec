package io.fortnoxconnector.bench.kill;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.audit.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a run came to. */
record Outcome(Plan plan, Duration duration, Killer killer, Findings findings) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Everything planned was hit, and nothing that was promised is broken. */
  boolean isGood() {
    return findings.areClean() && killer.hasHitAll();
  }

  void printTo(PrintStream out) {
    out.printf("%n%-18s %-14s %-36s %6s%n", "point", "function", "killed with", "kills");
    killer
        .hits()
        .forEach(
            (point, count) ->
                out.printf(
                    "%-18s %-14s %-36s %6d%s%n",
                    point,
                    point.function(),
                    point.description(),
                    count,
                    count == 0 ? "  MISSED" : ""));
    out.printf("%-70s %6d%n", "at random moments", killer.randomKills());
    out.printf("%-70s %6d%n", "all kills", killer.kills());
    out.printf("%-70s %6d%n%n", "of these with a rotated token unstored", killer.unstoredTokens());
    report().printTo(out);
  }

  void writeTo(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("seconds", duration.toSeconds())
        .put("seed", plan.seed())
        .put("companies", plan.companies())
        .put("kills", killer.kills())
        .put("randomKills", killer.randomKills())
        .put("unstoredTokens", killer.unstoredTokens());
    ObjectNode points = root.putObject("points");
    killer.hits().forEach((point, count) -> points.put(point.name(), count));
    root.set("findings", JSON.valueToTree(findings));
    Files.createDirectories(file.toAbsolutePath().getParent());
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }

  private Report report() {
    return new Report(
        List.of(new Report.Trial("kills", duration.toMillis() / 1000.0, killer.kills(), findings)));
  }
}
