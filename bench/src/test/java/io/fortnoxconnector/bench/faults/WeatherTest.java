package io.fortnoxconnector.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.audit.Report;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The long run's kinds of trouble, a few seconds each. */
class WeatherTest {

  private static final Duration EACH = Duration.ofMillis(2500);
  private static final Duration CALM = Duration.ofMillis(500);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void nothingIsLostDoubledOrOutOfOrderWhateverTheWeather() throws InterruptedException {
    Faults kinds = new Faults(new Random(7));
    List<Fault> faults = new Catalogue(kinds).brief();
    long begin = System.nanoTime();
    try (Bed bed = Bed.start(stack -> stack)) {
      Findings findings =
          new Weather(bed, System.out)
              .pass(bed.companies().connect(2, 3), faults, EACH, CALM, LIMIT, 7);
      new Report(
              List.of(
                  new Report.Trial(
                      "all of them",
                      (System.nanoTime() - begin) / 1e9,
                      faults.stream().mapToLong(Fault::strikes).sum(),
                      findings)))
          .printTo(System.out);

      assertThat(findings.violations()).isEmpty();
      assertThat(findings.done()).isGreaterThan(20);
      assertThat(findings.tooMany()).isZero();
      assertThat(faults).allMatch(fault -> fault.strikes() > 0);
    }
  }
}
