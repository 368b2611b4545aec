package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import io.fortnoxconnector.fortnox.FortnoxReply.Answered;
import io.fortnoxconnector.fortnox.FortnoxReply.NoReply;
import io.fortnoxconnector.fortnox.FortnoxReply.Refused;
import io.fortnoxconnector.fortnox.FortnoxReply.Throttled;
import io.fortnoxconnector.fortnox.FortnoxReply.Unauthorized;
import io.fortnoxconnector.fortnox.FortnoxReply.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out to Fortnox, and what is made of what comes back. */
class HttpFortnoxApiTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final Secret TOKEN = new Secret("header.payload.signature");

  private LoopbackServer fortnox;
  private FortnoxApi api;

  @BeforeEach
  void start() throws IOException {
    fortnox = new LoopbackServer();
    api = new HttpFortnoxApi(fortnox.uri(), new HttpSender(), NOON);
  }

  @AfterEach
  void stop() throws IOException {
    fortnox.close();
  }

  private FortnoxReply send(FortnoxCall call) {
    return api.send(call, TOKEN, Duration.ofSeconds(5));
  }

  private FortnoxReply get() {
    return send(FortnoxCall.get("/3/customers/1"));
  }

  private static JsonNode json(String text) {
    return Json.parse(text).orElseThrow();
  }

  @Test
  void aReadCarriesTheTokenAndAsksForJsonAndSaysNothingOfABody() {
    fortnox.answers(200, "{\"Customer\":{\"CustomerNumber\":\"1\"}}", "X-Uid: d8176676");

    assertThat(get())
        .isEqualTo(
            new Answered(200, json("{\"Customer\":{\"CustomerNumber\":\"1\"}}"), "d8176676"));
    var request = fortnox.only();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.headers())
        .containsEntry("authorization", "Bearer header.payload.signature")
        .containsEntry("accept", "application/json")
        .doesNotContainKeys("content-type", "content-length");
  }

  @Test
  void aWriteSendsItsDocumentAsUtf8WithDecimalsAsTheyWere() {
    fortnox.answers(201, "{}", "Location: customers");

    send(
        FortnoxCall.post(
            "/3/customers",
            json("{\"Customer\":{\"Name\":\"Åkeri Öst\",\"P\":1E+3,\"Q\":10.00}}")));

    var request = fortnox.only();
    assertThat(request.headers()).containsEntry("content-type", "application/json");
    assertThat(request.body())
        .isEqualTo("{\"Customer\":{\"Name\":\"Åkeri Öst\",\"P\":1000,\"Q\":10.00}}");
  }

  @Test
  void anActionHasNoBody() {
    fortnox.answers(200, "{}");

    send(new FortnoxCall(FortnoxCall.Method.PUT, "/3/invoices/1/bookkeep", Map.of(), null));

    var request = fortnox.only();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.body()).isEmpty();
    assertThat(request.headers())
        .containsEntry("content-length", "0")
        .doesNotContainKey("content-type");
  }

  @Test
  void aDeleteIsNotCalledAForm() {
    fortnox.answers(204, "");

    assertThat(send(FortnoxCall.delete("/3/customers/1")))
        .isEqualTo(new Answered(204, json("{}"), null));
    assertThat(fortnox.only().headers()).containsEntry("content-type", "application/json");
  }

  @Test
  void pathAndQueryArePercentEncodedInTheirOrder() {
    fortnox.answers(200, "{}");
    var query = new LinkedHashMap<String, String>();
    query.put("lastmodified", "2026-03-01 12:00");
    query.put("name", "A&B=Å+%");
    query.put("limit", "500");

    send(FortnoxCall.get("/3/units/förp", query));

    assertThat(fortnox.only().target())
        .isEqualTo(
            "/3/units/f%C3%B6rp?lastmodified=2026-03-01%2012%3A00&name=A%26B%3D%C3%85%2B%25&limit=500");
  }

  @ParameterizedTest
  @CsvSource({"A/1,A%2F1", "100%,100%25", "%2F,%252F", "a b+c_d-e,a%20b%2Bc_d-e"})
  void anIdStaysOneSegmentWhateverItHolds(String id, String sent) {
    fortnox.answers(200, "{}");
    send(FortnoxCall.get("/3/articles/" + FortnoxCall.segment(id)));
    assertThat(fortnox.only().target()).isEqualTo("/3/articles/" + sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/3/customers/..",
        "/3/customers/../suppliers",
        "/3/./customers",
        "3/customers",
        ""
      })
  void aPathCantStepOutOfItsResource(String path) {
    assertThatThrownBy(() -> send(FortnoxCall.get(path)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenThatCantBeAHeaderIsNotShown() {
    assertThatThrownBy(
            () ->
                api.send(
                    FortnoxCall.get("/3/me"), new Secret("abc\r\nX: y"), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("abc");
  }

  @Test
  void decimalsComeBackExactly() {
    fortnox.answers(200, "{\"Total\":1698.230,\"Big\":12345678901234567890.10}");
    assertThat(get())
        .isInstanceOfSatisfying(
            Answered.class,
            answered -> {
              assertThat(answered.body().get("Total").decimalValue()).isEqualTo("1698.230");
              assertThat(answered.body().get("Big").decimalValue())
                  .isEqualTo("12345678901234567890.10");
            });
  }

  @Test
  void jsonIsReadWhateverTheContentTypeSays() {
    fortnox.answers(200, "{\"a\":1}", "Content-Type: text/html; charset=UTF-8");
    assertThat(get()).isEqualTo(new Answered(200, json("{\"a\":1}"), null));
  }

  @Test
  void aFileIsSentAsAFormOfOnePart() {
    fortnox.answers(201, "{\"File\":{\"Id\":\"1\",\"Name\":\"Åhus \\\"1\\\".txt\"}}");
    var bytes = BinaryNode.valueOf("två\r\nrader".getBytes(StandardCharsets.UTF_8));

    var reply =
        send(
            FortnoxCall.upload(
                "/3/inbox",
                Map.of("folderId", "inbox_s"),
                new FileContent("Åhus \"1\".txt", "text/plain", bytes)));

    assertThat(reply)
        .isInstanceOfSatisfying(
            Answered.class,
            answered ->
                assertThat(answered.body().at("/File/Name").asText()).isEqualTo("Åhus \"1\".txt"));
    var request = fortnox.only();
    assertThat(request.method() + " " + request.target())
        .isEqualTo("POST /3/inbox?folderId=inbox_s");
    var type = request.headers().get("content-type");
    assertThat(type).startsWith("multipart/form-data; boundary=");
    var boundary = "--" + type.substring(type.indexOf('=') + 1);
    assertThat(request.body())
        .isEqualTo(
            boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Åhus %221%22.txt\""
                + "\r\nContent-Type: text/plain\r\n\r\ntvå\r\nrader\r\n"
                + boundary
                + "--\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inline; filename=\"Åhus.json\"",
        "attachment; filename*=UTF-8''%C3%85hus.json",
        "attachment; filename=x.json; filename*=UTF-8''%C3%85hus.json"
      })
  void aFileThatIsAskedForComesByteForByteWhateverItsTypeIs(String disposition) {
    byte[] bytes = {'{', 0, (byte) 0xff, (byte) 0xc3, '\n'};
    fortnox.then(
        out -> {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Disposition: "
                      + disposition
                      + "\r\nContent-Length: 5\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
          out.write(bytes);
          return true;
        });

    var reply = (Answered) send(FortnoxCall.download("/3/archive/1", Map.of()));

    assertThat(FileContent.in(reply.body()))
        .contains(new FileContent("Åhus.json", "application/json", BinaryNode.valueOf(bytes)));
  }

  @Test
  void aFileThatIsNotThereIsARefusalAsAnyOther() {
    fortnox.answers(
        404, "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Nej.\",\"Code\":2000000}}");

    assertThat(send(FortnoxCall.download("/3/archive/1", Map.of())))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.error().kind()).isEqualTo(FortnoxError.Kind.NOT_FOUND));
  }

  @Test
  void ofAFileThatIsTooLongForAnybodyThereIsOnlyABeginning() {
    fortnox.then(
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 12000000\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
          out.write(new byte[12_000_000]);
          return true;
        });

    var reply = (Answered) send(FortnoxCall.download("/3/archive/1", Map.of()));

    assertThat(FileContent.in(reply.body()).orElseThrow().size()).isBetween(10_000_000, 11_000_000);
  }

  @Test
  void aPdfComesByteForByte() {
    var pdf = new byte[] {'%', 'P', 'D', 'F', (byte) 0xe2, (byte) 0xff, 0, '\n', (byte) 0x80};
    fortnox.then(
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 9\r\n\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));
          out.write(pdf);
          return true;
        });
    assertThat(get()).isEqualTo(new Answered(200, BinaryNode.valueOf(pdf), null));
    assertThat(fortnox.only().headers()).containsEntry("accept", "application/json");
  }

  @Test
  void aChunkedAnswerIsReadWhole() {
    fortnox.then(
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));
          return true;
        });
    assertThat(get()).isEqualTo(new Answered(200, json("{\"a\":1}"), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
  void a401IsUnauthorizedForEveryMethod(FortnoxCall.Method method) {
    fortnox.answers(401, "{\"message\":\"unauthorized\"}");
    var body = method == FortnoxCall.Method.POST ? json("{}") : null;

    assertThat(send(new FortnoxCall(method, "/3/customers", Map.of(), body)))
        .isEqualTo(new Unauthorized());
    assertThat(fortnox.received).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After: 7,7",
    "'Retry-After: Sun, 01 Mar 2026 12:00:30 GMT',30",
    "'Retry-After: Sun, 01 Mar 2026 11:00:00 GMT',0",
    "Retry-After: soon,",
    "Retry-After: -1,",
    "X-Other: 1,"
  })
  void a429SaysHowLongToWaitIfFortnoxDoes(String header, Long seconds) {
    fortnox.answers(429, "Too Many Requests", header);
    assertThat(get())
        .isEqualTo(new Throttled(seconds == null ? null : Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource({
    "500,{}",
    "503,<html><body>Service Unavailable</body></html>",
    "502,''",
    "408,''",
    "400,'{\"ErrorInformation\":{\"error\":1,\"message\":\"Internal error\",\"code\":1000029}}'",
    "400,'{\"ErrorInformation\":{\"Error\":1,\"Message\":\"System\",\"Code\":\"1000003\"}}'",
    "200,'{\"ErrorInformation\":{\"error\":1,\"message\":\"Internal error\",\"code\":1000029}}'"
  })
  void troubleAtFortnoxIsUnavailable(int status, String body) {
    fortnox.answers(status, body);
    assertThat(get())
        .isInstanceOfSatisfying(
            Unavailable.class,
            unavailable -> {
              assertThat(unavailable.status()).isEqualTo(status);
              assertThat(unavailable.reason()).isNotBlank();
            });
  }

  @Test
  void aRefusalIsReadFromTheCatalogue() {
    fortnox.answers(
        404,
        "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta kunden.\",\"Code\":2000433}}");
    assertThat(get())
        .isEqualTo(
            new Refused(
                new FortnoxError(
                    404,
                    "2000433",
                    "Kan inte hitta kunden.",
                    FortnoxError.Kind.NOT_FOUND,
                    "Fortnox couldn't find the customer.")));
  }

  @Test
  void aRefusalInPlainTextIsARefusal() {
    fortnox.answers(404, "no Route matched with those values", "Content-Type: text/plain");
    assertThat(get())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.error().message()).isEqualTo("no Route matched with those values");
              assertThat(refused.error().code()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{\"Customer\":", "{\"a\":1,\"a\":2}", "{} {}"})
  void aWriteWithAnUnreadableSuccessIsNeitherDoneNorRefused(String body) {
    fortnox.answers(201, body);
    assertThat(send(FortnoxCall.post("/3/customers", json("{}"))))
        .isEqualTo(new Unavailable(201, "the answer isn't JSON"));
  }

  @Test
  void aRedirectIsNotFollowed() {
    fortnox.answers(302, "", "Location: " + fortnox.uri() + "/elsewhere");
    assertThat(get()).isInstanceOf(Unavailable.class);
    assertThat(fortnox.received).hasSize(1);
  }

  @Test
  void anAnswerBeyondTenMebibytesIsNotTakenIn() {
    fortnox.answers(200, "\"" + "x".repeat(10 * 1024 * 1024) + "\"");
    assertThat(get())
        .isInstanceOfSatisfying(NoReply.class, none -> assertThat(none.mayHaveArrived()).isTrue());
  }
}
