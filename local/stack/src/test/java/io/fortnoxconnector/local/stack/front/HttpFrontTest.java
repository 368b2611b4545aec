package io.fortnoxconnector.local.stack.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HttpFrontTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-09T07:05:04.500Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<LocalFunction> functions =
      Template.read(Path.of("src/test/resources/stack.yaml"), Place.LOCAL)
          .functions(name -> name)
          .stream()
          .map(spec -> new LocalFunction(spec, CLOCK, System.out))
          .toList();
  private final HttpFront front = HttpFront.start(Place.LOCAL, CLOCK, 0);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeEach
  void serve() {
    front.serve(functions);
  }

  @AfterEach
  void close() {
    client.close();
    front.close();
    functions.forEach(LocalFunction::close);
  }

  @Nested
  class TheEvent {

    @Test
    void isPayloadFormat2() throws Exception {
      JsonNode event =
          event(
              request("/items/a%20b?x=1&y=%C3%A5+%26&x=2&flag")
                  .header("User-Agent", "test/1")
                  .header("X-Twice", "a")
                  .header("X-Twice", "b"));
      assertThat(event.path("version").asText()).isEqualTo("2.0");
      assertThat(event.path("routeKey").asText()).isEqualTo("GET /items/{id}");
      assertThat(event.path("rawPath").asText()).isEqualTo("/items/a b");
      assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&y=%C3%A5+%26&x=2&flag");
      assertThat(event.path("queryStringParameters"))
          .isEqualTo(JSON.readTree("{\"x\":\"1,2\",\"y\":\"å &\",\"flag\":\"\"}"));
      assertThat(event.path("pathParameters")).isEqualTo(JSON.readTree("{\"id\":\"a b\"}"));
      assertThat(event.path("headers").path("x-twice").asText()).isEqualTo("a,b");
      assertThat(event.path("headers").path("x-forwarded-for").asText()).isEqualTo("127.0.0.1");
      assertThat(event.has("body")).isFalse();
      assertThat(event.has("cookies")).isFalse();
      assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void saysWhoAskedAndWhen() throws Exception {
      JsonNode context =
          event(request("/items/7").header("User-Agent", "test/1")).path("requestContext");
      assertThat(context.path("http"))
          .isEqualTo(
              JSON.readTree(
                  "{\"method\":\"GET\",\"path\":\"/items/7\",\"protocol\":\"HTTP/1.1\",\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"test/1\"}"));
      assertThat(context.path("stage").asText()).isEqualTo("$default");
      assertThat(context.path("routeKey").asText()).isEqualTo("GET /items/{id}");
      assertThat(context.path("domainName").asText()).isEqualTo("127.0.0.1");
      assertThat(context.path("time").asText()).isEqualTo("09/Mar/2026:07:05:04 +0000");
      assertThat(context.path("timeEpoch").asLong()).isEqualTo(CLOCK.millis());
      assertThat(context.path("requestId").asText()).isNotEmpty();
    }

    @Test
    void hasCookiesInAListOfTheirOwn() throws Exception {
      JsonNode event = event(request("/items").header("Cookie", "a=1; b=2"));
      assertThat(event.path("cookies")).isEqualTo(JSON.readTree("[\"a=1\",\"b=2\"]"));
      assertThat(event.path("headers").has("cookie")).isFalse();
    }

    @Test
    void hasTextAsTextAndEverythingElseAsBase64() throws Exception {
      assertThat(posted("application/json; charset=utf-8", "{\"å\":1}".getBytes(UTF_8)))
          .isEqualTo(JSON.readTree("[\"{\\\"å\\\":1}\",false]"));
      assertThat(posted("text/plain", "hej".getBytes(UTF_8)))
          .isEqualTo(JSON.readTree("[\"hej\",false]"));
      byte[] form = "a=1".getBytes(UTF_8);
      assertThat(posted("application/x-www-form-urlencoded", form)).isEqualTo(base64(form));
      byte[] notText = {(byte) 0xff, 0, 1};
      assertThat(posted("application/octet-stream", notText)).isEqualTo(base64(notText));
      assertThat(posted("application/json", notText)).isEqualTo(base64(notText));
    }

    private JsonNode posted(String type, byte[] body) throws Exception {
      JsonNode event =
          event(
              request("/items")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(body)));
      return JSON.createArrayNode()
          .add(event.path("body").asText())
          .add(event.path("isBase64Encoded").asBoolean());
    }

    private static JsonNode base64(byte[] body) {
      return JSON.createArrayNode().add(Base64.getEncoder().encodeToString(body)).add(true);
    }

    private JsonNode event(HttpRequest.Builder request) throws Exception {
      return JSON.readTree(send(request).body()).path("event");
    }
  }

  @Nested
  class TheAnswer {

    @Test
    void isTheFunctionsStatusHeadersCookiesAndBody() throws Exception {
      HttpResponse<String> answer =
          answering(
              "{\"statusCode\":201,\"headers\":{\"Location\":\"/items/7\",\"X-N\":5},\"cookies\":[\"a=1\",\"b=2; Secure\"],\"body\":\"hello\"}");
      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.headers().firstValue("location")).contains("/items/7");
      assertThat(answer.headers().firstValue("x-n")).contains("5");
      assertThat(answer.headers().firstValue("content-type")).contains("text/plain;charset=UTF-8");
      assertThat(answer.headers().allValues("set-cookie"))
          .containsExactlyInAnyOrder("a=1", "b=2; Secure");
      assertThat(answer.headers().firstValue("apigw-requestid")).isPresent();
      assertThat(answer.body()).isEqualTo("hello");
    }

    @Test
    void isDecodedFromBase64() throws Exception {
      assertThat(
              answering("{\"statusCode\":200,\"body\":\"aGVq\",\"isBase64Encoded\":true}").body())
          .isEqualTo("hej");
    }

    @Test
    void mayHaveNoBody() throws Exception {
      HttpResponse<String> answer = answering("{\"statusCode\":204}");
      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
    }

    @Test
    void isA200OfWhateverJsonHasNoStatusCode() throws Exception {
      HttpResponse<String> answer = answering("{\"plain\":true}");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type")).contains("application/json");
      assertThat(answer.body()).isEqualTo("{\"plain\":true}");
    }

    @Test
    void toHeadHasHeadersAlone() throws Exception {
      HttpResponse<String> answer = send(request("/items").HEAD());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Nested
  class ApiGatewaysOwnAnswers {

    @Test
    void aPathWithoutARouteIsNotFound() throws Exception {
      assertMessage(send(request("/nothing")), 404, "Not Found");
      assertMessage(send(request("/items/7").DELETE()), 404, "Not Found");
    }

    @Test
    void aFunctionThatThrowsIsAnInternalServerError() throws Exception {
      assertMessage(answering("throw"), 500, "Internal Server Error");
    }

    @Test
    void aResultThatIsNoResponseIsAnInternalServerError() throws Exception {
      assertMessage(answering("no JSON"), 500, "Internal Server Error");
      assertMessage(answering("{\"statusCode\":\"many\"}"), 500, "Internal Server Error");
      assertMessage(
          answering("{\"statusCode\":200,\"body\":\"!\",\"isBase64Encoded\":true}"),
          500,
          "Internal Server Error");
    }

    @Test
    void aHandlerThatCannotBeMadeIsAnInternalServerError() throws Exception {
      assertMessage(send(request("/missing")), 500, "Internal Server Error");
    }

    @Test
    void aFunctionThatTakesTooLongIsUnavailable() throws Exception {
      assertMessage(send(request("/slow").header("X-Answer", "hang")), 503, "Service Unavailable");
    }

    @Test
    void morePayloadThan10MegabytesIsTooLarge() throws Exception {
      HttpRequest.Builder tooMuch =
          request("/items").POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1]));
      assertMessage(send(tooMuch), 413, "Request Entity Too Large");
    }

    @Test
    void moreHeadersThan10240BytesAreTooLarge() throws Exception {
      assertMessage(
          send(request("/items").header("X-Long", "a".repeat(10_240))),
          431,
          "Request Header Fields Too Large");
    }

    private static void assertMessage(HttpResponse<String> answer, int status, String message)
        throws IOException {
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(JSON.readTree(answer.body()))
          .isEqualTo(JSON.createObjectNode().put("message", message));
    }
  }

  private HttpResponse<String> answering(String wanted) throws Exception {
    return send(request("/items").header("X-Answer", wanted));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(front.url().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
