package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;
import static io.fortnoxconnector.translation.Suppliers.SUPPLIERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

  @ParameterizedTest
  @CsvSource({
    "email, a@b.se, email, a@b.se",
    "number, 42, customernumber, 42",
    "postalCode, 111 11, zipcode, 111 11",
    "organisationNumber, 556036-0793, organisationnumber, 556036-0793",
    "glnDelivery, 7300009049981, glndelivery, 7300009049981",
    "active, false, filter, inactive",
    "lastModifiedAt, 2026-07-01T12:00:00Z, lastmodified, 2026-07-01 14:00",
    "lastModifiedAt, 2026-07-01, lastmodified, 2026-07-01 00:00",
    "sortBy, number, sortby, customernumber",
    "sortOrder, desc, sortorder, descending"
  })
  void aFilterBecomesFortnoxQuery(String name, String value, String query, String sent) {
    assertThat(CUSTOMERS.filters(Map.of(name, value)))
        .isEqualTo(new FilterTranslation.Accepted(Map.of(query, sent)));
  }

  @Test
  void severalFiltersAreCombined() {
    assertThat(CUSTOMERS.filters(Map.of("city", "Umeå", "active", "true")))
        .isEqualTo(new FilterTranslation.Accepted(Map.of("city", "Umeå", "filter", "active")));
  }

  @ParameterizedTest
  @CsvSource({
    "active, yes, filter-invalid, 'active must be one of true, false, not yes.'",
    "name, <b>, filter-invalid, Fortnox doesn't search for < and >.",
    "name, ' ', filter-invalid, name needs a value to search for.",
    "colour, red, filter-unknown, 'There is no filter colour; there are email, name, number, "
        + "organisationNumber, city, postalCode, phone, gln, glnDelivery, active, lastModifiedAt, "
        + "sortBy, sortOrder.'"
  })
  void aFilterThatCannotBeIsRefusedWithTheReason(
      String name, String value, String code, String detail) {
    assertThat(CUSTOMERS.filters(Map.of(name, value)))
        .isEqualTo(new FilterTranslation.Rejected(List.of(new FieldProblem(name, code, detail))));
  }

  @Test
  void suppliersCannotBeFilteredByTimeAndTheProblemSaysByWhatTheyCan() {
    var refused = SUPPLIERS.filters(Map.of("lastModifiedAt", "2026-07-01"));
    assertThat(refused)
        .isInstanceOfSatisfying(
            FilterTranslation.Rejected.class,
            rejected ->
                assertThat(rejected.problems().getFirst().detail()).contains("organisationNumber"));
    assertThat(SUPPLIERS.supportsLastModified()).isFalse();
    assertThat(CUSTOMERS.supportsLastModified()).isTrue();
  }
}
