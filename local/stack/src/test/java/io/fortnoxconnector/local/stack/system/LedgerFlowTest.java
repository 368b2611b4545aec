package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static io.fortnoxconnector.local.stack.system.Fields.assertNamesEveryWritableField;
import static io.fortnoxconnector.local.stack.system.Fields.assertReadsBack;
import static io.fortnoxconnector.local.stack.system.Fields.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, projects, cost centres, financial years and dimensions, as a program sees them. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class LedgerFlowTest {

  private static final String ACCOUNTS = "/accounting/accounts";
  private static final String PROJECTS = "/accounting/projects";
  private static final String COST_CENTERS = "/accounting/costCenters";
  private static final String OPTIONS = "/accounting/trackingCategories/costCenters/options";

  /** Every field that can be written, in the form in which it reads back. */
  private static final String FULL_ACCOUNT =
      """
      {"number":"1935","code":"1935","name":"Valutakonto","status":"ACTIVE","fiscalYear":"2",
       "openingBalance":-1250.75,"vatCode":"MP1","sruCode":7281,"costCenter":"KTR",
       "costCenterUse":"MANDATORY","projectId":"P1","projectUse":"NOTALLOWED",
       "transactionInformation":"Kurs","transactionInformationUse":"ALLOWED",
       "openingQuantities":[{"balance":5,"projectId":"P1"}]}
      """;

  private static final String FULL_PROJECT =
      """
      {"number":"P-17","code":"P-17","name":"Ombyggnad","description":"Etapp 2",
       "startDate":"2026-01-31","endDate":"2026-12-31","stage":"NOTSTARTED","status":"ACTIVE",
       "contactPerson":"Anna","projectLeader":"Bo"}
      """;

  private static final String FULL_COST_CENTER =
      """
      {"code":"LA","name":"Lager","description":"Växjö","status":"CLOSED"}
      """;

  private final LocalSystem system;

  LedgerFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void everyFieldOfAnAccountIsStoredAndReadBack() {
    everyField("accounts", FULL_ACCOUNT, "1935");
  }

  @Test
  void everyFieldOfAProjectIsStoredAndReadBack() {
    everyField("projects", FULL_PROJECT, "P-17");
  }

  @Test
  void everyFieldOfACostCentreIsStoredAndReadBack() {
    everyField("costCenters", FULL_COST_CENTER, "LA");
  }

  private void everyField(String resource, String body, String id) {
    Caller api = system.company().api();
    String path = "/accounting/" + resource;
    JsonNode sent = tree(body);
    assertNamesEveryWritableField(sent, api.get("/accounting/capabilities").data().path(resource));

    Answer created = api.post(path, body);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(path + "/" + id);
    assertThat(created.warnings()).isEmpty();
    assertReadsBack(sent, created.data());
    JsonNode read = api.get(path + "/" + id).data();
    assertReadsBack(sent, read);
    Answer same = api.put(path + "/" + id, read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(api.get(path + "/" + id).data()).isEqualTo(read);
    assertThat(api.delete(path + "/" + id).status()).isEqualTo(200);
    assertThat(api.get(path + "/" + id).status()).isEqualTo(404);
    assertThat(api.delete(path + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void anAccountOfAnotherYearIsWrittenAndReadThere() {
    Company company = system.company();
    Caller api = company.api();

    Answer created =
        api.post(ACCOUNTS, "{\"number\":\"1935\",\"name\":\"Valuta\",\"fiscalYear\":\"1\"}");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.data().path("fiscalYear").asText()).isEqualTo("1");
    assertThat(api.get(ACCOUNTS + "/1935").status()).isEqualTo(404);
    assertThat(api.get(ACCOUNTS + "/1935?fiscalYear=1").data().path("name").asText())
        .isEqualTo("Valuta");
    Answer patched = api.patch(ACCOUNTS + "/1935", "{\"fiscalYear\":\"1\",\"vatCode\":\"MP2\"}");
    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    assertThat(api.get(ACCOUNTS + "/1935?fiscalYear=1").data().path("vatCode").asText())
        .isEqualTo("MP2");
    assertThat(company.received("PUT", "/3/accounts/1935").getLast().query())
        .isEqualTo("financialyear=1");
    assertThat(tree(company.received("PUT", "/3/accounts/1935").getLast().body()).toString())
        .isEqualTo("{\"Account\":{\"VATCode\":\"MP2\"}}");
  }

  @Test
  void accountsAreListedByYearAndExpandedInTheSameYear() {
    Company company = system.company();
    Caller api = company.api();
    String lastDay = api.get("/accounting/fiscalYears/1").data().path("endDate").asText();

    Answer listed = api.get(ACCOUNTS + "?limit=2&page=2&fiscalYear=1&sortBy=number");

    assertThat(listed.status()).as(listed.text()).isEqualTo(200);
    assertThat(listed.data().findValuesAsText("fiscalYear")).containsExactly("1", "1");
    assertThat(listed.data().findValuesAsText("id")).containsExactly("1920", "1930");
    Answer expanded = api.get(ACCOUNTS + "?limit=2&expand=full&fiscalYearStartDate=" + lastDay);
    assertThat(expanded.data().findValuesAsText("fiscalYear")).containsExactly("1", "1");
    assertThat(expanded.data().path(0).path("balance").isNumber()).isTrue();
    assertThat(api.get(ACCOUNTS + "?fiscalYear=99").status()).isEqualTo(400);
    assertThat(api.get(ACCOUNTS + "?fiscalYear=first").code()).isEqualTo("parameter-invalid");
    assertThat(api.get(ACCOUNTS + "/1930?fiscalYear=first").code()).isEqualTo("parameter-invalid");
  }

  @Test
  void anAccountWhoseReplyWasLostIsFoundByItsNumberInItsYear() {
    Company company = system.company();
    company.trouble("POST", "/3/accounts").once().failsAfterwardsWith(503);
    String task =
        company.later(
            "POST", ACCOUNTS, "{\"number\":\"1936\",\"name\":\"Valuta\",\"fiscalYear\":\"1\"}");

    JsonNode finished = company.finished(task);

    assertThat(finished.path("state").asText()).as("%s", finished).isEqualTo("DONE");
    assertThat(finished.path("responseData").path("fiscalYear").asText()).isEqualTo("1");
    assertThat(company.received("POST", "/3/accounts")).hasSize(1);
    assertThat(company.received("GET", "/3/accounts/1936").getLast().query())
        .isEqualTo("financialyear=1");
  }

  @Test
  void aPatchOfAProjectChangesWhatItNamesAndNullClears() {
    Caller api = system.company().api();
    assertThat(api.post(PROJECTS, FULL_PROJECT).status()).isEqualTo(201);
    JsonNode before = api.get(PROJECTS + "/P-17").data();

    Answer patched =
        api.patch(
            PROJECTS + "/P-17", "{\"status\":\"CLOSED\",\"endDate\":null,\"description\":null}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    JsonNode after = api.get(PROJECTS + "/P-17").data();
    assertThat(after.path("status").asText()).isEqualTo("CLOSED");
    assertThat(after.path("stage").asText()).isEqualTo("COMPLETED");
    assertThat(after.path("endDate").isNull()).isTrue();
    assertThat(after.path("description").isNull()).isTrue();
    String[] changed = {"status", "stage", "endDate", "description"};
    assertThat(without(after, changed)).isEqualTo(without(before, changed));
  }

  @Test
  void projectsAreFilteredByNameAndLeader() {
    Caller api = system.company().api();
    api.post(PROJECTS, FULL_PROJECT);
    api.post(PROJECTS, "{\"name\":\"Flytt\",\"projectLeader\":\"Cecilia\"}");

    assertThat(api.get(PROJECTS + "?name=flytt").data().findValuesAsText("name"))
        .containsExactly("Flytt");
    assertThat(api.get(PROJECTS + "?projectLeader=bo").data().findValuesAsText("name"))
        .containsExactly("Ombyggnad");
    assertThat(api.get(PROJECTS + "?lastModifiedAt=2026-01-01").code())
        .isEqualTo("parameter-invalid");
  }

  @Test
  void financialYearsAreReadAndFoundByADay() {
    Caller api = system.company().api();

    Answer all = api.get("/accounting/fiscalYears");

    assertThat(all.data().findValuesAsText("id")).containsExactly("1", "2");
    assertThat(all.warnings()).isEmpty();
    String day = all.data().path(1).path("startDate").asText();
    assertThat(api.get("/accounting/fiscalYears?date=" + day).data().findValuesAsText("id"))
        .containsExactly("2");
    assertThat(api.get("/accounting/fiscalYears/2").data()).isEqualTo(all.data().path(1));
    assertThat(api.post("/accounting/fiscalYears", "{}").code()).isEqualTo("method-unknown");
  }

  @Test
  void theCategoriesAreTheSameTwoForEveryCompany() {
    Caller api = system.company().api();

    for (String path : List.of("/accounting/trackingCategories", "/accounting/v2/dimensions")) {
      Answer listed = api.get(path);
      assertThat(listed.data().findValuesAsText("dimension"))
          .containsExactly("costCenters", "projects");
      assertThat(listed.json().at("/meta/pagination/total").asInt()).isEqualTo(2);
      assertThat(api.get(path + "?limit=1&page=2").data().findValuesAsText("id"))
          .containsExactly("projects");
      assertThat(api.get(path + "?name=x").code()).isEqualTo("parameter-invalid");
      assertThat(system.anybody().get(path).status()).isEqualTo(401);
    }
  }

  @Test
  void optionsOfACategoryAreCreatedReadChangedAndDeleted() {
    Company company = system.company();
    Caller api = company.api();

    Answer created = api.post(OPTIONS, FULL_COST_CENTER);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(COST_CENTERS + "/LA");
    assertThat(api.get(OPTIONS).data().findValuesAsText("id")).containsExactly("BU", "KTR", "LA");
    assertThat(api.get(OPTIONS + "/LA").data()).isEqualTo(api.get(COST_CENTERS + "/LA").data());
    assertThat(api.patch(OPTIONS + "/LA", "{\"status\":\"ACTIVE\"}").data().path("status").asText())
        .isEqualTo("ACTIVE");
    assertThat(api.put(OPTIONS + "/LA", "{\"code\":\"LA\",\"name\":\"Nytt lager\"}").status())
        .isEqualTo(200);
    assertThat(api.get(OPTIONS + "/LA").data().path("description").isNull()).isTrue();
    assertThat(api.delete(OPTIONS + "/LA").status()).isEqualTo(200);
    assertThat(api.get("/accounting/trackingCategories/projects/options/P1").data())
        .isEqualTo(api.get(PROJECTS + "/P1").data());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/accounting/v2/dimensions/regions",
        "/accounting/trackingCategories/regions/options",
        "/accounting/trackingCategories/regions/options/1"
      })
  void aDimensionThatFortnoxHasNotIsNotFound(String path) {
    assertThat(system.company().api().get(path).code()).isEqualTo("not-found");
  }

  @Test
  void theFlatListHasAllDimensionsEachBeginningOnAPageOfItsOwn() {
    Company company = system.company();
    Caller api = company.api();
    company
        .atFortnox()
        .seed(
            "projects",
            JsonNodeFactory.instance
                .objectNode()
                .put("ProjectNumber", "P2")
                .put("Description", "Flytt"));

    Answer first = api.get("/accounting/dimensions?limit=1");
    assertThat(first.data().findValuesAsText("id")).containsExactly("BU");
    assertThat(first.json().at("/meta/pagination").toString())
        .isEqualTo("{\"total\":4,\"perPage\":1,\"currentPage\":1,\"totalPages\":4}");
    assertThat(api.get("/accounting/dimensions?limit=1&page=2").data().findValuesAsText("id"))
        .containsExactly("KTR");
    assertThat(api.get("/accounting/dimensions?limit=1&page=4").data().findValuesAsText("id"))
        .containsExactly("P2");
    assertThat(api.get("/accounting/dimensions?page=2").data().findValuesAsText("categoryName"))
        .containsExactly("Projects", "Projects");
    assertThat(api.get("/accounting/dimensions?page=3").data()).isEmpty();
    assertThat(api.get("/accounting/v2/dimensions/projects").data().findValuesAsText("name"))
        .containsExactly("Ombyggnad", "Flytt");
  }
}
