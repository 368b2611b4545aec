package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What changes at Fortnox comes to whoever asks for events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventTest {

  private static final String EVENTS = "/accounting/events";

  private final List<Company> connected = new ArrayList<>();
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

  /** Or they would be looked at in every other test as well. */
  @AfterEach
  void disconnect() {
    connected.forEach(company -> company.api().delete("/auth/connection"));
    connected.clear();
  }

  /** One that is looked at for less than everything, so that a look is short. */
  private Company company(String scopes) {
    Vendor vendor = system.vendor();
    Answer registered =
        vendor
            .api()
            .post(
                "/tenants/register-system",
                """
                {"targetSystem":"fortnox","clientId":"%s","clientSecret":"%s",
                 "customValues":[{"key":"scopes","value":"%s"}]}
                """
                    .formatted(vendor.clientId(), vendor.clientSecret(), scopes));
    assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    return connect(vendor);
  }

  private Company connect(Vendor vendor) {
    Company company = vendor.connect(system.newCompany());
    connected.add(company);
    return company;
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
    Company company = company("customer supplier");
    company.atFortnox().seed("customers", named("CustomerNumber", "1", "Bo"));
    company.atFortnox().seed("suppliers", named("SupplierNumber", "1", "Papper"));
    system.look();
    Answer nothing = company.api().get(EVENTS);
    assertThat(nothing.status()).as(nothing.text()).isEqualTo(200);
    assertThat(types(nothing.data())).containsExactly("connection.created ");
    assertThat(nothing.data().path(0).at("/data/consent").asText()).isEqualTo("ACTIVE");
    String after = nothing.json().at("/meta/after").asText();

    Instant before = Instant.now();
    company.atFortnox().seed("suppliers", named("SupplierNumber", "1", "Papp"));
    String created = company.create("{\"companyName\":\"Åkeri Öst AB\"}");
    system.look();
    system.look();

    Answer told = company.api().get(EVENTS + "?after=" + after);
    assertThat(types(told.data()))
        .containsExactlyInAnyOrder(
            "task.finished " + created, "customer.created " + created, "supplier.updated 1");
    assertThat(told.data().path(0).at("/data/status").asText()).isEqualTo("SUCCESS");
    assertThat(told.data().path(0).at("/data/operation").asText()).isEqualTo("CREATE");
    for (JsonNode event : told.data()) {
      assertThat(event.path("id").asText()).hasSize(26);
      assertThat(event.at("/data/connectionId").asText()).isEqualTo(company.connection());
      assertThat(Instant.parse(event.path("timestamp").asText())).isAfter(before);
      assertThat(Instant.parse(event.at("/data/changedAfter").asText(Instant.EPOCH.toString())))
          .isBefore(before);
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
    Company company = company("supplier");
    Company other = connect(company.vendor());
    system.look();
    company.atFortnox().seed("suppliers", named("SupplierNumber", "1", "Papper"));
    system.look();

    assertThat(types(company.api().get(EVENTS).data()))
        .containsExactly("connection.created ", "supplier.created 1");
    assertThat(types(other.api().get(EVENTS).data())).containsExactly("connection.created ");
    assertThat(other.api().get(EVENTS + "?after=" + cursor(company)).data()).isEmpty();
  }

  private static String cursor(Company company) {
    return company.api().get(EVENTS).json().at("/meta/after").asText();
  }

  @Test
  void everyListIsLookedAt() {
    // Its chart of accounts isn't new: each account that is would be read as a whole.
    system.fortnox().clock().advance(Duration.ofHours(-1));
    String number = system.newCompany();
    system.fortnox().clock().reset();
    Company company = system.vendor().connect(number);
    connected.add(company);
    JsonNode capabilities = company.api().get("/accounting/capabilities").data();
    system.look();

    var lookedAt = new TreeMap<String, Boolean>();
    system.inside().items().values().stream()
        .flatMap(Set::stream)
        .filter(
            item -> item.containsKey("place") && item.get("id").s().equals(company.connection()))
        .filter(item -> item.get("place").s().startsWith("watch#"))
        .forEach(
            item ->
                lookedAt.put(
                    item.get("resource").s(),
                    item.containsKey("lookedAt") && !item.containsKey("notBefore")));
    assertThat(lookedAt).doesNotContainValue(false);
    assertThat(lookedAt.keySet())
        .contains("invoices", "creditNotes", "vendorCredits", "accounts", "projects", "prices")
        .doesNotContain("expenses", "files", "profile")
        .allMatch(resource -> capabilities.at("/" + resource + "/events").size() == 3);
    assertThat(capabilities.at("/journalEntries/events"))
        .extracting(JsonNode::asText)
        .containsExactly("journalEntry.created", "journalEntry.updated", "journalEntry.deleted");
    assertThat(capabilities.at("/files/events").isArray()).isTrue();
    assertThat(capabilities.at("/files/events")).isEmpty();
  }

  @Test
  void tenThousandChangesArriveCompletely() {
    Company company = company("supplier");
    system.look();
    for (int i = 1; i <= 10_000; i++) {
      company.atFortnox().seed("suppliers", named("SupplierNumber", "" + i, "Grossist " + i));
    }

    String after = company.api().get(EVENTS).json().at("/meta/after").asText();
    var told = new TreeMap<String, String>();
    int events = 0;
    for (int round = 0; round < 4 && told.size() < 10_000; round++) {
      system.look();
      Answer part;
      do {
        part = company.api().get(EVENTS + "?limit=500&after=" + after);
        after = part.json().at("/meta/after").asText();
        for (JsonNode event : part.data()) {
          assertThat(event.path("type").asText()).isEqualTo("supplier.created");
          told.put(event.at("/data/resourceId").asText(), event.path("id").asText());
          events++;
        }
      } while (!part.header("link").isEmpty());
    }

    assertThat(told).hasSize(10_000);
    assertThat(events).isEqualTo(10_000);
    assertThat(told.values()).doesNotHaveDuplicates();
  }
}
