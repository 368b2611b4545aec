package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is wrong with a request is answered with a 4xx problem that names the culprit, and nothing
 * else happens: nothing is stored, nothing queued, Fortnox isn't called.
 */
final class Refusals {

  private static final List<String> MEMBERS =
      List.of("type", "title", "status", "detail", "pointer", "code", "fortnox", "retriable");

  private Refusals() {}

  /** A test for each request, and one of what they left behind. */
  static Stream<DynamicTest> of(LocalSystem system, List<Request> requests) {
    var before = new AtomicReference<Traces>();
    return Stream.of(
            Stream.of(dynamicTest("before", () -> before.set(traces(system)))),
            requests.stream().map(request -> dynamicTest(request.name(), () -> check(request))),
            Stream.of(
                dynamicTest(
                    "nothing is stored, nothing queued, and Fortnox isn't called",
                    () -> assertThat(traces(system)).isEqualTo(before.get()))))
        .flatMap(tests -> tests);
  }

  private record Traces(
      Map<String, Set<Map<String, AttributeValue>>> items,
      Map<String, Integer> messages,
      long calls) {}

  private static Traces traces(LocalSystem system) {
    return new Traces(
        system.inside().items(), system.inside().messages(), system.fortnox().ledger().count());
  }

  private static void check(Request request) {
    Answer answer = request.send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(request.status());
    assertThat(answer.json().path("meta").path("warnings").isArray()).isTrue();
    assertThat(answer.json().path("data").isNull()).isTrue();
    assertThat(answer.json().path("rawData").isNull()).isTrue();
    JsonNode errors = answer.json().path("errors");
    assertThat(errors).isNotEmpty();
    for (JsonNode error : errors) {
      assertThat(MEMBERS).allMatch(error::has);
      assertThat(error.path("detail").asText()).isNotBlank();
      assertThat(error.path("retriable").asBoolean()).isFalse();
      assertThat(error.path("type").asText()).isEqualTo("/problems/" + error.path("code").asText());
    }
    JsonNode error = about(request, errors);
    assertThat(error.path("code").asText()).as(answer.text()).isEqualTo(request.code());
    assertThat(error.path("pointer").asText("")).as(answer.text()).isEqualTo(request.pointer());
    assertThat(error.path("status").asInt()).isEqualTo(request.status());
    assertThat(answer.text())
        .doesNotContain("Exception", "io.fortnoxconnector", "java.", "jackson", "\\tat ");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
  }

  /** Several things may be wrong at once; the one that the request is about is among them. */
  private static JsonNode about(Request request, JsonNode errors) {
    for (JsonNode error : errors) {
      if (error.path("code").asText().equals(request.code())
          && error.path("pointer").asText("").equals(request.pointer())) {
        return error;
      }
    }
    return errors.path(0);
  }
}
