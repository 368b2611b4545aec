package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.sandbox.TestClient.Reply;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsTest {

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = TestClient.sandbox(Sandbox.options());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void withoutAValidTokenNothingOpens() {
    var reply = TestClient.open(sandbox, "/3/customers", "Authorization", "Bearer nonsense");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("{\"message\":\"unauthorized\"}");
    assertThat(TestClient.open(sandbox, "/3/customers").status()).isEqualTo(401);
  }

  @Test
  void expiredTokensAreRefusedAtOnce() {
    var client = TestClient.connected(sandbox, "123456");
    var elsewhere = TestClient.connected(sandbox, "654321");

    sandbox.company("123456").expireAccessTokens();

    assertThat(client.get("/customers").status()).isEqualTo(401);
    assertThat(elsewhere.get("/customers").status()).isEqualTo(200);
    assertThat(TestClient.connected(sandbox, "123456").get("/customers").status()).isEqualTo(200);
  }

  @Test
  void aTokenOpensOnlyItsScopes() {
    var client =
        TestClient.with(sandbox, sandbox.connect("client", "123456", Set.of("customer"), true));

    assertThat(client.get("/customers").status()).isEqualTo(200);
    assertRefused(client.get("/suppliers"), 2000663);
  }

  @Test
  void aMissingLicenceClosesItsRegisters() {
    sandbox.company("123456").missingLicences(Set.of("supplier"));
    var client = TestClient.connected(sandbox, "123456");

    assertThat(client.get("/customers").status()).isEqualTo(200);
    assertRefused(client.get("/suppliers"), 2001101);
  }

  @Test
  void aMissingApiLicenceClosesEverything() {
    sandbox.company("123456").missingApiLicence(true);

    assertRefused(TestClient.connected(sandbox, "123456").get("/customers"), 2001103);
  }

  @Test
  void missingPermissionStopsThePersonButNotTheServiceAccount() {
    sandbox.company("123456").missingPermissions(Set.of("supplier"));
    var person =
        TestClient.with(sandbox, sandbox.connect("client", "123456", TestClient.SCOPES, false));

    var reply = person.get("/suppliers");

    assertRefused(reply, 2003275);
    assertThat(reply.json().path("ErrorInformation").path("Message").asText())
        .isEqualTo("Saknar behörighet för leverantörsregister.");
    assertThat(TestClient.connected(sandbox, "123456").get("/suppliers").status()).isEqualTo(200);
  }

  @Test
  void companiesSeeNothingOfEachOther() {
    TestClient.connected(sandbox, "123456").post("/customers", "{'Customer':{'Name':'A'}}");

    assertThat(TestClient.connected(sandbox, "654321").get("/customers/1").status()).isEqualTo(404);
    assertThat(
            TestClient.connected(sandbox, "654321")
                .get("/companyinformation")
                .json()
                .findValue("DatabaseNumber")
                .asInt())
        .isEqualTo(654321);
  }

  @Test
  void whatTheSandboxDoesNotHaveIsNotFound() {
    var client = TestClient.connected(sandbox, "123456");

    assertThat(client.get("/nothing").status()).isEqualTo(404);
    assertThat(client.get("/customers/1/2").status()).isEqualTo(404);
    assertThat(client.post("/companyinformation", "{}").status()).isEqualTo(404);
    assertThat(TestClient.open(sandbox, "/elsewhere").status()).isEqualTo(404);
  }

  private static void assertRefused(Reply reply, int code) {
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo(code);
  }
}
