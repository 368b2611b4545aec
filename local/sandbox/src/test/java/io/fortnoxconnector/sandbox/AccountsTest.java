package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Financial years, and accounts that each of them has. */
class AccountsTest {

  private Sandbox sandbox;
  private TestClient client;

  @BeforeEach
  void start() {
    sandbox = TestClient.sandbox(Sandbox.options().limit(RateLimit.Kind.NONE));
    sandbox.registerApp(
        "ledger", "secret", TestClient.CALLBACK, Set.of("bookkeeping", "costcenter"), true);
    client =
        TestClient.with(sandbox, sandbox.connect("ledger", "123456", Set.of("bookkeeping"), true));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonNode account(String path) {
    return client.get("/accounts/" + path).json().path("Account");
  }

  @Test
  void anAccountIsOfOneFinancialYearAndTheCurrentOneUnlessAnotherIsAskedFor() {
    var made =
        client.post(
            "/accounts?financialyear=1", "{'Account':{'Number':'1935','Description':'Valuta'}}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("Account").path("Number").isInt()).isTrue();
    assertThat(made.json().path("Account").path("Year").asInt()).isEqualTo(1);
    assertThat(made.json().findValue("@url").asText()).endsWith("/3/accounts/1935?financialyear=1");
    assertThat(client.get("/accounts/1935").status()).isEqualTo(404);
    assertThat(client.get("/accounts/1935").code()).isEqualTo(2000423);
    assertThat(account("1935?financialyear=1").path("Description").asText()).isEqualTo("Valuta");
    assertThat(account("1930").path("Year").asInt()).isEqualTo(2);
  }

  @Test
  void aYearIsChosenByADayOfItToo() {
    var firstYear = client.get("/financialyears/1").json().path("FinancialYear");

    var found =
        client
            .get("/accounts?limit=1&financialyeardate=" + firstYear.path("ToDate").asText())
            .json();

    assertThat(found.path("Accounts").path(0).path("Year").asInt()).isEqualTo(1);
    assertThat(client.get("/accounts?financialyear=9").status()).isEqualTo(400);
  }

  @Test
  void theCurrentYearIsTheLatestOnceNoneHasTheDay() {
    sandbox.clock().advance(Duration.ofDays(800));
    client =
        TestClient.with(sandbox, sandbox.connect("ledger", "123456", Set.of("bookkeeping"), true));

    assertThat(account("1930").path("Year").asInt()).isEqualTo(2);
  }

  @Test
  void aNumberIsTakenOnceAYear() {
    var body = "{'Account':{'Number':1930,'Description':'Bank'}}";

    assertThat(client.post("/accounts", body).status()).isEqualTo(400);
    assertThat(client.post("/accounts", "{'Account':{'Number':193,'Description':'A'}}").status())
        .isEqualTo(400);
    assertThat(client.post("/accounts", "{'Account':{'Description':'A'}}").code())
        .isEqualTo(2000699);
    assertThat(client.delete("/accounts/1930").status()).isEqualTo(204);
    assertThat(client.post("/accounts", body).status()).isEqualTo(201);
  }

  @Test
  void theYearCannotBeSentInTheDocument() {
    assertThat(
            client
                .post("/accounts", "{'Account':{'Number':1935,'Description':'A','Year':2}}")
                .code())
        .isEqualTo(2000321);
  }

  @Test
  void theOpeningBalanceIsWhatIsLeftWhileNothingIsBooked() {
    client.put("/accounts/1930", "{'Account':{'BalanceBroughtForward':1000.5}}");

    assertThat(account("1930").path("BalanceCarriedForward").decimalValue())
        .isEqualByComparingTo("1000.5");
  }

  @Test
  void aFinancialYearIsFoundByADay() {
    var years = client.get("/financialyears").json().path("FinancialYears");
    assertThat(years).hasSize(2);
    var day = years.path(1).path("FromDate").asText();

    assertThat(client.get("/financialyears?date=" + day).json().findValuesAsText("Id"))
        .containsExactly("2");
    assertThat(client.get("/financialyears?date=1999-01-01").json().path("FinancialYears"))
        .isEmpty();
  }
}
