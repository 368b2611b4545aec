package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.reading.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  private static Paging paging(String page, String limit) {
    return Paging.of(Requests.withQuery(Map.of("page", page, "limit", limit)));
  }

  @Test
  void withoutParametersItIsTheFirstPageOfFifty() {
    assertThat(Paging.of(Requests.withQuery(Map.of())))
        .isEqualTo(new Paging(1, 50, Optional.empty()));
    assertThat(paging("1000000", "500")).isEqualTo(new Paging(1_000_000, 500, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "01", "", " 1", "x", "1000001", "99999999999", "١"})
  void whatIsNoPageIsRefused(String page) {
    assertThatThrownBy(() -> paging(page, "10")).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "x"})
  void whatIsNoLimitIsRefused(String limit) {
    assertThatThrownBy(() -> paging("1", limit)).isInstanceOf(Rejected.class);
  }

  @Test
  void linksLeadToTheOtherPagesAndKeepTheFilters() {
    var query = new LinkedHashMap<String, String>();
    query.put("name", "Å & B");
    query.put("page", "2");
    HttpRequest request = Requests.withQuery(query);
    String prefix = "</accounting/customers?name=%C3%85+%26+B&page=";

    assertThat(Paging.of(request).links(request, 3, null))
        .isEqualTo(
            prefix
                + "1&limit=50>; rel=\"first\", "
                + prefix
                + "1&limit=50>; rel=\"prev\", "
                + prefix
                + "3&limit=50>; rel=\"next\", "
                + prefix
                + "3&limit=50>; rel=\"last\"");
  }

  @Test
  void theFirstPageHasNoPreviousAndTheLastNoNext() {
    HttpRequest request = Requests.withQuery(Map.of());

    assertThat(Paging.of(request).links(request, 1, null)).doesNotContain("prev", "next");
    assertThat(Paging.of(request).links(request, 0, null))
        .contains("page=1&limit=50>; rel=\"last\"");
  }

  private static final Cursor CURSOR = new Cursor("customers", 50, List.of("49", "50"));

  @Test
  void aCursorTakesThePlaceOfThePage() {
    Paging paging = Paging.of(Requests.withQuery(Map.of("after", CURSOR.text(), "limit", "10")));

    assertThat(paging.place("customers")).isEqualTo(new Place.After(CURSOR));
    assertThat(paging(String.valueOf(3), "10").place("customers")).isEqualTo(new Place.Page(3));
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    Paging paging = Paging.of(Requests.withQuery(Map.of("after", CURSOR.text())));

    assertThatThrownBy(() -> paging.place("suppliers")).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "W10", "WyJjdXN0b21lcnMiLC0xXQ", "%%%", "bnVsbA"})
  void whatIsNoCursorIsRefused(String text) {
    assertThatThrownBy(() -> Paging.of(Requests.withQuery(Map.of("after", text))))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void aPageAndACursorAreTooMuch() {
    assertThatThrownBy(
            () -> Paging.of(Requests.withQuery(Map.of("after", CURSOR.text(), "page", "2"))))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void linksOfACursorLeadOnAndToTheBeginning() {
    var request = Requests.withQuery(Map.of("after", CURSOR.text(), "limit", "10"));
    var next = new Cursor("customers", 60, List.of("60"));

    assertThat(Paging.of(request).links(request, 9, next))
        .contains("limit=10>; rel=\"first\"", "after=" + next.text(), "rel=\"next\"")
        .doesNotContain(CURSOR.text());
    assertThat(Paging.of(request).links(request, 9, null)).doesNotContain("next");
  }
}
