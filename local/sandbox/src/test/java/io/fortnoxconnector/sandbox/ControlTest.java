package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(Sandbox.options().withDefaults());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void tokensCanBeHadTheShortWay() {
    assertThat(client().get("/customers").status()).isEqualTo(200);
  }

  @Test
  void appsAndCompaniesCanBeAdded() {
    post(
        "/apps",
        "{'clientId':'mine','clientSecret':'s','redirectUris':['http://127.0.0.1:1/cb'],"
            + "'scopes':['companyinformation'],'allowsServiceAccount':true}");
    post("/companies", "{'number':'1001','name':'Nya AB','organisationNumber':'556036-0793'}");

    var tokens =
        post("/tokens", "{'clientId':'mine','company':'1001','scopes':['companyinformation']}");

    assertThat(
            TestClient.with(sandbox, tokens.path("access_token").asText())
                .get("/companyinformation")
                .json()
                .findValue("CompanyName")
                .asText())
        .isEqualTo("Nya AB");
  }

  @ParameterizedTest
  @CsvSource({"refusal,500", "failure-afterwards,502", "too-many-requests,429"})
  void faultsCanBeArmed(String kind, int status) {
    post("/faults", "{'method':'GET','path':'/3/','kind':'" + kind + "','status':" + status + "}");
    var client = client();

    assertThat(client.get("/customers").status()).isEqualTo(status);
    assertThat(client.get("/customers").status()).isEqualTo(200);
  }

  @Test
  void lostRepliesDelaysAndTheListOfFaultsWorkToo() {
    post("/faults", "{'method':'POST','path':'/3/customers','kind':'reply-lost','times':3}");
    post("/faults", "{'kind':'delay','millis':1,'times':-1}");
    post("/faults", "{'method':'PUT','kind':'request-lost'}");

    assertThatThrownBy(() -> client().post("/customers", "{'Customer':{'Name':'A'}}"))
        .isInstanceOf(UncheckedIOException.class);
    var left = TestClient.control(sandbox, "GET", "/faults", "").json().path("faults");
    assertThat(left).hasSize(3);
    assertThat(left.path(0).path("left").asInt()).isEqualTo(2);
    assertThat(records("123456/customers")).hasSize(1);

    TestClient.control(sandbox, "DELETE", "/faults", "");

    assertThat(sandbox.faults().armed()).isEmpty();
  }

  @Test
  void theClockCanBeSetAndAdvanced() {
    post("/clock", "{'now':'2027-03-28T00:59:00Z'}");
    post("/clock", "{'advanceSeconds':3600}");

    assertThat(sandbox.clock().instant())
        .isBetween(
            Instant.parse("2027-03-28T01:59:00Z"),
            Instant.parse("2027-03-28T01:59:00Z").plus(Duration.ofMinutes(1)));
    assertThat(TestClient.control(sandbox, "GET", "/clock", "").json().path("now").asText())
        .startsWith("2027-03-28T01:59");
  }

  @Test
  void aCompanyCanBeSwitched() {
    var client = client();

    post("/companies/123456", "{'missingLicences':['customer'],'locked':false}");
    assertThat(client.get("/customers").code()).isEqualTo(2001101);
    post(
        "/companies/123456",
        "{'missingLicences':[],'missingApiLicence':true,'missingAppLicence':true,"
            + "'userIsAdministrator':false,'missingPermissions':['supplier']}");
    assertThat(client.get("/customers").code()).isEqualTo(2001103);
    post("/companies/123456/expire-access-tokens", "{}");
    assertThat(client.get("/customers").status()).isEqualTo(401);
    post("/companies/123456/revoke-consent", "{'clientId':'sandbox-client'}");
  }

  @Test
  void recordsCanBeSeededAndLookedAt() {
    post("/companies/123456/customers", "{'CustomerNumber':'7','Name':'Seed'}");

    assertThat(records("123456/customers").findValuesAsText("Name")).containsExactly("Seed");
  }

  @Test
  void theLimitCanBeSwitchedOff() {
    post("/limit", "{'kind':'none'}");
    var client = client();
    for (int i = 0; i < 40; i++) {
      assertThat(client.get("/customers").status()).isEqualTo(200);
    }
    post("/limit", "{'kind':'two-windows','retryAfter':true}");
    for (int i = 0; i < 40; i++) {
      client.get("/customers");
    }
    assertThat(client.get("/customers").headers()).containsKey("retry-after");
  }

  @Test
  void theLedgerIsShownAndEmptied() {
    client().get("/customers");

    var ledger = TestClient.control(sandbox, "GET", "/ledger", "").json();

    assertThat(ledger.path("count").asInt()).isEqualTo(1);
    assertThat(ledger.path("entries").path(0).path("answered").asText()).isEqualTo("200");
    TestClient.control(sandbox, "DELETE", "/ledger", "");
    assertThat(sandbox.ledger().entries()).isEmpty();
  }

  @Test
  void aResetIsAPost() {
    assertThat(TestClient.control(sandbox, "GET", "/reset", "").status()).isEqualTo(405);
    assertThat(TestClient.control(sandbox, "POST", "/reset", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /faults                   | {'kind':'mystery'}
          /faults                   | nonsense
          /companies/999            | {}
          /companies/123456         | {'mystery':true}
          /companies/123456/mystery | {}
          /limit                    | {'kind':'mystery'}
          /clock                    | {'now':'soon'}
          /tokens                   | {'clientId':'nobody','company':'123456'}
          /apps                     | {'clientId':'a','clientSecret':'b'}
          """)
  void aWrongOrderIsExplained(String path, String body) {
    var reply = TestClient.control(sandbox, "POST", path, body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("problem").asText()).isNotEmpty();
  }

  @Test
  void theCallbackShowsWhatTheConsentPageSentBack() {
    assertThat(
            TestClient.control(sandbox, "GET", "/callback?code=1&state=2", "")
                .json()
                .path("code")
                .asText())
        .isEqualTo("1");
    assertThat(TestClient.control(sandbox, "GET", "/mystery", "").status()).isEqualTo(404);
  }

  private TestClient client() {
    var tokens =
        post(
            "/tokens",
            "{'clientId':'sandbox-client','company':'123456','scopes':['customer'],'service':true}");
    return TestClient.with(sandbox, tokens.path("access_token").asText());
  }

  private JsonNode records(String path) {
    return TestClient.control(sandbox, "GET", "/companies/" + path, "").json();
  }

  private JsonNode post(String path, String body) {
    var reply = TestClient.control(sandbox, "POST", path, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }
}
