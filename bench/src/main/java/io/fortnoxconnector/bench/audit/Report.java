package io.fortnoxconnector.bench.audit;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What several trials found, as a table and as JSON. */
public record Report(List<Trial> trials) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One trial.
   *
   * @param strikes how often the trouble struck
   */
  public record Trial(String name, double seconds, long strikes, Findings findings) {}

  public boolean isClean() {
    return trials.stream().allMatch(trial -> trial.findings().areClean());
  }

  public void printTo(PrintStream out) {
    out.printf(
        "%-34s %7s %7s %7s %6s %6s %7s %6s %6s %6s %5s %6s %6s %6s%n",
        "", "strikes", "writes", "done", "partial", "failed", "uncert.", "unansw", "calls", "429",
        "in5s", "again", "reconn", "s");
    for (Trial trial : trials) {
      Findings found = trial.findings();
      out.printf(
          "%-34s %7d %7d %7d %6d %6d %7d %6d %6d %6d %5d %6d %6d %6.0f%n",
          trial.name(),
          trial.strikes(),
          found.writes(),
          found.done(),
          found.partial(),
          found.failures(),
          found.uncertain(),
          found.unanswered(),
          found.calls(),
          found.tooMany(),
          found.mostInAWindow(),
          found.tokensSentAgain(),
          found.reconnections(),
          trial.seconds());
      if (!found.failed().isEmpty()) {
        out.println("    failed: " + found.failed());
      }
      found.because().forEach((why, count) -> out.println("    " + count + " x " + why));
      found.violations().forEach(violation -> out.println("    VIOLATION " + violation));
    }
  }

  public void writeTo(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    JSON.writeValue(file.toFile(), this);
  }
}
