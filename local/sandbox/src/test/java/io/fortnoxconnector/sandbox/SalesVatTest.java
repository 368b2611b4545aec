package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The VAT of what is sold, as far as nobody names it. */
class SalesVatTest {

  private static final Set<String> SCOPES = Set.of("customer", "invoice", "article", "bookkeeping");

  private Sandbox sandbox;
  private TestClient client;

  @BeforeEach
  void start() {
    sandbox = TestClient.sandbox(Sandbox.options().limit(RateLimit.Kind.NONE));
    sandbox.registerApp("sales", "secret", TestClient.CALLBACK, SCOPES, true);
    client = TestClient.with(sandbox, sandbox.connect("sales", "123456", SCOPES, true));
    client.post("/customers", "{'Customer':{'Name':'A'}}");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonNode row(String fields) {
    return client
        .post(
            "/invoices",
            "{'Invoice':{'CustomerNumber':'1','InvoiceRows':[{'Price':100,'DeliveredQuantity':1"
                + fields
                + "}]}}")
        .json()
        .at("/Invoice/InvoiceRows/0");
  }

  @ParameterizedTest
  @CsvSource({"3001, 25", "3002, 12", "3003, 6", "3004, 0", "3108, 0"})
  void aRowTakesWhatItsAccountsCodeSays(String account, int percent) {
    assertThat(row(",'AccountNumber':" + account).path("VAT").asInt()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"MP1, 25", "MP2, 12", "MP3, 6", "MF, 0", "UTF, 0"})
  void anAccountOfTheCompanysOwnCountsAsMuch(String code, int percent) {
    client.post(
        "/accounts",
        "{'Account':{'Number':3055,'Description':'Böcker','VATCode':'%s'}}".formatted(code));
    client.post(
        "/articles", "{'Article':{'ArticleNumber':'1','Description':'Bok','SalesAccount':3055}}");

    assertThat(client.get("/articles/1").json().at("/Article/VAT").asInt()).isEqualTo(percent);
    assertThat(row(",'AccountNumber':3055").path("VAT").asInt()).isEqualTo(percent);
    assertThat(row(",'ArticleNumber':'1'").path("VAT").asInt()).isEqualTo(percent);
  }

  @Test
  void anAccountWhoseCodeChangesSellsWithTheNewVatFromThenOn() {
    assertThat(row("").path("VAT").asInt()).isEqualTo(25);

    client.put("/accounts/3001", "{'Account':{'VATCode':'MP3'}}");

    assertThat(row("").path("VAT").asInt()).isEqualTo(6);
    assertThat(client.get("/invoices/1").json().at("/Invoice/InvoiceRows/0/VAT").asInt())
        .isEqualTo(25);
  }

  @Test
  void whoNamesAPercentageGetsIt() {
    assertThat(row(",'AccountNumber':3001,'VAT':12").path("VAT").asInt()).isEqualTo(12);
  }
}
