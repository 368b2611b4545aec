package io.fortnoxconnector.connector.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import io.fortnoxconnector.connector.webhooks.Sender.Reply;
import io.fortnoxconnector.connector.webhooks.TlsReceiver.Behaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHttpSenderTest {

  private static final byte[] BODY = "{\"type\":\"åäö\"}".getBytes(UTF_8);
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "webhook-id", "event1");

  private static SSLContext certified;

  private final Timing timing = Timing.real(Clock.systemUTC());

  @BeforeAll
  static void makeACertificate(@TempDir Path folder) throws Exception {
    certified = TlsReceiver.certified(folder);
  }

  private static Behaviour answering(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  private Reply post(URI receiver, SSLContext trusting, boolean loopback) {
    return new PublicHttpSender(trusting.getSocketFactory(), loopback, timing)
        .post(receiver, HEADERS, BODY);
  }

  private Reply answered(Behaviour behaviour) throws Exception {
    try (var receiver = TlsReceiver.start(certified, behaviour)) {
      return post(receiver.at("localhost", "/in"), receiver.tls(), true);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return name + "=" + exchange.getRequestHeaders().getFirst(name);
  }

  @Test
  void aMessageArrivesAsItWasSentOverTls() throws Exception {
    var seen = new CopyOnWriteArrayList<String>();
    try (var receiver =
        TlsReceiver.start(
            certified,
            exchange -> {
              seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
              seen.add(header(exchange, "webhook-id"));
              seen.add(header(exchange, "content-type"));
              seen.add(header(exchange, "host"));
              seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
              exchange.sendResponseHeaders(204, -1);
            })) {
      URI address = receiver.at("localhost", "/in%20here?a=%C3%A5&b");

      assertThat(post(address, receiver.tls(), true)).isEqualTo(Reply.of(204, null));
      assertThat(seen)
          .containsExactly(
              "POST /in%20here?a=%C3%A5&b",
              "webhook-id=event1",
              "content-type=application/json",
              "host=" + address.getAuthority(),
              new String(BODY, UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 299, 301, 307, 400, 404, 410, 429, 500, 503})
  void theStatusSaysWhatCameOfIt(int status) throws Exception {
    assertThat(answered(answering(status))).isEqualTo(Reply.of(status, null));
  }

  @Test
  void aRedirectionIsNotFollowed() throws Exception {
    var requests = new AtomicInteger();
    Reply reply =
        answered(
            exchange -> {
              requests.incrementAndGet();
              exchange.getResponseHeaders().set("location", "/elsewhere");
              exchange.sendResponseHeaders(302, -1);
            });

    assertThat(reply.outcome()).isEqualTo(Outcome.REDIRECTED);
    assertThat(requests).hasValue(1);
  }

  @Test
  void whatAReceiverAsksForIsTakenFromTheStatusesThatMeanIt() throws Exception {
    for (int status : List.of(429, 502, 503, 504)) {
      assertThat(answered(asking(status)).retryAfter()).isEqualTo(Duration.ofSeconds(77));
    }
    assertThat(answered(asking(500)).retryAfter()).isNull();
    assertThat(answered(asking(400)).retryAfter()).isNull();
  }

  private static Behaviour asking(int status) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", "77");
      exchange.sendResponseHeaders(status, -1);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.0.0.1", "169.254.169.254"})
  void nothingOfThisMachineOrItsNetworkIsSentTo(String host) throws Exception {
    var requests = new AtomicInteger();
    try (var receiver =
        TlsReceiver.start(
            certified,
            exchange -> {
              requests.incrementAndGet();
              exchange.sendResponseHeaders(200, -1);
            })) {
      assertThat(post(receiver.at(host, "/"), receiver.tls(), false))
          .isEqualTo(Reply.without(Outcome.ADDRESS_NOT_ALLOWED));
      assertThat(requests).hasValue(0);
    }
  }

  @Test
  void whoMaySendToThisMachineStillSendsToNoOtherOfItsNetwork() throws Exception {
    assertThat(post(URI.create("https://10.0.0.1/"), SSLContext.getDefault(), true))
        .isEqualTo(Reply.without(Outcome.ADDRESS_NOT_ALLOWED));
    assertThat(post(URI.create("http://1.1.1.1/"), SSLContext.getDefault(), true))
        .isEqualTo(Reply.without(Outcome.ADDRESS_NOT_ALLOWED));
  }

  @Test
  void withoutTlsOnlyThisMachineIsSentToAndOnlyIfItMayBe() throws Exception {
    try (var receiver = TlsReceiver.startInClear(answering(200))) {
      URI address = receiver.at("127.0.0.1", "/");

      assertThat(post(address, receiver.tls(), true).outcome()).isEqualTo(Outcome.DELIVERED);
      assertThat(post(address, receiver.tls(), false).outcome())
          .isEqualTo(Outcome.ADDRESS_NOT_ALLOWED);
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotSpokenTo() throws Exception {
    try (var receiver = TlsReceiver.start(certified, answering(200))) {
      assertThat(post(receiver.at("localhost", "/"), SSLContext.getDefault(), true))
          .isEqualTo(Reply.without(Outcome.TLS_FAILED));
    }
  }

  @Test
  void aCertificateOfAnotherHostIsNotSpokenTo() throws Exception {
    try (var receiver = TlsReceiver.start(certified, answering(200))) {
      assertThat(post(receiver.at("127.0.0.1", "/"), receiver.tls(), true))
          .isEqualTo(Reply.without(Outcome.TLS_FAILED));
    }
  }

  @Test
  void whoeverIsNotThereIsUnreachable() throws Exception {
    URI address;
    try (var receiver = TlsReceiver.startInClear(answering(200))) {
      address = receiver.at("127.0.0.1", "/");
    }
    assertThat(post(address, SSLContext.getDefault(), true))
        .isEqualTo(Reply.without(Outcome.UNREACHABLE));
    assertThat(post(URI.create("https://nobody.invalid/"), SSLContext.getDefault(), true).outcome())
        .isEqualTo(Outcome.UNREACHABLE);
  }

  @Test
  void anAnswerWithoutAnEndIsCutOffAtItsHead() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> babble(server));

      assertThat(
              post(
                  URI.create("http://127.0.0.1:" + server.getLocalPort()),
                  SSLContext.getDefault(),
                  true))
          .isEqualTo(Reply.without(Outcome.UNREACHABLE));
    }
  }

  private static void babble(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
      while (true) {
        socket.getOutputStream().write("x: y\r\n".repeat(1000).getBytes(UTF_8));
      }
    } catch (IOException e) {
      // The other side has had enough.
    }
  }

  /** A clock that jumps 400 ms each time it's asked: fifteen are soon over. */
  @Test
  void whoeverAnswersByteByByteIsGivenUpInTime() throws Exception {
    var clock =
        new Clock() {
          private final AtomicInteger asked = new AtomicInteger();

          @Override
          public Instant instant() {
            return Instant.EPOCH.plus(Duration.ofMillis(400L * asked.incrementAndGet()));
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> babble(server));
      Reply reply =
          new PublicHttpSender(SSLContext.getDefault().getSocketFactory(), true, Timing.real(clock))
              .post(URI.create("http://127.0.0.1:" + server.getLocalPort()), HEADERS, BODY);

      assertThat(reply).isEqualTo(Reply.without(Outcome.TIMED_OUT));
    }
  }
}
