package io.fortnoxconnector.translation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A date that Fortnox compares, ISO 8601 on both sides. */
record DateFilter(String name, String queryParameter, String note) implements Filter {

  @Override
  public Optional<String> translate(String value, Map<String, String> query) {
    try {
      query.put(queryParameter, LocalDate.parse(value.strip()).toString());
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of(
          "%s must be a date, as in 2026-01-31, not %s.".formatted(name, Quoted.of(value)));
    }
  }

  @Override
  public FilterDescription described() {
    return new FilterDescription(name, "date", List.of(), note);
  }
}
