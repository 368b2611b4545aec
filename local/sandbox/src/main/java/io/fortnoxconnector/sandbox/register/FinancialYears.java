package io.fortnoxconnector.sandbox.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** A company's financial years, as far as other registers are about them. */
record FinancialYears(Collection<Row> all, LocalDate today) {

  /** The one that a request is about; empty where there is no such year. */
  Optional<Integer> asked(Map<String, String> parameters) {
    var id = parameters.get("financialyear");
    if (id != null) {
      return all.stream().filter(year -> year.key().equals(id)).findFirst().map(FinancialYears::id);
    }
    var date = parameters.get("financialyeardate");
    return date == null ? current() : of(date);
  }

  /** Today's, or the latest that there is. */
  Optional<Integer> current() {
    return of(today.toString())
        .or(
            () ->
                all.stream()
                    .max(Comparator.comparing(year -> text(year, "ToDate")))
                    .map(FinancialYears::id));
  }

  /** The year of a day, ISO 8601. */
  Optional<Integer> of(String date) {
    return all.stream()
        .filter(year -> text(year, "FromDate").compareTo(date) <= 0)
        .filter(year -> text(year, "ToDate").compareTo(date) >= 0)
        .findFirst()
        .map(FinancialYears::id);
  }

  private static Integer id(Row year) {
    return Integer.valueOf(year.key());
  }

  private static String text(Row year, String field) {
    return year.values().path(field).asText();
  }
}
