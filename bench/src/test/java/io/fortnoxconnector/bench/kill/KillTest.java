package io.fortnoxconnector.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The driver of the long run for a minute; it needs the functions' zips, which package makes. */
@EnabledOnOs(OS.LINUX) // Lambda's runtime client runs nowhere else.
class KillTest {

  private static final Plan MINUTE = new Plan(40, 120, 8, 4, true, Duration.ofMinutes(3));

  /** A busy machine may not get to all of them in time; the long run wants every one. */
  private static final int POINTS = 22;

  private static final int KILLS = 30;

  @Test
  void whateverProcessDiesWheneverEachAcceptedWriteIsCarriedOutOnceOrEndsWithAReason() {
    Outcome outcome = new KillRun(MINUTE, System.out).run(System.out);

    outcome.printTo(System.out);
    assertThat(outcome.findings().violations()).isEmpty();
    assertThat(outcome.killer().hits().values().stream().filter(hits -> hits > 0))
        .as("named points that were hit")
        .hasSizeGreaterThanOrEqualTo(POINTS);
    assertThat(outcome.killer().kills()).isGreaterThanOrEqualTo(KILLS);
  }
}
