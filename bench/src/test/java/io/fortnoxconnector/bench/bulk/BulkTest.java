package io.fortnoxconnector.bench.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The long run with few rows; it needs the functions' zips, which package makes. */
@EnabledOnOs(OS.LINUX) // Lambda's runtime client runs nowhere else.
class BulkTest {

  private static final Plan FEW = new Plan(45, Duration.ofSeconds(8), Duration.ofMinutes(4));

  @Test
  void aFileIsCompleteAndUndoubledThoughItsImporterAndTheWriterWereKilled(@TempDir Path folder)
      throws Exception {
    Outcome outcome = new BulkRun(FEW, folder, System.out).run(System.out);

    outcome.printTo(System.out);
    assertThat(outcome.violations()).isEmpty();
  }
}
