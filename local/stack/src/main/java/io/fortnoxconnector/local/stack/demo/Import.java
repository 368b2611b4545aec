package io.fortnoxconnector.local.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.EventIntervals;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of the story that is about many rows, and about what is told of them. */
final class Import {

  private static final String TABLE =
      """
      companyName,organisationNumber,addresses.BILLING.city,currency
      Bageri Kringlan AB,556012-5790,Luleå,SEK
      Cykel & Co AB,556703-7485,Lund,SEK
      Dammsugarn AB,556056-6258,Umeå,SKR
      Elfirman Volt AB,556074-7569,Ystad,EUR
      """;

  private final Api company;
  private final Narrator narrator;
  private final Teller teller;
  private final Runnable look;

  /**
   * The same company as before.
   *
   * @param look what the schedule does each minute: tells of tasks, and looks for changes
   */
  Import(Api company, Narrator narrator, Teller teller, Runnable look) {
    this.company = company;
    this.narrator = narrator;
    this.teller = teller;
    this.look = look;
  }

  void tell() {
    teller.step("Customers come as a table, all in one request; what became of them is told");
    narrator.expect(
        200,
        company,
        "PUT",
        "/tenants/event-intervals",
        EventIntervals.only(company, Set.of("customers")));
    look.run();
    String after = events("?limit=500").json().at("/meta/after").asText();
    Api.Answer accepted =
        narrator.expect(
            202,
            company,
            "POST",
            "/accounting/customers/bulk?onError=continue",
            TABLE,
            "Content-Type",
            "text/csv",
            "Idempotency-Key",
            "customers-2026-11");
    String location = String.valueOf(accepted.headers().get("location"));
    JsonNode run = narrator.finished(company, location);
    teller.show(run, "/status", "/bulk/rows", "/bulk/done", "/bulk/failed");
    JsonNode rows = narrator.expect(200, company, "GET", location + "/rows", "").data();
    rows.forEach(row -> teller.show(row, "/row", "/status", "/resourceId", "/problems/0/detail"));
    look.run();
    teller.say("       " + counted(events("?after=" + after).data()));
  }

  private Api.Answer events(String query) {
    return narrator.expect(200, company, "GET", "/accounting/events" + query, "");
  }

  private static String counted(JsonNode events) {
    Map<String, Integer> counts = new TreeMap<>();
    events.forEach(event -> counts.merge(event.path("type").asText(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
