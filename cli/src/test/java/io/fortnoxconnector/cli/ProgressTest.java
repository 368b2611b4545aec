package io.fortnoxconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final StringWriter out = new StringWriter();

  private Progress progress(boolean terminal) {
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    return new Progress(new PrintWriter(out), "imported", 100, terminal, clock);
  }

  @Test
  void elsewhereItIsALineEveryTenSecondsWithRateAndRemainingTime() {
    Progress progress = progress(false);
    for (int second = 1; second <= 50; second++) {
      now.set(Instant.ofEpochSecond(second));
      progress.done();
    }

    assertThat(out.toString().lines())
        .hasSize(5)
        .first()
        .isEqualTo("10 of 100 imported, 60 a minute, 2 min left");
    progress.end();
    assertThat(out.toString().lines())
        .last()
        .isEqualTo("50 of 100 imported, 60 a minute, 50 s left");
  }

  @Test
  void onATerminalItIsABarThatIsWrittenOver() {
    Progress progress = progress(true);
    for (int count = 0; count < 50; count++) {
      now.set(now.get().plusMillis(300));
      progress.done();
    }
    progress.end();

    assertThat(out.toString()).startsWith("\r[").contains("[###############               ] 50 of");
  }
}
