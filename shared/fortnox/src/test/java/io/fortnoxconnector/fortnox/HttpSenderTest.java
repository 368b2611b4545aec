package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.fortnox.HttpOutcome.Answer;
import io.fortnoxconnector.fortnox.HttpOutcome.NoAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request goes out at most once, and an end comes in time, whatever the network does. */
@Timeout(20)
class HttpSenderTest {

  private static final Duration AMPLE = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(500);

  private final HttpSender sender = new HttpSender();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private HttpOutcome send(String method, String body, Duration timeout) {
    return sender.send(new HttpRequest(method, server.uri(), Map.of(), body), timeout);
  }

  /** Ends with a live connection in the JDK's pool. */
  private void keepAConnectionAlive() {
    assertThat(send("GET", null, AMPLE)).isInstanceOf(Answer.class);
  }

  @Test
  void aConnectionIsUsedAgain() {
    server.answers(200, "{}");
    keepAConnectionAlive();
    assertThat(send("POST", "{}", AMPLE)).isInstanceOf(Answer.class);
  }

  @ParameterizedTest
  @CsvSource({"POST,{}", "PUT,{}", "POST,", "PUT,", "DELETE,"})
  void aWriteIsNotRepeatedWhenAKeptConnectionBreaks(String method, String body) {
    server.answers(200, "{}").hangsUp();
    keepAConnectionAlive();

    assertThat(send(method, body, AMPLE)).isEqualTo(broken());
    assertThat(server.received)
        .extracting(LoopbackServer.Received::method)
        .containsExactly("GET", method);
  }

  @ParameterizedTest
  @CsvSource({"POST,{}", "PUT,{}", "POST,", "PUT,", "DELETE,"})
  void aWriteIsNotRepeatedWhenItsFirstConnectionBreaks(String method, String body) {
    server.hangsUp();
    assertThat(send(method, body, AMPLE)).isEqualTo(broken());
    assertThat(server.received).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"POST,{}", "DELETE,"})
  void aWriteIsNotRepeatedWhenItsConnectionIsReset(String method, String body) {
    server.then(
        out -> {
          out.write("HTT".getBytes(StandardCharsets.ISO_8859_1));
          return false;
        });
    assertThat(send(method, body, AMPLE))
        .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isTrue());
    assertThat(server.received).hasSize(1);
  }

  private static NoAnswer broken() {
    return new NoAnswer(true, "SocketException: Unexpected end of file from server");
  }

  @Test
  void aRefusedConnectionMeansThatNothingArrived() throws IOException {
    URI nobody;
    try (var gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      nobody = URI.create("http://127.0.0.1:" + gone.getLocalPort());
    }
    assertThat(sender.send(new HttpRequest("POST", nobody, Map.of(), "{}"), AMPLE))
        .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isFalse());
  }

  @Test
  void anUnknownHostMeansThatNothingArrived() {
    // A label of 64 letters doesn't fit into a DNS query, so none is sent.
    var unknown = URI.create("http://" + "a".repeat(64) + ".invalid");
    assertThat(sender.send(new HttpRequest("POST", unknown, Map.of(), "{}"), AMPLE))
        .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isFalse());
  }

  @Test
  void silenceEndsWithTheTimeoutAndMayMeanThatItArrived() {
    server
        .answers(200, "{}")
        .then(
            _ -> {
              Thread.sleep(AMPLE);
              return false;
            });
    keepAConnectionAlive();
    var begin = System.nanoTime();
    assertThat(send("POST", "{}", SHORT))
        .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isTrue());
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AMPLE.dividedBy(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"})
  void theTimeoutIsForTheWholeExchangeHoweverManyBytesTrickleIn(String beginning) {
    server
        .answers(200, "{}")
        .then(
            out -> {
              out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
              for (int i = 0; i < 200; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
              }
              return false;
            });
    keepAConnectionAlive();
    var begin = System.nanoTime();
    assertThat(send("POST", "{}", SHORT)).isEqualTo(new NoAnswer(true, "no answer within 500 ms"));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AMPLE.dividedBy(2));
  }

  @Test
  void anAnswerCutShortIsNoAnswer() {
    server.then(
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"
                  .getBytes(StandardCharsets.ISO_8859_1));
          return false;
        });
    assertThat(send("POST", "{}", AMPLE))
        .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isTrue());
  }

  @Test
  void anInterruptionEndsTheWaitAndStaysVisible() {
    server.then(
        _ -> {
          Thread.sleep(AMPLE);
          return false;
        });
    Thread.currentThread().interrupt();
    assertThat(send("POST", "{}", AMPLE)).isInstanceOf(NoAnswer.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
