package io.fortnoxconnector.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A very small run of what {@code mvn -Pbench} measures: what holds on any machine. */
class SaturationTest {

  private static final int WRITES = 30;
  private static final Bed BED = Bed.start(stack -> stack);

  @AfterAll
  static void close() {
    BED.close();
  }

  @Test
  void aCompanyWithMoreToWriteThanItMayStaysWithinAnExactWindow() throws Exception {
    holds(RateLimit.Kind.EXACT);
  }

  @Test
  void aCompanyWithMoreToWriteThanItMayStaysWithinAnEstimatedWindow() throws Exception {
    holds(RateLimit.Kind.TWO_WINDOWS);
  }

  private static void holds(RateLimit.Kind kind) throws InterruptedException {
    Saturation run =
        Saturation.measure(BED, kind, WRITES, new PrintStream(OutputStream.nullOutputStream()));

    assertThat(run.received().created()).hasSize(WRITES);
    assertThat(run.inOrder()).as("%s", run.received().created()).isTrue();
    assertThat(run.received().refusals()).isZero();
    assertThat(run.reads().size()).isPositive();
    assertThat(run.failed()).isZero();
  }
}
