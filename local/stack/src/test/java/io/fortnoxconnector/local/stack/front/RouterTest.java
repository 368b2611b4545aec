package io.fortnoxconnector.local.stack.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.local.stack.template.Route;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouterTest {

  private final Router<String> router = new Router<>();

  @BeforeEach
  void addInNoParticularOrder() {
    for (String key :
        new String[] {
          "$default",
          "ANY /pets/{proxy+}",
          "GET /pets/{id}",
          "GET /pets/dogs",
          "ANY /pets/dogs",
          "GET /pets/{id}/toys/{toy}",
          "POST /only"
        }) {
      router.add(new Route(key, Duration.ofSeconds(30)), key);
    }
  }

  @Test
  void theMostSpecificRouteWins() {
    assertThat(target("GET", "/pets/dogs")).isEqualTo("GET /pets/dogs");
    assertThat(target("PUT", "/pets/dogs")).isEqualTo("ANY /pets/dogs");
    assertThat(target("GET", "/pets/7")).isEqualTo("GET /pets/{id}");
    assertThat(target("PUT", "/pets/7")).isEqualTo("ANY /pets/{proxy+}");
    assertThat(target("GET", "/pets/7/toys/8/parts")).isEqualTo("ANY /pets/{proxy+}");
  }

  @Test
  void whatNoRouteTakesGoesToTheDefault() {
    assertThat(target("GET", "/only")).isEqualTo("$default");
    assertThat(target("GET", "/")).isEqualTo("$default");
    assertThat(target("GET", "/pets")).isEqualTo("$default");
    assertThat(target("POST", "/only/")).isEqualTo("$default");
  }

  @Test
  void pathParametersAreDecoded() {
    assertThat(parameters("/pets/a%20b%C3%A5+c/toys/%25"))
        .isEqualTo(Map.of("id", "a bå+c", "toy", "%"));
    assertThat(parameters("/pets/7/eats/fish")).isEqualTo(Map.of("proxy", "7/eats/fish"));
  }

  @Test
  void withoutADefaultNothingIsFound() {
    Router<String> small = new Router<>();
    small.add(new Route("GET /a", Duration.ofSeconds(30)), "a");
    assertThat(small.find("GET", "/b")).isEmpty();
    assertThat(small.find("POST", "/a")).isEmpty();
  }

  private String target(String method, String path) {
    return router.find(method, path).orElseThrow().target();
  }

  private Map<String, String> parameters(String path) {
    return router.find("GET", path).orElseThrow().pathParameters();
  }
}
