package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  private static Paging paging(String page, String limit) {
    return Paging.of(Requests.withQuery(Map.of("page", page, "limit", limit)));
  }

  @Test
  void withoutParametersItIsTheFirstPageOfFifty() {
    assertThat(Paging.of(Requests.withQuery(Map.of()))).isEqualTo(new Paging(1, 50));
    assertThat(paging("1000000", "500")).isEqualTo(new Paging(1_000_000, 500));
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

    assertThat(Paging.of(request).links(request, 3))
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

    assertThat(Paging.of(request).links(request, 1)).doesNotContain("prev", "next");
    assertThat(Paging.of(request).links(request, 0)).contains("page=1&limit=50>; rel=\"last\"");
  }
}
