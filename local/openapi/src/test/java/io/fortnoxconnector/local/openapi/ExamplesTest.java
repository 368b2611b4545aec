package io.fortnoxconnector.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.openapi.Examples.Example;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document's examples, sent to the local stack, and its answers held against the document. */
class ExamplesTest {
  private static LiveApi live;

  private final ObjectNode document = ApiDescription.ofTemplate();
  private final Schemas schemas = new Schemas(document);

  @BeforeAll
  static void start() {
    live = LiveApi.start();
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @Test
  void everyExampleIsAnsweredAsTheDocumentSays() {
    List<ApiRoute> routes = ApiDescription.routes();
    List<String> otherwise = new ArrayList<>();
    for (Example example : Examples.read().all()) {
      if (routes.contains(example.route())) {
        Answer answer = send(example);
        List<String> flaws = schemas.flaws(example.route(), answer.status(), answer.json());
        if (answer.status() != example.status() || !flaws.isEmpty()) {
          otherwise.add(
              example.route().key() + ": " + answer.status() + " " + flaws + answer.json());
        }
      }
    }

    assertThat(otherwise).isEmpty();
  }

  @Test
  void bodiesOfExamplesFitTheirSchemas() {
    for (Example example : Examples.read().all()) {
      JsonNode schema =
          document
              .path("paths")
              .path(example.route().path())
              .path(example.route().method().toLowerCase(Locale.ROOT))
              .at("/requestBody/content/application~1json/schema");
      if (schema.isObject() && example.body().isObject()) {
        assertThat(schemas.flaws(schema, example.body())).as(example.route().key()).isEmpty();
      }
    }
  }

  @Test
  void theDocumentIsServed() {
    Answer answer = live.anybody().send("GET", "/openapi.json", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).startsWith("application/json");
    assertThat(answer.json()).isEqualTo(document);
  }

  private static Answer send(Example example) {
    return Requests.send(caller(example.route()), example);
  }

  private static Api caller(ApiRoute route) {
    return route.key().equals("POST /tenants")
        ? live.anybody().with("X-ADMIN-KEY", live.stack().adminKey())
        : live.company().api();
  }
}
