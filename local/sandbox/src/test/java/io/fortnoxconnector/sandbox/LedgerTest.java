package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.sandbox.oauth.Fingerprint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    var clock = Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC);
    sandbox = TestClient.sandbox(Sandbox.options().clock(clock));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aRequestIsNotedWithItsCallerAndItsAnswer() {
    TestClient.connected(sandbox, "123456").post("/customers?x=1", "{'Customer':{'Name':'A'}}");

    var entry = sandbox.ledger().entries().getFirst();

    assertThat(entry.number()).isEqualTo(1);
    assertThat(entry.at()).isEqualTo(sandbox.clock().instant());
    assertThat(entry.clientId()).isEqualTo("client");
    assertThat(entry.company()).isEqualTo("123456");
    assertThat(entry.path()).isEqualTo("/3/customers");
    assertThat(entry.query()).isEqualTo("x=1");
    assertThat(entry.body()).isEqualTo("{\"Customer\":{\"Name\":\"A\"}}");
    assertThat(entry.answered()).isEqualTo("201");
  }

  @Test
  void tokensAreNotedByTheirFingerprintsOnly() {
    var token =
        String.valueOf(
            sandbox.connect("client", "123456", TestClient.SCOPES, false).refreshToken());
    TestClient.token(sandbox, Map.of("grant_type", "refresh_token", "refresh_token", token));
    TestClient.form(sandbox, "/oauth-v1/revoke", "client:secret", Map.of("token", token));

    var ledger = TestClient.control(sandbox, "GET", "/ledger", "").body();

    assertThat(ledger).doesNotContain(token, "secret").contains(Fingerprint.of(token));
    assertThat(sandbox.ledger().entries())
        .allMatch(entry -> entry.refreshTokens().contains(Fingerprint.of(token)))
        .allMatch(entry -> "123456".equals(entry.company()))
        .allMatch(entry -> "client".equals(entry.clientId()));
  }

  @Test
  void theBusiestWindowOfACompanyIsFound() {
    var client = TestClient.connected(sandbox, "123456");
    for (int i = 0; i < 3; i++) {
      client.get("/customers");
      sandbox.clock().advance(Duration.ofSeconds(2));
    }
    TestClient.connected(sandbox, "654321").get("/customers");

    assertThat(sandbox.ledger().mostWithin(Duration.ofSeconds(5), "123456")).isEqualTo(3);
    assertThat(sandbox.ledger().mostWithin(Duration.ofSeconds(4), "123456")).isEqualTo(2);
    assertThat(sandbox.ledger().mostWithin(Duration.ofSeconds(5), "999999")).isZero();
  }
}
