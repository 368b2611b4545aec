package io.fortnoxconnector.translation;

import io.fortnoxconnector.translation.format.StockholmTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed since a time, to the minute, that minute included. */
record LastModifiedFilter() implements Filter {
  static final String NAME = "lastModifiedAt";

  @Override
  public Optional<String> translate(String value, Map<String, String> query) {
    var since = StockholmTime.parse(value.strip());
    since.ifPresent(instant -> query.put("lastmodified", StockholmTime.since(instant)));
    return since.isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s must be a date or a time with an offset, as in 2026-01-31T12:00:00Z, not %s."
                .formatted(NAME, Quoted.of(value)));
  }

  @Override
  public FilterDescription described() {
    return new FilterDescription(
        NAME,
        "time",
        List.of(),
        "ISO 8601 with an offset, or a date in Sweden; finds what changed from that minute on.");
  }
}
