package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fortnoxconnector.connector.Limits;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

  private static HttpRequest json(String body) {
    return Requests.withBody(body, false, Map.of("content-type", "application/json"));
  }

  private static HttpRequest bytes(byte[] body) {
    return Requests.withBody(Base64.getEncoder().encodeToString(body), true, Map.of());
  }

  private static Problem rejected(Callable<?> reading) {
    Rejected rejected = catchThrowableOfType(Rejected.class, reading::call);
    assertThat(rejected).isNotNull();
    return rejected.problems().getFirst();
  }

  private static ProblemType refused(HttpRequest request) {
    return rejected(() -> Body.object(request)).type();
  }

  @Test
  void anObjectIsReadAsTextAndAsBase64() {
    assertThat(Body.object(json("{\"name\":\"Åkeri\"}")).path("name").asText()).isEqualTo("Åkeri");
    assertThat(
            Body.object(bytes("{\"name\":\"Åkeri\"}".getBytes(StandardCharsets.UTF_8)))
                .path("name")
                .asText())
        .isEqualTo("Åkeri");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/merge-patch+json"
      })
  void everyKindOfJsonIsTaken(String type) {
    assertThat(Body.object(Requests.withBody("{}", false, Map.of("content-type", type)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", ""})
  void anotherMediaTypeIsRefused(String type) {
    assertThat(refused(Requests.withBody("{}", false, Map.of("content-type", type))))
        .isEqualTo(ProblemType.MEDIA_TYPE_UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "[]",
        "1",
        "null",
        "\"text\"",
        "{",
        "{}}",
        "{\"a\":1}{}",
        "{'a':1}",
        "{a:1}"
      })
  void whatIsNoJsonObjectIsRefused(String body) {
    assertThat(refused(json(body))).isEqualTo(ProblemType.BODY_MALFORMED);
  }

  @Test
  void aMemberGivenTwiceIsRefused() {
    assertThat(refused(json("{\"a\":1,\"a\":2}"))).isEqualTo(ProblemType.BODY_MALFORMED);
  }

  @Test
  void aBodyNestedWithoutEndIsRefused() {
    assertThat(refused(json("{\"a\":" + "[".repeat(5000)))).isEqualTo(ProblemType.BODY_MALFORMED);
  }

  @Test
  void theProblemNamesThePlaceAndQuotesNothing() {
    Problem problem = rejected(() -> Body.object(json("{\n\"secret\": hunter2}")));

    assertThat(problem.detail()).contains("line 2").doesNotContain("hunter2");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertThat(refused(bytes(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'})))
        .isEqualTo(ProblemType.BODY_MALFORMED);
    assertThat(refused(bytes("{\"a\":\"å\"}".getBytes(StandardCharsets.ISO_8859_1))))
        .isEqualTo(ProblemType.BODY_MALFORMED);
  }

  @Test
  void whatIsNotEvenBase64IsRefused() {
    assertThat(refused(Requests.withBody("%%%", true, Map.of())))
        .isEqualTo(ProblemType.BODY_MALFORMED);
  }

  @Test
  void aBodyHasAtMost256KibInUtf8() {
    String around = "{\"a\":\"\"}";
    String fitting = "x".repeat(Limits.MOST_BODY_BYTES - around.length());

    assertThat(Body.object(json("{\"a\":\"" + fitting + "\"}"))).hasSize(1);
    assertThat(refused(json("{\"a\":\"" + fitting + "x\"}"))).isEqualTo(ProblemType.BODY_TOO_LARGE);
    assertThat(refused(json("{\"a\":\"" + "å".repeat(Limits.MOST_BODY_BYTES / 2) + "\"}")))
        .isEqualTo(ProblemType.BODY_TOO_LARGE);
    assertThat(refused(json("x".repeat(Limits.MOST_BODY_BYTES * 2))))
        .isEqualTo(ProblemType.BODY_TOO_LARGE);
  }

  @Test
  void aSmallBodyHasKnownMembersOnly() {
    Problem problem =
        rejected(() -> Body.with(json("{\"name\":\"A\",\"nmae\":1}"), Set.of("name")));

    assertThat(problem.type()).isEqualTo(ProblemType.FIELD_UNKNOWN);
    assertThat(problem.pointer()).isEqualTo("/nmae");
  }

  @Test
  void aTextMemberIsPrintableAndNotTooLong() {
    Body body =
        Body.with(
            json("{\"a\":\"Åkeri\",\"n\":null,\"i\":1,\"b\":\" \",\"c\":\"x\\u0007\"}"),
            Set.of("a", "n", "i", "b", "c"));

    assertThat(body.text("a", 5)).contains("Åkeri");
    assertThat(body.text("n", 5)).isEmpty();
    assertThat(body.text("absent", 5)).isEmpty();
    assertThat(rejected(() -> body.text("a", 4)).pointer()).isEqualTo("/a");
    for (String member : Set.of("i", "b", "c")) {
      assertThatThrownBy(() -> body.text(member, 5)).isInstanceOf(Rejected.class);
    }
    assertThat(rejected(() -> body.required("n", 5)).type()).isEqualTo(ProblemType.FIELD_REQUIRED);
  }

  @Test
  void aListMemberIsNotTooLong() {
    Body body = Body.with(json("{\"l\":[1,2],\"n\":null,\"t\":\"x\"}"), Set.of("l", "n", "t"));

    assertThat(body.list("l", 2)).hasSize(2);
    assertThat(body.list("n", 2)).isEmpty();
    assertThat(rejected(() -> body.list("l", 1)).pointer()).isEqualTo("/l");
    assertThat(rejected(() -> body.list("t", 1)).pointer()).isEqualTo("/t");
  }
}
