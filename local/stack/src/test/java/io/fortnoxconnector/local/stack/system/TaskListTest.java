package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company's writes as a list, and the end of one that its owner thinks better of. */
@ExtendWith(SystemExtension.class)
@SideBySide
class TaskListTest {

  private static final String CUSTOMERS = "/accounting/customers";
  private static final String TASKS = "/accounting/asyncTask";
  private static final String AKERI = "{\"companyName\":\"Åkeri Öst AB\"}";

  private final LocalSystem system;

  TaskListTest(LocalSystem system) {
    this.system = system;
  }

  /** A company whose first write takes a while, so that what comes after it waits. */
  private Company busy(String number) {
    Company company = system.company();
    company
        .atFortnox()
        .seed(
            "customers",
            JsonNodeFactory.instance.objectNode().put("CustomerNumber", number).put("Name", "Bo"));
    company.trouble("PUT", "/3/customers/" + number).once().delays(Duration.ofSeconds(3));
    String task = company.later("PATCH", CUSTOMERS + "/" + number, AKERI);
    Company.eventually(
        () -> company.api().get(task).data().path("state").asText(),
        state -> state.equals("INPROGRESS"));
    return company;
  }

  @Test
  void aWaitingWriteIsCancelledAndFortnoxNeverSeesIt() {
    Company company = busy("CANCEL");
    String task =
        company
            .api()
            .post(CUSTOMERS, AKERI, "Idempotency-Key", "k", "Prefer", "respond-async")
            .header("location");
    String last = company.later("POST", CUSTOMERS, "{\"companyName\":\"Sist AB\"}");

    Answer cancelled = company.api().json("PATCH", task, "{\"status\":\"CANCELLED\"}");

    assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
    assertThat(cancelled.data().path("status").asText()).isEqualTo("CANCELLED_SUCCESSFULLY");
    assertThat(cancelled.data().path("state").asText()).isEqualTo("CANCELLED");
    assertThat(company.api().delete(task).status()).isEqualTo(200);
    assertThat(company.finished(last).path("state").asText()).isEqualTo("DONE");
    assertThat(company.received("POST", "/3/customers")).hasSize(1);
    assertThat(company.api().get(task).data()).isEqualTo(cancelled.data());
    Answer repeated = company.api().post(CUSTOMERS, AKERI, "Idempotency-Key", "k");
    assertThat(repeated.status()).as(repeated.text()).isEqualTo(409);
    assertThat(repeated.code()).isEqualTo("task-cancelled");
    assertThat(repeated.header("idempotency-replayed")).isEqualTo("true");
  }

  @Test
  void aWriteThatIsWithFortnoxOrDoneIsNotCancelled() {
    Company company = busy("SENT");
    JsonNode sent = company.api().get(TASKS).data().path(0);
    assertThat(sent.path("state").asText()).isEqualTo("INPROGRESS");
    String address = TASKS + "/" + sent.path("taskId").asText();

    Answer early = company.api().delete(address);
    company.finished(address);
    Answer late = company.api().delete(address);

    for (Answer refused : List.of(early, late)) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("task-not-cancellable");
    }
    assertThat(company.api().get(address).data().path("state").asText()).isEqualTo("DONE");
  }

  @Test
  void ofManyWritesThatAreCalledOffWhileTheyAreCarriedOutEachIsDoneOrNeverSeen() {
    Company company = system.company();
    var tasks = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      tasks.add(company.later("POST", CUSTOMERS, "{\"companyName\":\"Kund " + i + "\"}"));
    }

    List<Integer> answers =
        tasks.reversed().parallelStream().map(task -> company.api().delete(task).status()).toList();

    assertThat(answers).allMatch(status -> status == 200 || status == 409);
    var states = new ArrayList<String>();
    tasks.forEach(task -> states.add(company.finished(task).path("state").asText()));
    assertThat(states).allMatch(state -> state.equals("DONE") || state.equals("CANCELLED"));
    assertThat(states).filteredOn("CANCELLED"::equals).hasSize(Collections.frequency(answers, 200));
    assertThat(company.received("POST", "/3/customers"))
        .hasSize(Collections.frequency(states, "DONE"));
  }

  @Test
  void anotherStatusCanNotBeAskedFor() {
    Company company = system.company();
    String task = company.later("POST", CUSTOMERS, AKERI);

    Answer refused = company.api().json("PATCH", task, "{\"status\":\"SUCCESS\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem().path("pointer").asText()).isEqualTo("/status");
    assertThat(company.api().json("PATCH", task, "{}").code()).isEqualTo("field-required");
  }

  @Test
  void theListHasTheLatestFirstAndGoesOn() {
    Company company = system.company();
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(company.create("{\"companyName\":\"Kund " + i + "\"}"));
    }

    Answer first = company.api().get(TASKS + "?limit=2&state=DONE");
    assertThat(first.data().findValuesAsText("resourceId")).isEqualTo(ids.subList(0, 2));
    assertThat(first.warnings().findValuesAsText("code")).containsExactly("list-row-is-partial");
    Answer second = company.api().get(next(first));
    assertThat(second.data().findValuesAsText("resourceId")).isEqualTo(ids.subList(2, 4));
    assertThat(second.header("link")).contains("after=" + second.json().at("/meta/after").asText());
    Answer third = company.api().get(next(second));
    assertThat(third.data().findValuesAsText("resourceId")).isEqualTo(ids.subList(4, 5));
    assertThat(third.header("link")).isEmpty();
    assertThat(third.json().at("/meta/after").isNull()).isTrue();
    assertThat(company.api().get(TASKS + "?limit=2&page=2").data()).isEqualTo(second.data());
    Answer full = company.api().get(TASKS + "?limit=1&expand=full");
    assertThat(full.data().path(0).path("responseData").path("companyName").asText())
        .isEqualTo("Kund 4");
    assertThat(full.warnings()).isEmpty();
  }

  private static String next(Answer answer) {
    return answer.header("link").replaceFirst("^<(.*)>; rel=\"next\"$", "$1");
  }

  @Test
  void theListIsFilteredByWhatATaskSays() {
    Company company = system.company();
    String before = Instant.now().minusSeconds(60).toString();
    String id = company.create(AKERI);
    company.api().json("PATCH", CUSTOMERS + "/" + id, "{\"website\":\"http://akeri.se\"}");
    company.api().post(CUSTOMERS, "{\"companyName\":\"Bo\",\"paymentTerms\":\"NIX\"}");
    company.api().post("/accounting/suppliers", "{\"companyName\":\"Papper AB\"}");

    assertThat(states(company, "status=FAILED")).containsExactly("FAILED");
    assertThat(states(company, "state=DONE")).hasSize(3);
    assertThat(states(company, "resource=suppliers")).hasSize(1);
    assertThat(states(company, "resource=customers&operation=PATCH")).hasSize(1);
    assertThat(states(company, "resource=customers&resourceId=" + id)).hasSize(2);
    assertThat(states(company, "acceptedDateTo=" + before)).isEmpty();
    assertThat(states(company, "acceptedDateFrom=" + before)).hasSize(4);
  }

  private static List<String> states(Company company, String query) {
    Answer answer = company.api().get(TASKS + "?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.data().findValuesAsText("state");
  }
}
