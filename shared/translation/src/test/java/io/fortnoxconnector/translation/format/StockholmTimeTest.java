package io.fortnoxconnector.translation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StockholmTimeTest {
  private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  @Test
  void instantsBecomeSwedishWallClockTime() {
    assertThat(StockholmTime.since(Instant.parse("2026-01-31T12:00:59Z")))
        .isEqualTo("2026-01-31 13:00");
    assertThat(StockholmTime.since(Instant.parse("2026-07-01T12:00:00Z")))
        .isEqualTo("2026-07-01 14:00");
  }

  @Test
  void aDateBeginsAtMidnightInSweden() {
    assertThat(StockholmTime.parse("2026-07-01")).contains(Instant.parse("2026-06-30T22:00:00Z"));
  }

  @Test
  void aTimeNeedsAnOffset() {
    assertThat(StockholmTime.parse("2026-07-01T12:00:00+02:00"))
        .contains(Instant.parse("2026-07-01T10:00:00Z"));
    assertThat(StockholmTime.parse("2026-07-01T12:00:00")).isEmpty();
    assertThat(StockholmTime.parse("yesterday")).isEmpty();
  }

  @Test
  void aYearHasFourDigits() {
    assertThat(StockholmTime.parse("-999999999-01-01T00:00:00Z")).isEmpty();
    assertThat(StockholmTime.parse("+12026-01-01T00:00:00Z")).isEmpty();
  }

  @Property
  void nothingThatChangesLaterIsBeforeIt(
      @ForAll @IntRange(max = 240) int minutes, @ForAll @IntRange(max = 240) int later) {
    // The clocks go back on 25 October 2026 at 01:00 UTC.
    Instant asked = Instant.parse("2026-10-24T23:00:00Z").plus(Duration.ofMinutes(minutes));
    Instant changed = asked.plus(Duration.ofMinutes(later));
    String wall = WALL.format(LocalDateTime.ofInstant(changed, ZoneId.of("Europe/Stockholm")));
    assertThat(wall).isGreaterThanOrEqualTo(StockholmTime.since(asked));
  }
}
