package io.fortnoxconnector.translation.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as Fortnox writes them: the clock on a Swedish wall, without a zone. */
public final class StockholmTime {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private StockholmTime() {}

  /** An ISO 8601 time with an offset, or a date, which is its midnight in Sweden. */
  public static Optional<Instant> parse(String written) {
    // Java would read years of up to nine digits, with a sign; Fortnox writes four.
    if (!written.matches("\\d{4}-.*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          written.length() == 10
              ? LocalDate.parse(written).atStartOfDay(STOCKHOLM).toInstant()
              : OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The latest minute on the wall that no moment from that instant on lies before. */
  public static String since(Instant instant) {
    LocalDateTime wall = LocalDateTime.ofInstant(instant, STOCKHOLM);
    // In the last hour of summer time the wall clock will show earlier times once more, and what
    // changes then must not be missed.
    var next = STOCKHOLM.getRules().nextTransition(instant);
    if (next != null && next.isOverlap() && wall.isAfter(next.getDateTimeAfter())) {
      wall = next.getDateTimeAfter();
    }
    return MINUTE.format(wall);
  }
}
