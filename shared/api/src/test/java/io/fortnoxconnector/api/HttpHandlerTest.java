package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.fortnox.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHandlerTest {

  private final FakeTiming timing = new FakeTiming();
  private final Invocation context = new Invocation();
  private final InvocationMeter meter = new InvocationMeter("stack");

  private JsonNode handle(Endpoint endpoint, JsonNode event) {
    var out = new ByteArrayOutputStream();
    try {
      new HttpHandler(endpoint, meter, timing) {}.handleRequest(
          new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)),
          out,
          context);
      return Json.read(new ByteArrayInputStream(out.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Payload format 2.0, as API Gateway sends it. */
  private static ObjectNode event() {
    return Samples.json(
        """
        {'version':'2.0','routeKey':'GET /accounting/customers/{contactId}',
         'rawPath':'/accounting/customers/17','rawQueryString':'expand=full',
         'cookies':['a=1','b=x=y'],
         'headers':{'x-api-key':'key','accept':'*/*'},
         'queryStringParameters':{'expand':'full'},
         'pathParameters':{'contactId':'17'},
         'requestContext':{'domainName':'api.example','requestId':'gateway-id','stage':'$default',
           'http':{'method':'GET','path':'/accounting/customers/17','protocol':'HTTP/1.1'}},
         'isBase64Encoded':false}
        """);
  }

  private static ObjectNode anyEvent(String method) {
    ObjectNode event = event();
    event.put("routeKey", "ANY /accounting/customers/{contactId}");
    event.withObject("/requestContext/http").put("method", method);
    return event;
  }

  private static ObjectNode event(String requestId) {
    ObjectNode event = event();
    ((ObjectNode) event.path("headers")).put("x-request-id", requestId);
    return event;
  }

  private static final Endpoint OK = _ -> HttpResponse.json(200, "{}");

  @Test
  void anEventBecomesARequest() {
    var seen = new ArrayList<HttpRequest>();

    handle(
        request -> {
          seen.add(request);
          return HttpResponse.json(200, "{}");
        },
        event());

    HttpRequest request = seen.getFirst();
    assertThat(request.route()).isEqualTo("GET /accounting/customers/{contactId}");
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/accounting/customers/17");
    assertThat(request.pathParameter("contactId")).isEqualTo("17");
    assertThat(request.parameter("expand")).contains("full");
    assertThat(request.header("x-api-key")).contains("key");
    assertThat(request.cookie("b")).contains("x=y");
    assertThat(request.cookie("c")).isEmpty();
    assertThat(request.body()).isEmpty();
    assertThat(request.base("")).hasToString("https://api.example");
    assertThat(request.base("https://own.example")).hasToString("https://own.example");
    // What is left of the invocation, less half a second to answer in.
    assertThat(request.deadline().at()).isEqualTo(FakeTiming.START.plus(Duration.ofMillis(29_500)));
  }

  @Test
  void headersAndCookiesAreFoundAsEmulatorsWriteThem() {
    ObjectNode event = event();
    event.remove("cookies");
    event.putObject("headers").put("X-Api-Key", "key").put("Cookie", "a=1; b=x=y");
    var seen = new ArrayList<HttpRequest>();

    handle(
        request -> {
          seen.add(request);
          return HttpResponse.json(200, "{}");
        },
        event);

    assertThat(seen.getFirst().header("x-api-key")).contains("key");
    assertThat(seen.getFirst().cookie("b")).contains("x=y");
    assertThat(seen.getFirst().cookie("c")).isEmpty();
  }

  @Test
  void aResponseBecomesAnAnswer() {
    JsonNode answer =
        handle(
            _ -> HttpResponse.redirect("https://fortnox.example/").withCookie("a=1; Secure"),
            event());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(302);
    assertThat(answer.at("/headers/Location").asText()).isEqualTo("https://fortnox.example/");
    assertThat(answer.at("/headers/Cache-Control").asText()).isEqualTo("no-store");
    assertThat(answer.at("/headers/Referrer-Policy").asText()).isEqualTo("no-referrer");
    assertThat(answer.at("/headers/X-Content-Type-Options").asText()).isEqualTo("nosniff");
    assertThat(answer.at("/cookies/0").asText()).isEqualTo("a=1; Secure");
    assertThat(answer.path("isBase64Encoded").asBoolean(true)).isFalse();
  }

  @Test
  void theCallersRequestIdIsEchoedElseTheGatewaysIsTold() {
    assertThat(handle(OK, event("my-id:1.2_3")).at("/headers/X-Request-Id").asText())
        .isEqualTo("my-id:1.2_3");
    assertThat(handle(OK, event()).at("/headers/X-Request-Id").asText()).isEqualTo("gateway-id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nSet-Cookie: x=y", "<script>", "å"})
  void whatDoesNotLookLikeARequestIdIsNotEchoed(String requestId) {
    JsonNode answer = handle(OK, event(requestId));

    assertThat(answer.at("/headers/X-Request-Id").asText()).isEqualTo("gateway-id");
  }

  @Test
  void aRequestIdOfMoreThan128CharactersIsNotEchoed() {
    assertThat(handle(OK, event("x".repeat(128))).at("/headers/X-Request-Id").asText())
        .hasSize(128);
    assertThat(handle(OK, event("x".repeat(129))).at("/headers/X-Request-Id").asText())
        .isEqualTo("gateway-id");
  }

  @Test
  void aRejectionIsItsProblems() {
    JsonNode answer =
        handle(
            _ -> {
              throw new Rejected(ProblemType.KEY_INVALID.about("X-API-KEY", "No."));
            },
            event());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(401);
    assertThat(answer.path("body").asText()).contains("key-invalid");
  }

  @Test
  void anAccidentIsA500ProblemWithoutATrace() throws IOException {
    JsonNode answer =
        handle(
            _ -> {
              throw new IllegalStateException("table tenants: secret detail");
            },
            event("my-id"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
    JsonNode problem = Json.read(answer.path("body").asText()).at("/errors/0");
    assertThat(problem.path("code").asText()).isEqualTo("internal");
    assertThat(problem.path("detail").asText()).contains("my-id");
    assertThat(answer.toString())
        .doesNotContain("secret detail", "IllegalState", "HttpHandlerTest", "\\tat ");
    assertThat(answer.at("/headers/X-Request-Id").asText()).isEqualTo("my-id");
  }

  @Test
  void theLogNamesAnAccidentsClassAndPlaceAndNothingThatWasSent() {
    handle(
        _ -> {
          throw new IllegalStateException("secret detail");
        },
        event("my-id"));

    assertThat(context.lines).hasSize(3);
    assertThat(context.lines.getLast()).contains("\"Accidents\":[1]");
    assertThat(context.lines.getFirst())
        .contains("my-id", "java.lang.IllegalStateException", "HttpHandlerTest")
        .doesNotContain("secret detail");
  }

  @Test
  void everyRequestIsOneLineWithoutKeysOrQuery() {
    meter.take();
    handle(
        _ -> {
          timing.advance(Duration.ofMillis(12));
          return HttpResponse.json(404, "{}");
        },
        event());

    assertThat(context.lines)
        .containsExactly(
            "{\"event\":\"request\",\"request_id\":\"gateway-id\","
                + "\"route\":\"GET /accounting/customers/{contactId}\",\"status\":404,\"millis\":12}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
  void aRouteOfAnyMethodIsARouteOfEachThatAnEntityKnows(String method) {
    var requests = new ArrayList<HttpRequest>();

    handle(
        request -> {
          requests.add(request);
          return HttpResponse.json(200, "{}");
        },
        anyEvent(method));

    assertThat(requests)
        .singleElement()
        .extracting(HttpRequest::route)
        .isEqualTo(method + " /accounting/customers/{contactId}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD", "OPTIONS", "PROPFIND"})
  void aRouteOfAnyMethodRefusesTheOthersBeforeAnEndpointSeesThem(String method) {
    JsonNode answer =
        handle(
            request -> {
              throw new AssertionError("asked for " + request.route());
            },
            anyEvent(method));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(405);
    assertThat(answer.at("/headers/Allow").asText()).isEqualTo("DELETE, GET, PATCH, PUT");
    assertThat(answer.path("body").asText()).contains("method-unknown");
  }
}
