package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Fortnox says arrives in English, with its own words beside, under a status that fits. */
@ExtendWith(SystemExtension.class)
@SideBySide
class ErrorMappingTest {

  private static final String NEW_CUSTOMER =
      "{\"contactType\":\"COMPANY\",\"companyName\":\"Åkeri Öst AB\"}";

  private final LocalSystem system;

  ErrorMappingTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void anUnknownCustomerIsA404WithFortnoxsWords() {
    Answer answer = system.company().api().get("/accounting/customers/4711");

    assertThat(answer.status()).isEqualTo(404);
    assertProblem(answer, "fortnox-not-found", 2000433, "Kan inte hitta kunden.", false);
  }

  @Test
  void aTakenNumberIsAConflictWithFortnoxsWords() {
    Company company = system.company();
    String numbered =
        "{\"contactType\":\"COMPANY\",\"companyName\":\"Åkeri Öst AB\",\"number\":\"K-77\"}";
    company.create(numbered);

    Answer answer = company.api().post("/accounting/customers", numbered);

    assertThat(answer.status()).isEqualTo(409);
    assertProblem(answer, "fortnox-conflict", 2000637, "Kundnummer K-77 används redan.", false);
    assertThat(answer.problem().path("detail").asText()).contains("K-77");
  }

  @Test
  void anUnknownReferenceIsTheBodysFaultAndNoMissingCustomer() {
    Answer answer =
        system
            .company()
            .api()
            .post("/accounting/customers", "{\"companyName\":\"Bo\",\"paymentTerms\":\"NIX\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertProblem(answer, "fortnox-refused", 2000429, "Kan inte hitta betalningsvillkoret.", false);
  }

  @Test
  void aMissingLicenceIsA403() {
    Company company = system.company();
    company.atFortnox().missingLicences(Set.of("customer"));

    Answer answer = company.api().get("/accounting/customers");

    assertThat(answer.status()).isEqualTo(403);
    assertProblem(
        answer, "licence-missing", 2001101, "Det finns ingen aktiv licens för önskat scope", false);
  }

  @Test
  void aMissingApiLicenceIsA403() {
    Company company = system.company();
    company.atFortnox().missingApiLicence(true);

    Answer answer = company.api().get("/accounting/suppliers");

    assertThat(answer.status()).isEqualTo(403);
    assertProblem(answer, "licence-missing", 2001103, "Api-licens saknas.", false);
  }

  @Test
  void aMissingPermissionIsA403() {
    Vendor vendor = system.vendor("user");
    Company company = vendor.connect(system.newCompany());
    company.atFortnox().missingPermissions(Set.of("supplier"));

    Answer answer = company.api().get("/accounting/suppliers");

    assertThat(answer.status()).isEqualTo(403);
    assertProblem(
        answer, "permission-missing", 2003275, "Saknar behörighet för leverantörsregister.", false);
  }

  @ParameterizedTest
  @CsvSource({
    "500, 502, fortnox-unavailable",
    "502, 502, fortnox-unavailable",
    "503, 502, fortnox-unavailable",
    "504, 502, fortnox-unavailable",
    "429, 429, rate-limited"
  })
  void troubleAtFortnoxIsRetriableAndSaysWhen(int fortnox, int status, String code) {
    Company company = system.company();
    company.trouble("GET", "/3/customers").once().answers(fortnox);

    Answer answer = company.api().get("/accounting/customers");

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.problem().path("retriable").asBoolean()).isTrue();
    assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 10);
    assertThat(answer.text()).doesNotContain("<html", "<title");
  }

  @Test
  void aReadWhoseReplyIsCutIsATimeout() {
    Company company = system.company();
    // Twice: over plain HTTP the JDK repeats a GET whose connection broke, over TLS it's kept from
    // it.
    company.trouble("GET", "/3/customers").times(2).losesTheReply();

    Answer answer = company.api().get("/accounting/customers");

    assertThat(answer.status()).as(answer.text()).isEqualTo(504);
    assertThat(answer.code()).isEqualTo("fortnox-timeout");
    assertThat(answer.problem().path("retriable").asBoolean()).isTrue();
  }

  @Test
  void aWriteThatFortnoxRefusesIsNotRepeated() {
    Company company = system.company();
    company.atFortnox().missingLicences(Set.of("customer"));

    Answer answer = company.api().post("/accounting/customers", NEW_CUSTOMER);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("licence-missing");
    assertThat(company.received("POST", "/3/customers")).hasSize(1);
  }

  private static void assertProblem(
      Answer answer, String code, int fortnoxCode, String swedish, boolean retriable) {
    JsonNode problem = answer.problem();
    assertThat(answer.code()).isEqualTo(code);
    assertThat(problem.path("fortnox").path("code").asText())
        .isEqualTo(String.valueOf(fortnoxCode));
    assertThat(problem.path("fortnox").path("message").asText()).isEqualTo(swedish);
    assertThat(problem.path("detail").asText()).isNotBlank().isNotEqualTo(swedish);
    assertThat(problem.path("retriable").asBoolean()).isEqualTo(retriable);
    assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
  }
}
