package io.fortnoxconnector.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The driver of the long run for a minute; it needs the functions' zips, which package makes. */
@EnabledOnOs(OS.LINUX) // Lambda's runtime client runs nowhere else.
class KillTest {

  /** A busy machine gets more than a minute, so that it gets to every point as well. */
  private static final Plan MINUTE = new Plan(34, 100, 8, 4, true, Duration.ofMinutes(5));

  @Test
  void whateverProcessDiesWheneverEachAcceptedWriteIsCarriedOutOnceOrEndsWithAReason() {
    Outcome outcome = new KillRun(MINUTE, System.out).run(System.out);

    outcome.printTo(System.out);
    assertThat(outcome.findings().violations()).isEmpty();
    assertThat(outcome.killer().hits())
        .as("named points")
        .allSatisfy((point, hits) -> assertThat(hits).as(point.name()).isPositive());
    assertThat(outcome.killer().kills()).isGreaterThanOrEqualTo(MINUTE.kills());
  }
}
