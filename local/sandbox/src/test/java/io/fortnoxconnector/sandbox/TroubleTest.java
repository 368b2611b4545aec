package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubleTest {

  private static final String CUSTOMER = "{'Customer':{'Name':'Åkeri Öst AB'}}";

  private Sandbox sandbox;
  private TestClient client;

  @BeforeEach
  void start() {
    var clock = Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC);
    sandbox = TestClient.sandbox(Sandbox.options().clock(clock));
    client = TestClient.connected(sandbox, "123456");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aLostReplyLeavesTheChangeBehind() {
    sandbox.faults().on("POST", "/3/customers").once().losesTheReply();

    assertThatThrownBy(() -> client.post("/customers", CUSTOMER))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(sandbox.company("123456").customers()).hasSize(1);
    assertThat(sandbox.ledger().entries("POST", "/3/customers").getFirst().wasCut()).isTrue();
    assertThat(client.post("/customers", CUSTOMER).status()).isEqualTo(201);
  }

  @Test
  void aLostRequestLeavesNothingBehind() {
    sandbox.faults().on("POST", "/3/customers").once().losesTheRequest();

    assertThatThrownBy(() -> client.post("/customers", CUSTOMER))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(sandbox.company("123456").customers()).isEmpty();
  }

  @Test
  void aServerErrorMayComeBeforeOrAfterTheChange() {
    sandbox.faults().on("POST", "/3/customers").once().answers(503);
    assertThat(client.post("/customers", CUSTOMER).status()).isEqualTo(503);
    assertThat(sandbox.company("123456").customers()).isEmpty();

    sandbox.faults().on("POST", "/3/customers").once().failsAfterwardsWith(502);
    assertThat(client.post("/customers", CUSTOMER).status()).isEqualTo(502);
    assertThat(sandbox.company("123456").customers()).hasSize(1);
  }

  @Test
  void aFaultStrikesOnlyWhatItIsMeantForAndAsOftenAsAsked() {
    sandbox.faults().on("GET", "/3/customers").times(2).answers(429);

    assertThat(client.get("/suppliers").status()).isEqualTo(200);
    assertThat(client.get("/customers").status()).isEqualTo(429);
    assertThat(client.get("/customers").status()).isEqualTo(429);
    assertThat(client.get("/customers").status()).isEqualTo(200);
    assertThat(sandbox.faults().armed()).isEmpty();
  }

  @Test
  void aFaultOfOneCompanyIsNotFeltByAnother() {
    sandbox.addCompany("654321", "Annat Bolag AB", "556036-0793");
    TestClient other = TestClient.connected(sandbox, "654321");
    sandbox.faults().on("GET", "/3/customers").of("123456").once().answers(503);

    assertThat(other.get("/customers").status()).isEqualTo(200);
    assertThat(client.get("/customers").status()).isEqualTo(503);
    assertThat(sandbox.faults().armed()).isEmpty();
  }

  @Test
  void aTokenCanBeRefusedOnce() {
    sandbox.faults().onEverything().once().answers(401);

    assertThat(client.get("/customers").body()).isEqualTo("{\"message\":\"unauthorized\"}");
    assertThat(client.get("/customers").status()).isEqualTo(200);
  }

  @Test
  void aDelayGoesTogetherWithAnotherFault() {
    sandbox.faults().onEverything().delays(Duration.ofMillis(60));
    sandbox.faults().onEverything().once().answers(504);
    var start = System.nanoTime();

    assertThat(client.get("/customers").status()).isEqualTo(504);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(59));
    assertThat(client.get("/customers").status()).isEqualTo(200);
    assertThat(sandbox.faults().armed()).hasSize(1);
  }

  @Test
  void aTokenAnswerCanBeLostAfterTheTokenWasRotated() {
    var tokens = sandbox.connect("client", "123456", TestClient.SCOPES, false);
    var form =
        Map.of(
            "grant_type", "refresh_token", "refresh_token", String.valueOf(tokens.refreshToken()));
    sandbox.faults().on("POST", "/oauth-v1/token").once().losesTheReply();

    assertThatThrownBy(() -> TestClient.token(sandbox, form))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(TestClient.token(sandbox, form).status()).isEqualTo(400);
  }

  @Test
  void theTwentySixthRequestInFiveSecondsIsTooMany() {
    for (int i = 0; i < 25; i++) {
      assertThat(client.get("/customers").status()).isEqualTo(200);
    }

    var reply = client.get("/customers");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers()).doesNotContainKey("retry-after");
    assertThat(TestClient.connected(sandbox, "654321").get("/customers").status()).isEqualTo(200);
    sandbox.clock().advance(Duration.ofSeconds(5));
    assertThat(client.get("/customers").status()).isEqualTo(200);
  }

  @Test
  void tooManyMaySayWhenToComeAgain() {
    sandbox.limit(RateLimit.Kind.EXACT, true);
    for (int i = 0; i < 25; i++) {
      client.get("/customers");
    }

    assertThat(client.get("/customers").headers()).containsEntry("retry-after", "5");
  }

  @Test
  void tokenRequestsAreNotCounted() {
    for (int i = 0; i < 30; i++) {
      TestClient.token(sandbox, Map.of("grant_type", "none"));
    }

    assertThat(client.get("/customers").status()).isEqualTo(200);
  }

  @Test
  void aResetBringsEverythingBackToTheStart() {
    client.post("/customers", CUSTOMER);
    sandbox.faults().onEverything().answers(500);
    sandbox.company("123456").locked(true);
    sandbox.clock().advance(Duration.ofDays(1));

    sandbox.reset();

    assertThat(sandbox.company("123456").customers()).isEmpty();
    assertThat(sandbox.company("123456").records("currencies")).hasSize(6);
    assertThat(sandbox.ledger().entries()).isEmpty();
    assertThat(sandbox.clock().instant()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
    assertThat(client.get("/customers").status()).isEqualTo(401);
    assertThat(TestClient.connected(sandbox, "123456").get("/customers").status()).isEqualTo(200);
  }
}
