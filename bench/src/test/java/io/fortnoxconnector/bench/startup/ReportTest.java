package io.fortnoxconnector.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static Row row(Candidate candidate, long... firstAnswers) {
    return Row.of(
        candidate,
        1024 * 1024,
        Arrays.stream(firstAnswers)
            .mapToObj(
                millis ->
                    new Start(
                        Duration.ofMillis(millis / 2),
                        Duration.ofMillis(millis),
                        Duration.ofMillis(millis),
                        List.of(Duration.ofMillis(5)),
                        new Footprint(1000, 2048)))
            .toList());
  }

  @Test
  void aRowHasTheMedianAndTheRange() {
    Row row = row(Candidate.READ, 900, 100, 300);

    assertThat(row.firstAnswer()).isEqualTo(300);
    assertThat(row.fastest()).isEqualTo(100);
    assertThat(row.slowest()).isEqualTo(900);
    assertThat(row.zip()).isEqualTo(1);
    assertThat(row.resident()).isEqualTo(2);
  }

  @Test
  void theTargetIsMissedByAReadThatTakesMoreThanItsShareOfThePlainOne() {
    assertThat(report(1150).isMissed()).isFalse();
    assertThat(report(1151).isMissed()).isTrue();
    assertThat(report(1151).ratio(Candidate.PLAIN_STREAM)).isEqualTo(2.302);
  }

  private static Report report(long read) {
    return new Report(
        Instant.EPOCH,
        1,
        List.of(
            row(Candidate.PLAIN, 1000),
            row(Candidate.PLAIN_STREAM, 500),
            row(Candidate.READ, read)));
  }
}
