package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.TestClient.Reply;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomersTest {

  private Sandbox sandbox;
  private TestClient client;

  @BeforeEach
  void start() {
    var clock = Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC);
    sandbox = TestClient.sandbox(Sandbox.options().clock(clock).limit(RateLimit.Kind.NONE));
    client = TestClient.connected(sandbox, "123456");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aNameIsEnoughAndTheRestHasFortnoxsDefaults() {
    var reply = client.post("/customers", "{'Customer':{'Name':'A value'}}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.location()).isEqualTo("customers");
    var customer = reply.json().path("Customer");
    assertThat(customer.path("CustomerNumber").textValue()).isEqualTo("1");
    assertThat(customer.path("Active").booleanValue()).isTrue();
    assertThat(customer.path("Currency").textValue()).isEqualTo("SEK");
    assertThat(customer.path("Type").textValue()).isEqualTo("COMPANY");
    assertThat(customer.path("DefaultDeliveryTypes").path("Offer").textValue()).isEqualTo("PRINT");
    assertThat(customer.path("Email").textValue()).isEmpty();
    assertThat(customer.path("Address1").isNull()).isTrue();
    assertThat(customer.path("Country").isNull()).isTrue();
  }

  @Test
  void numbersFollowTheSeriesAndSkipTheOnesInUse() {
    create("'Name':'One'");
    create("'Name':'Two','CustomerNumber':'2'");

    assertThat(create("'Name':'Three'").path("CustomerNumber").asText()).isEqualTo("3");
  }

  @Test
  void aNumberStaysTakenAfterItsCustomerIsGone() {
    create("'Name':'One'");
    assertThat(client.delete("/customers/1").status()).isEqualTo(204);

    var reply = client.post("/customers", "{'Customer':{'Name':'Two','CustomerNumber':'1'}}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body())
        .isEqualTo(
            "{\"ErrorInformation\":{\"error\":1,\"message\":\"Kundnummer 1 anv\\u00e4nds"
                + " redan.\",\"code\":2000637}}");
    assertThat(client.get("/customers/1").status()).isEqualTo(404);
  }

  @Test
  void whatIsNotThereIsToldInPascalCase() {
    var reply = client.get("/customers/123456789");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body())
        .isEqualTo(
            "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta"
                + " kunden.\",\"Code\":2000433}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'Customer':{'Name':'A','price':1}}                          | 2001399
          {'Customer':{'name':'A'}}                                    | 2001399
          {'Customer':{'Name':'A','@url':'x'}}                         | 2001399
          {'Name':'A'}                                                 | 2001392
          {'Customer':['A']}                                           | 2001392
          {'Customer':{'Name':'A'                                      | 2002115
          {'Customer':{'Name':'A','Country':'Sverige'}}                | 2000321
          {'Customer':{'Name':'A','CountryCode':'XX'}}                 | 2000919
          {'Customer':{'Name':'A','Currency':'XXX'}}                   | 2000427
          {'Customer':{'Name':'A','TermsOfPayment':'31'}}              | 2000429
          {'Customer':{'Name':'A','PriceList':'Z'}}                    | 2000431
          {'Customer':{'Name':'A','Project':'none'}}                   | 2001161
          {'Customer':{'Name':'A','Type':'UNDEFINED'}}                 | 2001200
          {'Customer':{'Name':'A','ZipCode':'12345678901'}}            | 2000107
          {'Customer':{'Name':'A','Active':'maybe'}}                   | 2000134
          {'Customer':{'Name':'A','InvoiceDiscount':'much'}}           | 2000108
          {'Customer':{'Name':'A','CustomerNumber':'a b'}}             | 2000106
          {'Customer':{'Name':'A','Email':'nobody'}}                   | 2000359
          {'Customer':{'Name':'A','OrganisationNumber':'556036-0794'}} | 2000359
          {'Customer':{'Name':'A — B'}}                                | 2000359
          {'Customer':{'Name':'A','VATNumber':'556036'}}               | 2004194
          {'Customer':{'Name':'A','DefaultDeliveryTypes':'EMAIL'}}     | 2002649
          {'Customer':{'Name':{'First':'A'}}}                          | 2002649
          {'Customer':{'City':'Växjö'}}                                | 2000699
          """)
  void whatFortnoxRefusesIsRefusedWithItsCode(String body, int code) {
    var reply = client.post("/customers", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(sandbox.company("123456").customers()).isEmpty();
  }

  @Test
  void aCountryIsWrittenAsCodeAndReadAsSwedishName() {
    var customer = create("'Name':'A','CountryCode':'SE','DeliveryCountryCode':'DE'");

    assertThat(customer.path("Country").asText()).isEqualTo("Sverige");
    assertThat(customer.path("DeliveryCountry").asText()).isEqualTo("Tyskland");
  }

  @Test
  void aSalesAccountSentAsTextComesBackAsNumber() {
    assertThat(create("'Name':'A','SalesAccount':'3001'").path("SalesAccount").isInt()).isTrue();
  }

  @Test
  void onlyTheMagicValueClearsAField() {
    create("'Name':'A','City':'Malmö','Comments':'x','YourReference':'y'");

    var customer =
        client
            .put(
                "/customers/1",
                "{'Customer':{'City':'','Comments':null,'YourReference':'API_BLANK'}}")
            .json()
            .path("Customer");

    assertThat(customer.path("City").asText()).isEqualTo("Malmö");
    assertThat(customer.path("Comments").asText()).isEqualTo("x");
    assertThat(customer.path("YourReference").textValue()).isEmpty();
  }

  @Test
  void aClearedCountryCodeTakesTheNameWithIt() {
    create("'Name':'A','CountryCode':'SE'");

    var customer =
        client
            .put("/customers/1", "{'Customer':{'CountryCode':'API_BLANK'}}")
            .json()
            .path("Customer");

    assertThat(customer.path("Country").isNull()).isTrue();
  }

  @Test
  void theNameCannotBeCleared() {
    create("'Name':'A'");

    var reply = client.put("/customers/1", "{'Customer':{'Name':'API_BLANK'}}");

    assertThat(reply.code()).isEqualTo(2000699);
    assertThat(client.get("/customers/1").json().path("Customer").path("Name").asText())
        .isEqualTo("A");
  }

  @Test
  void aRefusedChangeChangesNothing() {
    create("'Name':'A','City':'Malmö'");

    client.put("/customers/1", "{'Customer':{'City':'Lund','Currency':'XXX'}}");

    assertThat(sandbox.company("123456").customers().getFirst().path("City").asText())
        .isEqualTo("Malmö");
  }

  @Test
  void aCustomerOfAnOldTypeCanBeReadButNotChanged() {
    sandbox
        .company("123456")
        .seed(
            "customers",
            FortnoxJson.object()
                .put("CustomerNumber", "9")
                .put("Name", "Old")
                .put("Type", "UNDEFINED"));

    assertThat(client.get("/customers/9").status()).isEqualTo(200);
    assertThat(client.put("/customers/9", "{'Customer':{'City':'Lund'}}").code())
        .isEqualTo(2001200);
    assertThat(client.put("/customers/9", "{'Customer':{'Type':'COMPANY'}}").status())
        .isEqualTo(200);
  }

  @Test
  void partsOfAnObjectChangeAlone() {
    create("'Name':'A'");

    var types =
        client
            .put("/customers/1", "{'Customer':{'DefaultDeliveryTypes':{'Invoice':'EMAIL'}}}")
            .json()
            .path("Customer")
            .path("DefaultDeliveryTypes");

    assertThat(types.path("Invoice").asText()).isEqualTo("EMAIL");
    assertThat(types.path("Order").asText()).isEqualTo("PRINT");
  }

  @Test
  void aChangeWithoutANumberInThePathIsRefused() {
    assertThat(client.put("/customers/", "{'Customer':{'Name':'A'}}").code()).isEqualTo(2000729);
  }

  @Test
  void aListShowsThinRowsWithEmptyTextForWhatIsUnset() {
    create("'Name':'A','Phone1':'08-1'");

    var row = client.get("/customers").json().path("Customers").path(0);

    assertThat(TestClient.keys(row))
        .containsExactlyInAnyOrder(
            "@url",
            "Address1",
            "Address2",
            "City",
            "CustomerNumber",
            "Email",
            "Name",
            "OrganisationNumber",
            "Phone",
            "ZipCode");
    assertThat(row.path("Phone").asText()).isEqualTo("08-1");
    assertThat(row.path("City").textValue()).isEmpty();
  }

  @Test
  void anEmptyListHasNoPages() {
    assertThat(client.get("/customers/").body())
        .isEqualTo(
            "{\"MetaInformation\":{\"@TotalResources\":0,\"@TotalPages\":0,\"@CurrentPage\":1},"
                + "\"Customers\":[]}");
  }

  @Test
  void aListComesInPagesByNumber() {
    for (int i = 0; i < 12; i++) {
      create("'Name':'Customer'");
    }

    var second = client.get("/customers?limit=5&page=2").json();

    assertThat(numbers(second)).containsExactly("6", "7", "8", "9", "10");
    assertThat(second.path("MetaInformation").path("@TotalResources").asInt()).isEqualTo(12);
    assertThat(second.path("MetaInformation").path("@TotalPages").asInt()).isEqualTo(3);
    assertThat(second.path("MetaInformation").path("@CurrentPage").asInt()).isEqualTo(2);
    assertThat(numbers(client.get("/customers?limit=5&offset=10").json()))
        .containsExactly("11", "12");
    assertThat(client.get("/customers?limit=5&page=4").code()).isEqualTo(2001889);
    assertThat(client.get("/customers?limit=501").code()).isEqualTo(2000588);
  }

  @Test
  void aPageBeyondTheEndMayAlsoBeEmpty() {
    try (var lenient = TestClient.sandbox(Sandbox.options().refusesPagesBeyondTheEnd(false))) {
      var reply = TestClient.connected(lenient, "123456").get("/customers?page=7");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().path("Customers")).isEmpty();
    }
  }

  @Test
  void aSearchFindsWhatContainsTheText() {
    create("'Name':'Åkeri Öst AB','City':'Lund'");
    create("'Name':'Test customer','City':'Malmö'");

    assertThat(numbers(client.get("/customers?name=%C3%A5keri").json())).containsExactly("1");
    assertThat(numbers(client.get("/customers?name=T").json())).containsExactly("1", "2");
    assertThat(numbers(client.get("/customers?name=t&city=malm").json())).containsExactly("2");
    assertThat(numbers(client.get("/customers?Name=zzz").json())).hasSize(2);
    assertThat(client.get("/customers?name=%3Cb%3E").status()).isEqualTo(400);
  }

  @Test
  void aFilterPicksActiveOrInactive() {
    create("'Name':'A'");
    create("'Name':'B','Active':false");

    assertThat(numbers(client.get("/customers?filter=active").json())).containsExactly("1");
    assertThat(numbers(client.get("/customers?filter=inactive").json())).containsExactly("2");
    assertThat(client.get("/customers?filter=doesntexist").code()).isEqualTo(2000587);
  }

  @Test
  void aListIsSortedOnRequest() {
    create("'Name':'b'");
    create("'Name':'A'");

    assertThat(numbers(client.get("/customers?sortby=name").json())).containsExactly("2", "1");
    assertThat(numbers(client.get("/customers?sortby=customernumber&sortorder=descending").json()))
        .containsExactly("2", "1");
    assertThat(client.get("/customers?sortby=City").code()).isEqualTo(2000588);
  }

  @Test
  void changesAreFoundBySwedishTime() {
    create("'Name':'A'");
    sandbox.clock().advance(Duration.ofMinutes(10));
    create("'Name':'B'");

    assertThat(numbers(client.get("/customers?lastmodified=2026-11-02+09:10").json()))
        .containsExactly("2");
    assertThat(numbers(client.get("/customers?lastmodified=2026-11-02%2009:00:00").json()))
        .containsExactly("1", "2");
    assertThat(client.get("/customers?lastmodified=yesterday").code()).isEqualTo(2000588);

    client.put("/customers/1", "{'Customer':{'City':'Lund'}}");

    assertThat(numbers(client.get("/customers?lastmodified=2026-11-02%2009:10").json()))
        .containsExactly("1", "2");
  }

  @Test
  void answersCarryFortnoxsHeaders() {
    var reply = client.get("/customers");

    assertThat(reply.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("server", "Fortnox")
        .containsKeys("x-build", "x-rack-responsetime");
    assertThat(reply.headers().get("x-uid")).matches("[0-9a-f]{8}");
  }

  @Test
  void theUrlOfARowCanBeFollowed() {
    create("'Name':'A','CustomerNumber':'K/7'");

    var url = client.get("/customers").json().path("Customers").path(0).path("@url").asText();

    assertThat(url).isEqualTo(sandbox.apiUrl() + "/3/customers/K%2F7");
    assertThat(client.get(url.substring(url.indexOf("/customers"))).status()).isEqualTo(200);
  }

  @Test
  void whatIsNotJsonIsNotTaken() {
    var token = sandbox.connect("client", "123456", TestClient.SCOPES, true).accessToken();

    var reply =
        TestClient.open(
            sandbox,
            "/3/customers",
            "Authorization",
            "Bearer " + token,
            "Accept",
            "application/pdf");

    assertThat(reply.code()).isEqualTo(1000030);
  }

  @Test
  void aBodyMustBeLabelledAsJson() {
    var token = sandbox.connect("client", "123456", TestClient.SCOPES, true).accessToken();

    var reply =
        TestClient.form(
            sandbox, "/3/customers", "", Map.of("a", "b"), "Authorization", "Bearer " + token);

    assertThat(reply.code()).isEqualTo(1000031);
  }

  @Test
  void aSeededRecordIsFilledWithDefaults() {
    sandbox
        .company("123456")
        .seed("customers", FortnoxJson.object().put("CustomerNumber", "9").put("Name", "Seed"));

    assertThat(client.get("/customers/9").json().path("Customer").path("Currency").asText())
        .isEqualTo("SEK");
  }

  private JsonNode create(String fields) {
    Reply reply = client.post("/customers", "{'Customer':{" + fields + "}}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json().path("Customer");
  }

  private static List<String> numbers(JsonNode list) {
    return StreamSupport.stream(list.path("Customers").spliterator(), false)
        .map(row -> row.path("CustomerNumber").asText())
        .toList();
  }
}
