package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection may do changes at Fortnox; it's noticed, told, and healed by itself. */
@ExtendWith(SystemExtension.class)
class ConsentTest {

  private static final String CUSTOMERS = "/accounting/customers";
  private static final String SUPPLIERS = "/accounting/suppliers";

  private final LocalSystem system;

  ConsentTest(LocalSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @CsvSource({"user, 16", "service, 4"})
  void manyReadsAtOnceRenewTheTokenOnce(String accountType, int count) throws Exception {
    Company company = system.vendor(accountType).connect(system.newCompany());
    int before = tokenRequests(company).size();
    company.atFortnox().expireAccessTokens();

    List<Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var reads = new ArrayList<Future<Answer>>();
      for (int i = 0; i < count; i++) {
        reads.add(threads.submit(() -> company.api().get(CUSTOMERS)));
      }
      for (Future<Answer> read : reads) {
        answers.add(read.get());
      }
    }

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(tokenRequests(company)).hasSize(before + 1);
    assertThat(tokenRequests(company).getLast().body())
        .startsWith(
            accountType.equals("user")
                ? "grant_type=refresh_token"
                : "grant_type=client_credentials");
  }

  @Test
  void eachRefreshTokenIsSentOnce() {
    Company company = system.vendor("user").connect(system.newCompany());

    for (int i = 0; i < 3; i++) {
      company.atFortnox().expireAccessTokens();
      assertThat(company.api().get(CUSTOMERS).status()).isEqualTo(200);
    }

    List<String> sent =
        tokenRequests(company).stream().map(Entry::refreshTokens).flatMap(List::stream).toList();
    assertThat(sent).hasSize(3).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "user"})
  void aRevokedConsentIsToldOnceAndHealedByConnectingAgain(String accountType) {
    Vendor vendor = system.vendor(accountType);
    Company company = vendor.connect(system.newCompany());
    company.atFortnox().revokeConsent(vendor.clientId());
    company.atFortnox().expireAccessTokens();

    Answer read = company.api().get(CUSTOMERS);

    assertThat(read.status()).as(read.text()).isEqualTo(403);
    assertThat(read.code()).isEqualTo("reconnect-required");
    assertThat(read.problem().path("retriable").asBoolean()).isFalse();
    assertThat(consent(company)).isEqualTo("RECONNECT_REQUIRED");

    long calls = system.fortnox().ledger().count();
    assertThat(company.api().get(SUPPLIERS).code()).isEqualTo("reconnect-required");
    Answer write = company.api().post(CUSTOMERS, "{\"companyName\":\"Bo\"}");
    assertThat(write.status()).isEqualTo(403);
    assertThat(write.code()).isEqualTo("reconnect-required");
    assertThat(system.fortnox().ledger().count()).as("no silent loop").isEqualTo(calls);

    Company again = vendor.connect(company.number());
    assertThat(consent(again)).isEqualTo("ACTIVE");
    assertThat(again.api().get(CUSTOMERS).status()).isEqualTo(200);
    assertThat(company.api().get(CUSTOMERS).status()).as("by the older key").isEqualTo(200);
  }

  @Test
  void aWriteThatWasAcceptedBeforeTheConsentWasRevokedEndsWithAReason() {
    Vendor vendor = system.vendor("user");
    Company company = vendor.connect(system.newCompany());
    company.atFortnox().revokeConsent(vendor.clientId());
    company.atFortnox().expireAccessTokens();

    JsonNode task = company.finished(company.later("POST", CUSTOMERS, "{\"companyName\":\"Bo\"}"));

    assertThat(task.path("status").asText()).isEqualTo("FAILED");
    assertThat(task.path("problems").path(0).path("code").asText()).isEqualTo("reconnect-required");
  }

  @Test
  void aMissingLicenceClosesOneResourceUntilItIsBack() {
    Company company = system.company();
    company.atFortnox().missingLicences(Set.of("supplier"));

    assertClosed(company, "licence-missing", "LICENCE_MISSING");

    company.atFortnox().missingLicences(Set.of());
    assertHealed(company);
  }

  @Test
  void aMissingPermissionClosesOneResourceUntilItIsBack() {
    Company company = system.vendor("user").connect(system.newCompany());
    company.atFortnox().missingPermissions(Set.of("supplier"));

    assertClosed(company, "permission-missing", "PERMISSION_MISSING");

    company.atFortnox().missingPermissions(Set.of());
    assertHealed(company);
  }

  @Test
  void aMissingScopeClosesOneResourceUntilTheCompanyConsentsAnew() {
    Vendor vendor = system.vendor();
    register(vendor, "companyinformation customer");
    Company company = vendor.connect(system.newCompany());
    assertThat(consent(company)).isEqualTo("ACTIVE");

    assertClosed(company, "scope-missing", "SCOPE_MISSING");

    register(vendor, "companyinformation customer supplier");
    assertHealed(vendor.connect(company.number()));
  }

  @Test
  void troubleAtTheTokenEndpointIsRetriableAndEndsNoConnection() {
    Company company = system.vendor("user").connect(system.newCompany());
    company.atFortnox().expireAccessTokens();
    system.fortnox().faults().on("POST", "/oauth-v1/token").once().answers(503);

    Answer during = company.api().get(CUSTOMERS);

    assertThat(during.status()).as(during.text()).isIn(502, 503, 504);
    assertThat(during.problem().path("retriable").asBoolean()).isTrue();
    assertThat(consent(company)).isEqualTo("ACTIVE");
    assertThat(company.api().get(CUSTOMERS).status()).isEqualTo(200);
  }

  @Test
  void anIntegrationThatWasTakenAwayIsToldWhenATokenIsNeededAndHealedByRegisteringItAgain() {
    Company company = system.company();
    company.vendor().api().delete("/tenants/delete-registered-system/fortnox");
    company.atFortnox().expireAccessTokens();

    Answer without = company.api().get(CUSTOMERS);
    company.vendor().register("service");

    assertThat(without.status()).as(without.text()).isEqualTo(403);
    assertThat(without.code()).isEqualTo("integration-refused");
    assertThat(company.api().get(CUSTOMERS).status()).isEqualTo(200);
  }

  private static void register(Vendor vendor, String scopes) {
    Answer answer =
        vendor
            .api()
            .post(
                "/tenants/register-system",
                """
                {"targetSystem":"fortnox","clientId":"%s","clientSecret":"%s",
                 "customValues":[{"key":"scopes","value":"%s"}]}
                """
                    .formatted(vendor.clientId(), vendor.clientSecret(), scopes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  /** Suppliers are closed, customers aren't, and the connection says so. */
  private static void assertClosed(Company company, String code, String consent) {
    Answer suppliers = company.api().get(SUPPLIERS);
    assertThat(suppliers.status()).as(suppliers.text()).isEqualTo(403);
    assertThat(suppliers.code()).isEqualTo(code);
    assertThat(company.api().get(CUSTOMERS).status()).isEqualTo(200);
    assertThat(consent(company)).isEqualTo(consent);
    assertThat(company.api().post(SUPPLIERS, "{\"companyName\":\"Bo\"}").code()).isEqualTo(code);
  }

  private static void assertHealed(Company company) {
    assertThat(company.api().get(SUPPLIERS).status()).isEqualTo(200);
    assertThat(consent(company)).isEqualTo("ACTIVE");
  }

  private static String consent(Company company) {
    return company.api().get("/auth/connection").data().path("consent").asText();
  }

  private static List<Entry> tokenRequests(Company company) {
    return company.received("POST", "/oauth-v1/token");
  }
}
