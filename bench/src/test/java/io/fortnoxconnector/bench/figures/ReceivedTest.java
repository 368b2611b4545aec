package io.fortnoxconnector.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fortnoxconnector.sandbox.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedTest {

  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void theSteadyRateLeavesOutTheBurstAtTheStartAndTheReadsAfterTheEnd() {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < 16; i++) {
      entries.add(entry(Duration.ZERO, "GET", "200"));
    }
    for (int i = 1; i <= 100; i++) {
      entries.add(entry(Duration.ofMillis(200L * i), "POST", "201"));
    }
    entries.add(entry(Duration.ofMinutes(10), "GET", "200"));

    assertThat(new Received(entries).perMinute()).isCloseTo(300, within(0.1));
  }

  @Test
  void onlyWhatWasCreatedCountsAsCreated() {
    var received =
        new Received(
            List.of(
                entry(Duration.ofSeconds(1), "POST", "429"),
                entry(Duration.ofSeconds(2), "POST", "201"),
                entry(Duration.ofSeconds(3), "GET", "200")));

    assertThat(received.created()).containsExactly("Kund 2");
    assertThat(received.lastCreation()).isEqualTo(START.plusSeconds(2));
    assertThat(received.refusals()).isEqualTo(1);
  }

  private static Entry entry(Duration after, String method, String answered) {
    return new Entry(
        1,
        START.plus(after),
        "client",
        "300001",
        method,
        "/3/customers",
        "",
        "{\"Customer\":{\"Name\":\"Kund %d\"}}".formatted(after.toSeconds()),
        answered,
        List.of());
  }
}
