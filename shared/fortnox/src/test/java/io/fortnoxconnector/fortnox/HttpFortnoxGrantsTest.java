package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import io.fortnoxconnector.fortnox.GrantReply.Granted;
import io.fortnoxconnector.fortnox.GrantReply.InvalidClient;
import io.fortnoxconnector.fortnox.GrantReply.InvalidGrant;
import io.fortnoxconnector.fortnox.GrantReply.LicenceMissing;
import io.fortnoxconnector.fortnox.GrantReply.NoReply;
import io.fortnoxconnector.fortnox.GrantReply.Refused;
import io.fortnoxconnector.fortnox.GrantReply.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fortnox's OAuth 2 endpoints, as documented and as recorded. */
@Timeout(20)
class HttpFortnoxGrantsTest {

  private static final AppCredentials APP = new AppCredentials("client", new Secret("s:e+c/ret"));
  private static final URI CALLBACK = URI.create("https://api.example.com/auth/callback/fortnox");

  private LoopbackServer fortnox;
  private FortnoxGrants grants;

  @BeforeEach
  void start() throws IOException {
    fortnox = new LoopbackServer();
    grants = new HttpFortnoxGrants(URI.create(fortnox.uri() + "/oauth-v1"));
  }

  @AfterEach
  void stop() throws IOException {
    fortnox.close();
  }

  private GrantReply refresh() {
    return grants.refresh(APP, new Secret("r1/+="));
  }

  @Test
  void theConsentPageOfAServiceAccountIsAskedForOfflineAccess() {
    var url =
        grants.authorizeUrl(
            "client", CALLBACK, Set.of("invoice", "customer"), "st&te", AccountType.SERVICE);
    assertThat(url.toString())
        .isEqualTo(
            fortnox.uri()
                + "/oauth-v1/auth?client_id=client&response_type=code"
                + "&redirect_uri=https%3A%2F%2Fapi.example.com%2Fauth%2Fcallback%2Ffortnox"
                + "&scope=customer%20invoice&state=st%26te&access_type=offline"
                + "&account_type=service");
  }

  @Test
  void theConsentPageOfAUserNamesNoAccountType() {
    var url = grants.authorizeUrl("client", CALLBACK, Set.of("invoice"), "s", AccountType.USER);
    assertThat(url.getQuery()).contains("access_type=offline").doesNotContain("account_type");
  }

  @Test
  void aCodeIsExchangedForTokens() {
    fortnox.answers(
        200,
        "{\"access_token\":\"a.b.c\",\"refresh_token\":\"r1\",\"scope\":\"companyinformation customer\","
            + "\"expires_in\":3600,\"token_type\":\"bearer\"}");

    assertThat(grants.exchangeCode(APP, new Secret("c0de"), CALLBACK))
        .isEqualTo(
            new Granted(
                new Secret("a.b.c"),
                new Secret("r1"),
                Set.of("companyinformation", "customer"),
                Duration.ofHours(1)));
    var request = fortnox.only();
    assertThat(request.method() + " " + request.target()).isEqualTo("POST /oauth-v1/token");
    assertThat(request.body())
        .isEqualTo(
            "grant_type=authorization_code&code=c0de"
                + "&redirect_uri=https%3A%2F%2Fapi.example.com%2Fauth%2Fcallback%2Ffortnox");
    assertThat(request.headers())
        .containsEntry("content-type", "application/x-www-form-urlencoded")
        .containsEntry(
            "authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("client:s:e+c/ret".getBytes(StandardCharsets.UTF_8)))
        .doesNotContainKey("tenantid");
  }

  @Test
  void aRefreshSendsTheTokenEncoded() {
    fortnox.answers(200, "{\"access_token\":\"a\",\"refresh_token\":\"r2\",\"expires_in\":60}");

    assertThat(refresh())
        .isEqualTo(new Granted(new Secret("a"), new Secret("r2"), Set.of(), Duration.ofMinutes(1)));
    assertThat(fortnox.only().body())
        .isEqualTo("grant_type=refresh_token&refresh_token=r1%2F%2B%3D");
  }

  @Test
  void clientCredentialsNameTheCompanyAndBringNoRefreshToken() {
    fortnox.answers(200, "{\"access_token\":\"a\",\"scope\":\"invoice\",\"expires_in\":3600}");

    assertThat(grants.clientCredentials(APP, "123456"))
        .isEqualTo(new Granted(new Secret("a"), null, Set.of("invoice"), Duration.ofHours(1)));
    assertThat(fortnox.only().headers()).containsEntry("tenantid", "123456");
    assertThat(fortnox.only().body()).isEqualTo("grant_type=client_credentials");
  }

  @Test
  void aUsedRefreshTokenIsRefused() {
    fortnox.answers(
        400,
        "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token\"}",
        "Content-Type: text/html; charset=UTF-8",
        "Cache-Control: no-store");
    assertThat(refresh()).isEqualTo(new InvalidGrant("Invalid refresh token"));
  }

  @Test
  void wrongClientCredentialsAreTold() {
    fortnox.answers(
        401,
        "{\"error\":\"invalid_client\",\"error_description\":\"The client credentials are invalid\"}",
        "Content-Type: text/plain;charset=UTF-8");
    assertThat(refresh()).isInstanceOf(InvalidClient.class);
    assertThat(fortnox.received).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error_missing_license", "error_missing_app_license"})
  void aMissingLicenceIsTold(String error) {
    fortnox.answers(400, "{\"error\":\"" + error + "\"}");
    assertThat(refresh()).isEqualTo(new LicenceMissing("HTTP 400"));
  }

  @Test
  void theNewerShapeOfErrorsIsRead() {
    fortnox.answers(
        400,
        "{\"error\":\"invalid_scope\",\"error_description\":\"No such scope.\","
            + "\"error_hint\":\"Ask for another.\",\"error_debug\":\"internal\",\"status_code\":400}");
    assertThat(refresh())
        .isEqualTo(new Refused(400, "invalid_scope", "No such scope. Ask for another."));
  }

  @Test
  void aRefusalThatIsNotJsonIsARefusal() {
    fortnox.answers(403, "<html>Forbidden</html>");
    assertThat(refresh()).isEqualTo(new Refused(403, "", "HTTP 403"));
  }

  @ParameterizedTest
  @CsvSource({
    "429,''",
    "500,{}",
    "503,<html>",
    "400,{\"error\":\"server_error\"}",
    "400,{\"error\":\"temporarily_unavailable\"}"
  })
  void troubleAtFortnoxIsUnavailable(int status, String body) {
    fortnox.answers(status, body);
    assertThat(refresh()).isEqualTo(new Unavailable(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"access_token\":\"\"}", "{\"access_token\":null}", "[]"})
  void aSuccessWithoutTokensMayHaveUsedUpTheRefreshToken(String body) {
    fortnox.answers(200, body);
    assertThat(refresh()).isEqualTo(new NoReply(true, "the answer holds no tokens"));
  }

  @Test
  void aRefreshTokenIsSentOnceEvenIfTheConnectionBreaks() {
    fortnox.answers(200, "{\"access_token\":\"a\"}").hangsUp();
    refresh();

    assertThat(refresh())
        .isInstanceOfSatisfying(NoReply.class, it -> assertThat(it.mayHaveArrived()).isTrue());
    assertThat(fortnox.received).hasSize(2);
  }

  @Test
  void aRefreshHasItsOwnTimeout() {
    fortnox.then(
        out -> {
          Thread.sleep(300);
          LoopbackServer.write(out, 200, "{\"access_token\":\"a\"}");
          return true;
        });
    var uri = URI.create(fortnox.uri() + "/oauth-v1");
    var hasty = new HttpFortnoxGrants(uri, Duration.ofSeconds(10), Duration.ofMillis(100));

    assertThat(hasty.clientCredentials(APP, "1")).isInstanceOf(NoReply.class);
    assertThat(hasty.refresh(APP, new Secret("r"))).isInstanceOf(Granted.class);
  }

  @Test
  void aRevocationIsConfirmed() {
    fortnox.answers(200, "{\"revoked\":true}");

    assertThat(grants.revoke(APP, new Secret("r1"))).isTrue();
    assertThat(fortnox.only().target()).isEqualTo("/oauth-v1/revoke");
    assertThat(fortnox.only().body()).isEqualTo("token_type_hint=refresh_token&token=r1");
  }

  @ParameterizedTest
  @CsvSource({"200,{\"revoked\":false}", "200,{}", "200,OK", "400,{\"revoked\":true}", "401,{}"})
  void anythingElseIsNoConfirmation(int status, String body) {
    fortnox.answers(status, body);
    assertThat(grants.revoke(APP, new Secret("r1"))).isFalse();
  }

  @Test
  void noReplyShowsASecret() {
    fortnox.answers(200, "{\"access_token\":\"a.b.c\",\"refresh_token\":\"r2\"}");
    assertThat(refresh().toString()).doesNotContain("a.b.c").doesNotContain("r2");
  }
}
