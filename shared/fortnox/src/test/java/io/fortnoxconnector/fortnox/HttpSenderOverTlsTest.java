package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.fortnox.HttpOutcome.Answer;
import io.fortnoxconnector.fortnox.HttpOutcome.NoAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over TLS not even a read is repeated, and who isn't known to be Fortnox gets nothing. */
@Timeout(20)
class HttpSenderOverTlsTest {

  private static SSLContext loopback;
  private static SSLContext somebodyElse;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    loopback = selfSigned(folder.resolve("loopback.p12"), "ip:127.0.0.1");
    somebodyElse = selfSigned(folder.resolve("else.p12"), "dns:somebody.else");
  }

  private static HttpOutcome send(LoopbackServer server, HttpSender sender, String method) {
    return sender.send(
        new HttpRequest(method, server.uri(), Map.of(), null), Duration.ofSeconds(10));
  }

  private static LoopbackServer server(SSLContext identity) throws Exception {
    return new LoopbackServer("https", identity.getServerSocketFactory());
  }

  private static HttpSender trusting(SSLContext identity) {
    return new HttpSender(identity::getSocketFactory);
  }

  @ParameterizedTest
  @CsvSource({"GET", "POST", "PUT", "DELETE"})
  void nothingIsRepeatedWhenAKeptConnectionBreaks(String method) throws Exception {
    try (var server = server(loopback).answers(200, "{}").hangsUp()) {
      var sender = trusting(loopback);
      assertThat(send(server, sender, "GET")).isInstanceOf(Answer.class);

      assertThat(send(server, sender, method))
          .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isTrue());
      assertThat(server.received).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"GET", "POST", "PUT", "DELETE"})
  void nothingIsRepeatedWhenTheFirstConnectionBreaks(String method) throws Exception {
    try (var server = server(loopback).hangsUp()) {
      assertThat(send(server, trusting(loopback), method))
          .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isTrue());
      assertThat(server.received).hasSize(1);
    }
  }

  @Test
  void aBrokenConnectionDoesNotStopTheNextRequest() throws Exception {
    try (var server = server(loopback).hangsUp().answers(200, "{}")) {
      var sender = trusting(loopback);
      assertThat(send(server, sender, "GET")).isInstanceOf(NoAnswer.class);
      assertThat(send(server, sender, "GET")).isInstanceOf(Answer.class);
    }
  }

  @Test
  void aServerThatIsNotTrustedGetsNothing() throws Exception {
    try (var server = server(loopback).answers(200, "{}")) {
      assertThat(send(server, new HttpSender(), "POST"))
          .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isFalse());
      assertThat(server.received).isEmpty();
    }
  }

  @Test
  void aServerWithSomebodyElsesCertificateGetsNothing() throws Exception {
    try (var server = server(somebodyElse).answers(200, "{}")) {
      assertThat(send(server, trusting(somebodyElse), "POST"))
          .isInstanceOfSatisfying(NoAnswer.class, it -> assertThat(it.mayHaveArrived()).isFalse());
      assertThat(server.received).isEmpty();
    }
  }

  /** An identity that trusts itself alone. */
  private static SSLContext selfSigned(Path store, String name) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var made =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=test",
                "-ext",
                "SAN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(made).isZero();
    var password = "changeit".toCharArray();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, password);
    }
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    var certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, password);
    certificates.setCertificateEntry("test", keys.getCertificate("test"));
    trusted.init(certificates);
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
