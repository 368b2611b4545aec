package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.Problem.FortnoxWords;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.fortnox.Json;
import io.fortnoxconnector.translation.Warning;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape that clients which check answers strictly will take. */
class EnvelopeTest {

  private static JsonNode json(HttpResponse response) throws JsonProcessingException {
    assertThat(response.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
    return Json.read(response.body());
  }

  @Test
  void aSuccessHasEveryMemberAndNullWhereThereIsNothing() throws JsonProcessingException {
    JsonNode envelope = json(Envelope.of(Samples.json("{'id':'17'}")).response(201));

    assertThat(envelope)
        .isEqualTo(
            Samples.json(
                """
                {'meta':{'warnings':[],'warningDetails':[],'pagination':null,'after':null},
                 'data':{'id':'17'},'errors':null,'rawData':null}
                """));
  }

  @Test
  void warningsAreTextsWithTheirDetailsBeside() throws JsonProcessingException {
    var warning = new Warning("field-not-stored", "/vatId", "It has no place.");

    JsonNode meta =
        json(Envelope.of(Samples.json("{}")).warning(List.of(warning)).response(200)).path("meta");

    assertThat(meta)
        .isEqualTo(
            Samples.json(
                """
                {'warnings':['/vatId: It has no place.'],
                 'warningDetails':[{'code':'field-not-stored','pointer':'/vatId','detail':'It has no place.'}],
                 'pagination':null,'after':null}
                """));
  }

  @Test
  void aPageHasItsFourFiguresAndFortnoxsDocument() throws JsonProcessingException {
    JsonNode envelope =
        json(
            Envelope.of(JsonNodeFactory.instance.arrayNode())
                .paged(7, 2, 3, 4)
                .raw(Samples.json("{'Customers':[]}"))
                .response(200));

    assertThat(envelope.at("/meta/pagination"))
        .isEqualTo(
            json(
                HttpResponse.json(
                    200, "{\"total\":7,\"perPage\":2,\"currentPage\":3,\"totalPages\":4}")));
    assertThat(envelope.path("data").isArray()).isTrue();
    assertThat(envelope.path("rawData").isObject()).isTrue();
  }

  @Test
  void aFailureHasProblemsAndNoData() throws JsonProcessingException {
    var problem =
        new Problem(
            ProblemType.FORTNOX_REFUSED,
            "The value is wrong.",
            "/name",
            new FortnoxWords("2000106", "Värdet är fel"),
            null);

    HttpResponse response = Envelope.failure(List.of(problem));

    assertThat(response.status()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(
            json(
                HttpResponse.json(
                    400,
                    """
                    {"meta":{"warnings":[],"warningDetails":[],"pagination":null,"after":null},
                     "data":null,
                     "errors":[{"type":"/problems/fortnox-refused","title":"Fortnox refuses this",
                       "status":400,"detail":"The value is wrong.","pointer":"/name",
                       "code":"fortnox-refused",
                       "fortnox":{"code":"2000106","message":"Värdet är fel"},
                       "retriable":false}],
                     "rawData":null}
                    """)));
  }

  @Test
  void aPauseIsToldInWholeSecondsNeverZero() {
    assertThat(retryAfter(Duration.ofMillis(1))).isEqualTo("1");
    assertThat(retryAfter(Duration.ofSeconds(5))).isEqualTo("5");
    assertThat(retryAfter(Duration.ofMillis(5001))).isEqualTo("6");
    assertThat(Envelope.failure(List.of(ProblemType.NOT_FOUND.about("Nothing."))).headers())
        .doesNotContainKey("Retry-After");
  }

  private static String retryAfter(Duration pause) {
    return Envelope.failure(List.of(ProblemType.RATE_LIMITED.about("Full.").after(pause)))
        .headers()
        .getOrDefault("Retry-After", "none");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyProblemHasAnErrorStatusATitleAndAKebabCaseCode(ProblemType type) {
    JsonNode problem = Envelope.json(type.about("Detail."));

    assertThat(problem.path("status").asInt()).isBetween(400, 599);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("code").asText()).matches("[a-z]+(-[a-z]+)*");
    assertThat(problem.path("type").asText())
        .isEqualTo("/problems/" + problem.path("code").asText());
    assertThat(problem.has("pointer") && problem.path("pointer").isNull()).isTrue();
    assertThat(problem.has("fortnox") && problem.path("fortnox").isNull()).isTrue();
  }
}
