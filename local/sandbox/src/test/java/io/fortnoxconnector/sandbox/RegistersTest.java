package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistersTest {

  private Sandbox sandbox;
  private TestClient client;

  @BeforeEach
  void start() {
    sandbox = TestClient.sandbox(Sandbox.options().limit(RateLimit.Kind.NONE));
    client = TestClient.connected(sandbox, "123456");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aSupplierHasDefaultsAndAFatRowInTheList() {
    var reply =
        client.post(
            "/suppliers",
            "{'Supplier':{'Name':'Leverantören','BG':'5050-1055','VATType':'REVERSE'}}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.location()).isEqualTo("suppliers");
    assertThat(reply.json().path("Supplier").path("VATType").asText()).isEqualTo("REVERSE");
    var row = client.get("/suppliers?name=leverant").json().path("Suppliers").path(0);
    assertThat(row.path("BG").asText()).isEqualTo("5050-1055");
    assertThat(row.path("Active").booleanValue()).isTrue();
    assertThat(client.delete("/suppliers/1").status()).isEqualTo(204);
    assertThat(client.post("/suppliers", "{'Supplier':{'Name':'A','SupplierNumber':'1'}}").status())
        .isEqualTo(400);
  }

  @Test
  void customerReferencesAreRowsOfTheirOwn() {
    client.post("/customers", "{'Customer':{'Name':'A'}}");
    client.post("/customers", "{'Customer':{'Name':'B'}}");

    var first = reference("1", "Anna");
    reference("2", "Bo");

    assertThat(first.path("Id").isInt()).isTrue();
    assertThat(references("?customer=1").findValuesAsText("Reference")).containsExactly("Anna");
    assertThat(references("")).hasSize(2);
    var changed =
        client.put("/customerreferences/1", "{'CustomerReferenceRow':{'Reference':'Ann'}}");
    assertThat(changed.json().path("CustomerReferenceRow").path("Reference").asText())
        .isEqualTo("Ann");
    assertThat(client.delete("/customerreferences/1").status()).isEqualTo(204);
    assertThat(client.get("/customerreferences/1").status()).isEqualTo(404);
  }

  @Test
  void aReferenceNeedsItsCustomerAndGoesWithIt() {
    assertThat(
            client
                .post(
                    "/customerreferences",
                    "{'CustomerReferenceRow':{'CustomerNumber':'1','Reference':'A'}}")
                .code())
        .isEqualTo(2000433);
    client.post("/customers", "{'Customer':{'Name':'A'}}");
    reference("1", "Anna");

    client.delete("/customers/1");

    assertThat(references("")).isEmpty();
  }

  @Test
  void aCodeIsUniqueAndCannotBeChanged() {
    var unit = "{'Unit':{'Code':'lass','Description':'Lass'}}";
    assertThat(client.post("/units", unit).status()).isEqualTo(201);

    assertThat(client.post("/units", unit).status()).isEqualTo(400);
    assertThat(client.put("/units/lass", "{'Unit':{'Code':'other'}}").code()).isEqualTo(2000321);
    assertThat(client.delete("/units/lass").status()).isEqualTo(204);
    assertThat(client.post("/units", unit).status()).isEqualTo(201);
  }

  @Test
  void datesAndStatesOfProjectsAreChecked() {
    assertThat(project("'EndDate':'2026-02-30'").code()).isEqualTo(2000359);
    assertThat(project("'Status':'DONE'").code()).isEqualTo(2000359);
    assertThat(project("'EndDate':'2026-02-28','Status':'COMPLETED'").status()).isEqualTo(201);
  }

  @Test
  void customersCreatedAtTheSameTimeGetNumbersOfTheirOwn() throws Exception {
    var calls = new ArrayList<Callable<String>>();
    for (int i = 0; i < 100; i++) {
      calls.add(
          () ->
              client
                  .post("/customers", "{'Customer':{'Name':'A'}}")
                  .json()
                  .path("Customer")
                  .path("CustomerNumber")
                  .asText());
    }
    var numbers = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var number : threads.invokeAll(calls)) {
        numbers.add(number.get());
      }
    }

    assertThat(numbers).doesNotHaveDuplicates().hasSize(100).contains("1", "100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "articles; {'Article':{'Description':'A','SalesAccount':3999}}",
        "customers; {'Customer':{'Name':'A','SalesAccount':'3999'}}",
        "suppliers; {'Supplier':{'Name':'A','PreDefinedAccount':'3999'}}"
      })
  void anAccountMustBeInTheChart(String register, String body) {
    var refused = client.post("/" + register, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(2000423);
    assertThat(client.post("/" + register, body.replace("3999", "3004")).status()).isEqualTo(201);
  }

  private TestClient.Reply project(String fields) {
    return client.post("/projects", "{'Project':{'Description':'A'," + fields + "}}");
  }

  private JsonNode reference(String customer, String name) {
    return client
        .post(
            "/customerreferences",
            "{'CustomerReferenceRow':{'CustomerNumber':'%s','Reference':'%s'}}"
                .formatted(customer, name))
        .json()
        .path("CustomerReferenceRow");
  }

  private JsonNode references(String query) {
    return client
        .get("/customerreferences" + query)
        .json()
        .path("CustomerReference")
        .path("CustomerReferenceRows");
  }
}
