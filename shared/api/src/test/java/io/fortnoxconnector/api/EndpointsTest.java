package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

  private final Endpoints endpoints =
      new Endpoints(
          Map.of(
              "/accounting/accounts", named("accounts"),
              "/accounting/v2/dimensions", named("dimensions"),
              "/accounting/v2/dimensions/{dimension}", named("one dimension"),
              "/accounting/trackingCategories/{dimension}/options", named("options")));

  private static Endpoint named(String name) {
    return _ -> HttpResponse.json(200, name);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /accounting/accounts, accounts",
    "DELETE /accounting/accounts/{accountId}, accounts",
    "GET /accounting/v2/dimensions, dimensions",
    "GET /accounting/v2/dimensions/{dimension}, one dimension",
    "POST /accounting/trackingCategories/{dimension}/options, options",
    "PUT /accounting/trackingCategories/{dimension}/options/{optionId}, options",
  })
  void theRouteSaysWhichOneAnswers(String route, String name) {
    assertThat(endpoints.answer(Requests.withQuery(Map.of()).at(route)).body()).isEqualTo(name);
  }

  @Test
  void aRouteThatNobodyAnswersIsAMistakeOfTheTemplates() {
    assertThatThrownBy(
            () -> endpoints.answer(Requests.withQuery(Map.of()).at("GET /accounting/bills")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theFirstThatNamesARouteIsRehearsed() {
    var both =
        new Endpoints(
            Map.of(
                "/tenants", named("vendors"),
                "/tenants/keys", rehearsedAt("GET /tenants/keys"),
                "/tenants/pass-through", rehearsedAt("GET /tenants/pass-through")));

    assertThat(both.rehearsalRoute()).isEqualTo("GET /tenants/keys");
  }

  private static Endpoint rehearsedAt(String route) {
    return new Endpoint() {
      @Override
      public HttpResponse answer(HttpRequest request) {
        return HttpResponse.json(200, route);
      }

      @Override
      public String rehearsalRoute() {
        return route;
      }
    };
  }
}
