package io.fortnoxconnector.sandbox;

import static io.fortnoxconnector.sandbox.TestClient.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.sandbox.TestClient.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentTest {

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
  void approvalSendsACodeAndTheStateBack() {
    var reply = decide(page(Map.of()), "123456", "approve");

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.location()).matches(CALLBACK + "\\?code=[0-9a-f]{40}&state=a%2Fb");
  }

  @Test
  void denialSendsAccessDeniedAndTheState() {
    var reply = decide(page(Map.of()), "", "deny");

    assertThat(reply.location()).contains("error=access_denied").endsWith("&state=a%2Fb");
  }

  @Test
  void aScopeThatTheAppLacksIsRefusedBeforeAnyPage() {
    var reply = authorize(Map.of("scope", "customer salary"));

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.location()).startsWith(CALLBACK + "?error=invalid_scope");
  }

  @Test
  void anUnknownClientIsToldOnThePageAndNeverRedirected() {
    var reply = authorize(Map.of("client_id", "nobody"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("Auth code or ClientID supplied is invalid");
  }

  @Test
  void aRedirectUriMustBeARegisteredOne() {
    var reply = authorize(Map.of("redirect_uri", CALLBACK + "/elsewhere"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.location()).isEmpty();
  }

  @Test
  void aServiceAccountNeedsAnAppThatAllowsIt() {
    var reply = authorize(Map.of("client_id", "other", "account_type", "service"));

    assertThat(reply.body()).contains("Client does not allow service account");
  }

  @Test
  void onlyASystemAdministratorApprovesAServiceAccount() {
    sandbox.company("123456").userIsAdministrator(false);

    var service = decide(page(Map.of("account_type", "service")), "123456", "approve");
    var personal = decide(page(Map.of()), "123456", "approve");

    assertThat(service.location()).contains("error=access_denied");
    assertThat(personal.location()).contains("code=");
  }

  @Test
  void aMissingLicenceComesBackAsItsOwnError() {
    sandbox.company("123456").missingLicences(Set.of("customer"));
    sandbox.company("654321").missingAppLicence(true);

    assertThat(decide(page(Map.of()), "123456", "approve").location())
        .contains("error=error_missing_license");
    assertThat(decide(page(Map.of()), "654321", "approve").location())
        .contains("error=error_missing_app_license");
  }

  @Test
  void aLockedAccountComesBackWithNeitherCodeNorState() {
    sandbox.company("123456").locked(true);

    assertThat(decide(page(Map.of()), "123456", "approve").location())
        .isEqualTo(CALLBACK.toString());
  }

  @Test
  void aPageCanBeDecidedOnce() {
    var page = page(Map.of());
    decide(page, "123456", "approve");

    assertThat(decide(page, "123456", "approve").status()).isEqualTo(403);
  }

  @Test
  void aPageIsOpenForTenMinutes() {
    var page = page(Map.of());
    sandbox.clock().advance(Duration.ofMinutes(10));

    assertThat(decide(page, "123456", "approve").status()).isEqualTo(403);
  }

  @Test
  void approvalWithoutACompanyShowsThePageAgain() {
    var page = page(Map.of());

    assertThat(decide(page, "999999", "approve").status()).isEqualTo(400);
    assertThat(decide(page, "123456", "approve").location()).contains("code=");
  }

  @Test
  void aTokenRequestPostedToTheConsentPageIsForbidden() {
    var reply =
        TestClient.form(
            sandbox, "/oauth-v1/auth", "client:secret", Map.of("grant_type", "authorization_code"));

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void thePageSpeaksTheBrowsersLanguage() {
    assertThat(authorize(Map.of(), "Accept-Language", "sv-SE,en;q=0.8").body())
        .contains("lang=\"sv\"", "Godkänn");
    assertThat(authorize(Map.of(), "Accept-Language", "de,en;q=0.8,sv;q=0.7").body())
        .contains("lang=\"en\"", "Approve");
    assertThat(authorize(Map.of(), "Accept-Language", ";;nonsense").body()).contains("Approve");
  }

  @Test
  void thePageRunsNoScriptAndItsFormLeadsOnToWhomeverTheClientServes() {
    var policy = page(Map.of()).headers().get("content-security-policy");

    assertThat(policy)
        .contains("default-src 'none'", "form-action 'self' https: http:", "frame-ancestors")
        .doesNotContain("unsafe", "script-src");
  }

  @Test
  void textsFromOutsideAreEscapedOnThePage() {
    sandbox.addCompany("777777", "<b>Bolaget</b> & \"Co\"", "556036-0793");

    assertThat(page(Map.of()).body())
        .contains("&lt;b&gt;Bolaget&lt;/b&gt; &amp; &quot;Co&quot;")
        .doesNotContain("<b>Bolaget");
  }

  private Reply page(Map<String, String> differing) {
    var page = authorize(differing);
    assertThat(page.status()).isEqualTo(200);
    return page;
  }

  private Reply authorize(Map<String, String> differing, String... headers) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", "client");
    parameters.put("response_type", "code");
    parameters.put("state", "a/b");
    parameters.put("scope", "customer companyinformation");
    parameters.put("redirect_uri", CALLBACK.toString());
    parameters.put("access_type", "offline");
    parameters.putAll(differing);
    return TestClient.open(sandbox, "/oauth-v1/auth?" + TestClient.encoded(parameters), headers);
  }

  private Reply decide(Reply page, String company, String decision) {
    var session = Pattern.compile("name=\"session\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(session.find()).isTrue();
    return TestClient.form(
        sandbox,
        "/oauth-v1/auth",
        "",
        Map.of("session", session.group(1), "company", company, "decision", decision));
  }
}
