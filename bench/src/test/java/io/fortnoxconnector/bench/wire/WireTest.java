package io.fortnoxconnector.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTest {

  private static final Duration LONG = Duration.ofMillis(200);

  /** What the service behind the wire received, head and body. */
  private final List<String> received = new CopyOnWriteArrayList<>();

  private final AtomicInteger kills = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private final LoopbackServer echo = LoopbackServer.start(0, this::echo);
  private final Wire wire =
      new Wire(
          Map.of(
              Service.DYNAMODB,
              echo.url(),
              Service.FORTNOX_API,
              echo.url(),
              Service.FORTNOX_AUTH,
              URI.create(echo.url() + "/oauth-v1")),
          Rule.FORWARD,
          kills::incrementAndGet);

  @AfterEach
  void close() {
    client.close();
    wire.close();
    echo.close();
  }

  @Test
  void everyByteOfABodyArrivesAndComesBack() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }

    HttpResponse<byte[]> answer = post("/3/archive", all);

    assertThat(answer.body()).isEqualTo(all);
  }

  @Test
  void methodPathQueryAndHostArriveAsTheyWereSent() throws Exception {
    URI address =
        URI.create(url(Service.FORTNOX_API) + "/3/customers/%C3%85?name=%C3%A5keri&filter=a%2Bb");

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address)
                .header("Host", "api.fortnox.se")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .DELETE()
                .build(),
            BodyHandlers.ofString());

    assertThat(received)
        .containsExactly(
            "DELETE /3/customers/%C3%85?name=%C3%A5keri&filter=a%2Bb api.fortnox.se [one, two] ");
    assertThat(answer.statusCode()).isEqualTo(418);
    assertThat(answer.headers().allValues("X-Echo")).containsExactly("a", "b");
  }

  @Test
  void aServicesPathStaysInItsAddress() {
    assertThat(url(Service.FORTNOX_AUTH).getPath()).isEqualTo("/oauth-v1");
  }

  @Test
  void aRuleSeesWhatIsAskedOfWhom() throws Exception {
    var seen = new CopyOnWriteArrayList<Exchange>();
    wire.obey(
        exchange -> {
          seen.add(exchange);
          return Action.FORWARD;
        });

    aws("UpdateItem", "{\"TableName\":\"t-Budgets\",\"UpdateExpression\":\"SET a = :a\"}");
    aws("SendMessage", "{\"QueueUrl\":\"http://127.0.0.1:1/000/writes.fifo\"}");
    post("/3/customers?x=1", "not json".getBytes(UTF_8));

    assertThat(seen)
        .extracting(Exchange::operation)
        .containsExactly("UpdateItem", "SendMessage", "POST /3/customers");
    assertThat(seen).extracting(Exchange::resource).containsExactly("t-Budgets", "writes.fifo", "");
    assertThat(seen).extracting(Exchange::number).containsExactly(1L, 2L, 3L);
    assertThat(seen.getFirst().text("UpdateExpression")).isEqualTo("SET a = :a");
    assertThat(seen.getLast()).hasToString("3 FORTNOX_API POST /3/customers");
  }

  @Test
  void aTransactionIsKnownByWhatItNamesFirst() throws Exception {
    var seen = new CopyOnWriteArrayList<Exchange>();
    wire.obey(
        exchange -> {
          seen.add(exchange);
          return Action.FORWARD;
        });

    aws(
        "TransactWriteItems",
        "{\"TransactItems\":[{\"Update\":{\"TableName\":\"t-Tasks\",\"UpdateExpression\":\"ADD n :one\"}},"
            + "{\"Put\":{\"TableName\":\"t-Others\"}}]}");

    assertThat(seen.getFirst().resource()).isEqualTo("t-Tasks");
    assertThat(seen.getFirst().text("UpdateExpression")).isEqualTo("ADD n :one");
  }

  @Test
  void anExchangesTextShowsNoBodyAndNoQuery() throws Exception {
    var seen = new CopyOnWriteArrayList<Exchange>();
    wire.obey(
        exchange -> {
          seen.add(exchange);
          return Action.FORWARD;
        });

    post("/3/customers?token=secret", "refresh_token=secret".getBytes(UTF_8));

    assertThat(seen.getFirst().body()).contains("secret");
    assertThat(seen.getFirst().toString()).doesNotContain("secret");
  }

  @Test
  void whatIsCutBeforeNeverArrives() {
    wire.obey(exchange -> Action.CUT);

    assertThatThrownBy(() -> post("/3/customers", new byte[1])).isInstanceOf(IOException.class);

    assertThat(received).isEmpty();
  }

  @Test
  void whatIsCutAfterTookEffectAndNobodyWasTold() {
    wire.obey(after(Action.CUT));

    assertThatThrownBy(() -> post("/3/customers", new byte[1])).isInstanceOf(IOException.class);

    assertThat(received).hasSize(1);
  }

  @Test
  void aKillRunsTheHookAndAnswersNothing() {
    wire.obey(exchange -> Action.KILL);
    assertThatThrownBy(() -> post("/3/customers", new byte[1])).isInstanceOf(IOException.class);
    assertThat(kills).hasValue(1);
    assertThat(received).isEmpty();

    wire.obey(after(Action.KILL));
    assertThatThrownBy(() -> post("/3/customers", new byte[1])).isInstanceOf(IOException.class);
    assertThat(kills).hasValue(2);
    assertThat(received).hasSize(1);
  }

  @Test
  void aDoubledRequestArrivesTwiceAndIsAnsweredOnce() throws Exception {
    wire.obey(exchange -> Action.TWICE);
    assertThat(post("/3/customers", "a".getBytes(UTF_8)).body()).isEqualTo("a".getBytes(UTF_8));
    assertThat(received).hasSize(2);

    wire.obey(after(Action.TWICE));
    assertThat(post("/3/customers", "b".getBytes(UTF_8)).body()).isEqualTo("b".getBytes(UTF_8));
    assertThat(received).hasSize(4);
  }

  @Test
  void aDelayComesBeforeOrAfter() throws Exception {
    wire.obey(exchange -> Action.delay(LONG));
    assertThat(timeOfAPost()).isGreaterThanOrEqualTo(LONG);

    wire.obey(after(Action.delay(LONG)));
    assertThat(timeOfAPost()).isGreaterThanOrEqualTo(LONG);

    assertThat(received).hasSize(2);
  }

  @Test
  void anAnswerInAServicesPlaceKeepsTheRequestFromIt() throws Exception {
    wire.obey(exchange -> Action.fault(400, "ThrottlingException"));

    HttpResponse<String> answer = aws("GetItem", "{}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"__type\":\"ThrottlingException\"");
    assertThat(received).isEmpty();
  }

  @Test
  void countsTellServicesAndOperationsApart() throws Exception {
    aws("GetItem", "{}");
    Counts earlier = wire.counts();
    aws("GetItem", "{}");
    aws("PutItem", "{}");
    post("/3/customers?page=2", new byte[0]);

    Counts later = wire.counts().since(earlier);

    assertThat(later.of(Service.DYNAMODB)).isEqualTo(2);
    assertThat(later.of(Service.DYNAMODB, "GetItem")).isEqualTo(1);
    assertThat(later.of(Service.FORTNOX_API, "POST /3/customers")).isEqualTo(1);
    assertThat(later.of(Service.KMS)).isZero();
  }

  @Test
  void aServiceThatCantBeReachedAnswersNothing() throws Exception {
    echo.close();

    assertThatThrownBy(() -> post("/3/customers", new byte[1])).isInstanceOf(IOException.class);
  }

  private static Rule after(Action action) {
    return new Rule() {
      @Override
      public Action before(Exchange exchange) {
        return Action.FORWARD;
      }

      @Override
      public Action after(Exchange exchange, int status, String reply) {
        return action;
      }
    };
  }

  private URI url(Service service) {
    return wire.urls().getOrDefault(service, URI.create("http://127.0.0.1:9"));
  }

  private Duration timeOfAPost() throws Exception {
    long begin = System.nanoTime();
    post("/3/customers", new byte[1]);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url(Service.FORTNOX_API) + path))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private HttpResponse<String> aws(String operation, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(url(Service.DYNAMODB))
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void echo(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      received.add(
          "%s %s %s %s %s"
              .formatted(
                  call.getRequestMethod(),
                  call.getRequestURI(),
                  call.getRequestHeaders().getFirst("Host"),
                  call.getRequestHeaders().getOrDefault("X-Twice", List.of()),
                  new String(body, UTF_8)));
      call.getResponseHeaders().put("X-Echo", List.of("a", "b"));
      call.sendResponseHeaders(418, body.length == 0 ? -1 : body.length);
      call.getResponseBody().write(body);
    }
  }
}
