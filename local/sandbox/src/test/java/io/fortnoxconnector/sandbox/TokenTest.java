package io.fortnoxconnector.sandbox;

import static io.fortnoxconnector.sandbox.TestClient.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.TestClient.Reply;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC);

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = TestClient.sandbox(Sandbox.options().clock(CLOCK));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aCodeBuysTokensThatOpenTheApi() {
    var reply = exchange(consent("service"), CALLBACK.toString());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().get("content-type")).isEqualTo("application/json");
    assertThat(reply.headers().get("cache-control")).isEqualTo("no-store");
    assertThat(reply.json().path("expires_in").asInt()).isEqualTo(3600);
    assertThat(reply.json().path("token_type").asText()).isEqualTo("bearer");
    assertThat(reply.json().path("scope").asText()).isEqualTo("customer companyinformation");
    assertThat(company(reply).status()).isEqualTo(200);
  }

  @Test
  void theAccessTokenIsAJwtThatNamesTheTenant() {
    var claims = claims(exchange(consent("service"), CALLBACK.toString()).json());

    assertThat(claims.path("tenantId").asInt()).isEqualTo(123456);
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
  }

  @Test
  void aCodeWorksOnce() {
    var code = consent("user");
    exchange(code, CALLBACK.toString());

    assertRefused(exchange(code, CALLBACK.toString()), "Invalid authorization code");
  }

  @Test
  void aCodeLastsTenMinutes() {
    var code = consent("user");
    sandbox.clock().advance(Duration.ofMinutes(10));

    assertThat(exchange(code, CALLBACK.toString()).status()).isEqualTo(400);
  }

  @Test
  void aRedirectUriThatWasSentMustBeRepeated() {
    assertThat(exchange(consent("user"), "").status()).isEqualTo(400);
    assertThat(exchange(consent("user"), CALLBACK + "/x").status()).isEqualTo(400);
  }

  @Test
  void aCodeIsOfNoUseToAnotherClient() {
    var code = consent("user");
    var form =
        Map.of(
            "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK.toString());

    assertThat(TestClient.form(sandbox, "/oauth-v1/token", "other:secret-2", form).status())
        .isEqualTo(400);
  }

  @Test
  void aWrongSecretIsToldInJsonLabelledAsText() {
    var reply =
        TestClient.form(
            sandbox, "/oauth-v1/token", "client:wrong", Map.of("grant_type", "refresh_token"));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.headers().get("content-type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":\"invalid_client\",\"error_description\":\"The client credentials are"
                + " invalid\"}");
  }

  @Test
  void aUsedRefreshTokenIsRefusedAndItsSuccessorStaysValid() {
    var first = refreshToken();
    var second = refresh(first);

    var again = refresh(first);

    assertRefused(again, "Invalid refresh token");
    assertThat(again.headers().get("content-type")).isEqualTo("text/html; charset=UTF-8");
    assertThat(company(second).status()).isEqualTo(200);
    assertThat(refresh(second.json().path("refresh_token").asText()).status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenLastsFortyFiveDays() {
    var token = refreshToken();
    sandbox.clock().advance(Duration.ofDays(45));

    assertRefused(refresh(token), "Invalid refresh token");
  }

  @Test
  void twoRefreshesInTheSameInstantBothAnswerButOnlyTheLastPairIsValid() {
    try (var lenient =
        TestClient.sandbox(Sandbox.options().clock(CLOCK).sameInstant(Duration.ofMillis(50)))) {
      sandbox.close();
      sandbox = lenient;
      var token = refreshToken();

      var first = refresh(token);
      var last = refresh(token);

      assertThat(company(first).status()).isEqualTo(401);
      assertRefused(refresh(first.json().path("refresh_token").asText()), "Invalid refresh token");
      assertThat(company(last).status()).isEqualTo(200);
      lenient.clock().advance(Duration.ofMillis(50));
      assertRefused(refresh(token), "Invalid refresh token");
      assertThat(refresh(last.json().path("refresh_token").asText()).status()).isEqualTo(200);
    }
  }

  @Test
  void anAccessTokenExpiresAfterAnHour() {
    var tokens = exchange(consent("user"), CALLBACK.toString());
    sandbox.clock().advance(Duration.ofMinutes(60).minusMillis(1));
    assertThat(company(tokens).status()).isEqualTo(200);

    sandbox.clock().advance(Duration.ofMillis(1));

    var reply = company(tokens);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("{\"message\":\"unauthorized\"}");
  }

  @Test
  void withoutOfflineAccessThereIsNoRefreshToken() {
    var reply = exchange(code("user", ""), CALLBACK.toString());

    assertThat(TestClient.keys(reply.json()))
        .containsExactly("access_token", "expires_in", "token_type", "scope");
  }

  @Test
  void aServiceAccountNeedsNoRefreshTokenAfterItsConsent() {
    consent("service");

    var reply = clientCredentials("123456", Map.of());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().has("refresh_token")).isFalse();
    assertThat(reply.json().path("scope").asText()).isEqualTo("customer companyinformation");
    assertThat(company(reply).status()).isEqualTo(200);
  }

  @Test
  void clientCredentialsMayAskForFewerScopesButNotForMore() {
    consent("service");

    assertThat(
            clientCredentials("123456", Map.of("scope", "customer")).json().path("scope").asText())
        .isEqualTo("customer");
    assertThat(
            clientCredentials("123456", Map.of("scope", "supplier")).json().path("error").asText())
        .isEqualTo("invalid_scope");
  }

  @Test
  void clientCredentialsNeedAServiceConsentOfThatCompany() {
    consent("user");
    assertThat(clientCredentials("123456", Map.of()).status()).isEqualTo(400);

    consent("service");

    assertThat(clientCredentials("654321", Map.of()).status()).isEqualTo(400);
    assertThat(clientCredentials("", Map.of()).json().path("error").asText())
        .isEqualTo("invalid_request");
  }

  @Test
  void revokingEndsRefreshTokenAndConsentButNotTheAccessToken() {
    var tokens = exchange(consent("service"), CALLBACK.toString());
    var token = tokens.json().path("refresh_token").asText();

    var revoked = revoke(token);

    assertThat(revoked.body()).isEqualTo("{\"revoked\":true}");
    assertRefused(refresh(token), "Invalid refresh token");
    assertThat(clientCredentials("123456", Map.of()).status()).isEqualTo(400);
    assertThat(company(tokens).status()).isEqualTo(200);
    assertThat(revoke(token).body()).isEqualTo("{\"revoked\":false}");
  }

  @Test
  void aConsentThatTheUserRemovesTakesTheRefreshTokenWithIt() {
    var token = refreshToken();
    sandbox.company("123456").revokeConsent("client");

    assertRefused(refresh(token), "Invalid refresh token");
  }

  @Test
  void aLockedAccountGetsNoNewTokens() {
    consent("service");
    sandbox.company("123456").locked(true);

    assertThat(clientCredentials("123456", Map.of()).status()).isEqualTo(400);
  }

  @Test
  void anUnknownGrantTypeIsRefused() {
    assertThat(
            TestClient.token(sandbox, Map.of("grant_type", "password"))
                .json()
                .path("error")
                .asText())
        .isEqualTo("unsupported_grant_type");
  }

  private Reply revoke(String token) {
    return TestClient.form(
        sandbox,
        "/oauth-v1/revoke",
        "client:secret",
        Map.of("token_type_hint", "refresh_token", "token", token));
  }

  private Reply clientCredentials(String company, Map<String, String> more) {
    var form = new LinkedHashMap<>(more);
    form.put("grant_type", "client_credentials");
    return company.isEmpty()
        ? TestClient.token(sandbox, form)
        : TestClient.form(sandbox, "/oauth-v1/token", "client:secret", form, "TenantId", company);
  }

  private String refreshToken() {
    return exchange(consent("user"), CALLBACK.toString()).json().path("refresh_token").asText();
  }

  private Reply refresh(String token) {
    return TestClient.token(sandbox, Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  private Reply exchange(String code, String redirectUri) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    if (!redirectUri.isEmpty()) {
      form.put("redirect_uri", redirectUri);
    }
    return TestClient.token(sandbox, form);
  }

  private String consent(String accountType) {
    return code(accountType, "offline");
  }

  private String code(String accountType, String accessType) {
    var query =
        TestClient.encoded(
            Map.of(
                "client_id", "client",
                "response_type", "code",
                "state", "s",
                "scope", "customer companyinformation",
                "redirect_uri", CALLBACK.toString(),
                "access_type", accessType,
                "account_type", accountType));
    var page = TestClient.open(sandbox, "/oauth-v1/auth?" + query).body();
    var reply =
        TestClient.form(
            sandbox,
            "/oauth-v1/auth",
            "",
            Map.of(
                "session", found("name=\"session\" value=\"([^\"]+)\"", page),
                "company", "123456",
                "decision", "approve"));
    return found("code=([^&]+)", reply.location());
  }

  private static String found(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private Reply company(Reply tokens) {
    return TestClient.with(sandbox, tokens.json().path("access_token").asText())
        .get("/companyinformation");
  }

  private static JsonNode claims(JsonNode tokens) {
    var payload = tokens.path("access_token").asText().split("\\.", -1)[1];
    return FortnoxJson.read(
            new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
        .orElseThrow();
  }

  private static void assertRefused(Reply reply, String description) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(reply.json().path("error_description").asText()).isEqualTo(description);
  }
}
