package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What changes at Fortnox comes to whoever asks for events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventTest {

  private static final String EVENTS = "/accounting/events";

  private LocalSystem system;

  /** Each run of the schedule looks at everything. */
  @BeforeAll
  void start() {
    system = LocalSystem.start((options, _) -> options.parameter("LookSeconds", "0"));
  }

  @AfterAll
  void close() {
    system.close();
  }

  private void look() {
    try {
      system.stack().runSchedule("LookEveryMinute");
    } catch (FunctionFailure e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode named(String key, String number, String name) {
    return JsonNodeFactory.instance.objectNode().put(key, number).put("Name", name);
  }

  private static List<String> types(JsonNode events) {
    var types = new ArrayList<String>();
    events.forEach(
        event ->
            types.add(event.path("type").asText() + " " + event.at("/data/resourceId").asText()));
    return types;
  }

  @Test
  void whatChangesAtFortnoxIsToldOnceAndTheCursorGoesOn() {
    Company company = system.company();
    company.atFortnox().seed("customers", named("CustomerNumber", "1", "Bo"));
    company.atFortnox().seed("suppliers", named("SupplierNumber", "1", "Papper"));
    look();
    Answer nothing = company.api().get(EVENTS);
    assertThat(nothing.status()).as(nothing.text()).isEqualTo(200);
    assertThat(nothing.data()).isEmpty();
    String after = nothing.json().at("/meta/after").asText();

    Instant before = Instant.now();
    company.atFortnox().seed("suppliers", named("SupplierNumber", "1", "Papp"));
    String created = company.create("{\"companyName\":\"Åkeri Öst AB\"}");
    look();
    look();

    Answer told = company.api().get(EVENTS + "?after=" + after);
    assertThat(types(told.data()))
        .containsExactlyInAnyOrder("customer.created " + created, "supplier.updated 1");
    for (JsonNode event : told.data()) {
      assertThat(event.path("id").asText()).hasSize(26);
      assertThat(event.at("/data/connectionId").asText()).isEqualTo(company.connection());
      assertThat(Instant.parse(event.path("timestamp").asText())).isAfter(before);
      assertThat(Instant.parse(event.at("/data/changedAfter").asText())).isBefore(before);
    }
    String next = told.json().at("/meta/after").asText();
    assertThat(company.api().get(EVENTS + "?after=" + next).data()).isEmpty();
    Answer first = company.api().get(EVENTS + "?limit=1&after=" + after);
    assertThat(first.data().path(0)).isEqualTo(told.data().path(0));
    assertThat(first.header("link")).contains("rel=\"next\"");
    assertThat(
            company
                .api()
                .get(EVENTS + "?limit=1&after=" + first.json().at("/meta/after").asText())
                .data()
                .path(0))
        .isEqualTo(told.data().path(1));
  }

  @Test
  void anothersEventsAreNotShown() {
    Company company = system.company();
    Company other = company.vendor().connect(system.newCompany());
    look();
    company.atFortnox().seed("suppliers", named("SupplierNumber", "1", "Papper"));
    look();

    assertThat(company.api().get(EVENTS).data()).hasSize(1);
    assertThat(other.api().get(EVENTS).data()).isEmpty();
    assertThat(other.api().get(EVENTS + "?after=" + cursor(company)).data()).isEmpty();
  }

  private static String cursor(Company company) {
    return company.api().get(EVENTS).json().at("/meta/after").asText();
  }
}
