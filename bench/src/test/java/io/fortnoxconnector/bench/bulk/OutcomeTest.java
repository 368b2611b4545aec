package io.fortnoxconnector.bench.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.sandbox.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final Arrivals STEADY =
      new Arrivals(5_000, 1, Duration.ofSeconds(1_000), Duration.ofSeconds(20));

  private static Outcome outcome(int exitCode, int customers, int numbers, int killed, int most) {
    return new Outcome(Plan.LONG, exitCode, customers, numbers, killed, 0, most, STEADY);
  }

  @Test
  void whatIsCompleteAndUndoubledIsAsPromised() {
    assertThat(outcome(0, 5_000, 5_000, 1, 23).violations()).isEmpty();
  }

  @Test
  void whatIsMissingDoubledOrTooFastIsTold() {
    assertThat(outcome(1, 4_999, 4_998, 0, 26).violations())
        .containsExactly(
            "The import that went on ended with 1.",
            "4999 customers instead of 5000.",
            "1 customers are there more than once.",
            "No writer was killed.",
            "0 answers 429, 26 requests in five seconds.");
  }

  @Test
  void aSlowImportIsTold() {
    var slow = new Arrivals(5_000, 0, Duration.ofMinutes(20), Duration.ZERO);

    assertThat(new Outcome(Plan.LONG, 0, 5_000, 5_000, 1, 0, 23, slow).violations())
        .containsExactly("Slower than 270.0 requests a minute.");
  }

  @Test
  void theRateIsThatOfTheTimeWithoutPauses() {
    Instant begin = Instant.parse("2026-11-29T12:00:00Z");
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i <= 10; i++) {
      Instant at = begin.plusMillis(220L * i + (i > 5 ? 20_000 : 0));
      entries.add(new Entry(i, at, "c", "1", "POST", "/3/customers", "", "", "201", List.of()));
    }

    Arrivals arrivals = Arrivals.of(entries);

    assertThat(arrivals.pauses()).isEqualTo(1);
    assertThat(arrivals.standing()).isEqualTo(Duration.ofMillis(20_220));
    assertThat(arrivals.perMinute()).isBetween(272.0, 273.0);
  }

  @Test
  void organisationNumbersHaveTheirCheckDigit() {
    assertThat(CustomersFile.organisationNumber(556_036_079)).isEqualTo("556036-0793");
    assertThat(CustomersFile.organisationNumber(555_555_555)).isEqualTo("555555-5555");
  }
}
