package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many rows with one request, through the whole stack. */
@ExtendWith(SystemExtension.class)
class BulkFlowTest {

  private static final String BULK = "/accounting/customers/bulk";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LocalSystem system;

  BulkFlowTest(LocalSystem system) {
    this.system = system;
  }

  private static String row(int number) {
    return "{\"companyName\":\"Kund %d\",\"number\":\"%d\"}".formatted(number, number);
  }

  private static String array(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(BulkFlowTest::row)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String unnumbered(int rows) {
    return array(1, rows + 1).replaceAll(",\"number\":\"\\d+\"", "");
  }

  private static Answer send(Company company, String type, String body, String path, String key) {
    return company
        .api()
        .send(
            "POST",
            path,
            body.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            type,
            "Idempotency-Key",
            key);
  }

  private static String accepted(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.header("location");
  }

  @Test
  void rowsBecomeCustomersAndAWriteMeanwhileOvertakesThem() {
    Company company = system.company();
    String run = accepted(send(company, "application/json", unnumbered(120), BULK, "k"));
    assertThat(accepted(send(company, "application/json", unnumbered(120), BULK, "k")))
        .isEqualTo(run);
    assertThat(send(company, "application/json", unnumbered(119), BULK, "k").code())
        .isEqualTo("idempotency-key-reused");

    Answer other = company.api().post("/accounting/customers", "{\"companyName\":\"Emellan\"}");
    assertThat(other.status()).as(other.text()).isEqualTo(201);
    JsonNode meanwhile = company.api().get(run).data();
    assertThat(meanwhile.path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(meanwhile.path("bulk").path("remaining").asInt()).isGreaterThan(60);

    JsonNode ended = company.finished(run, PATIENCE);

    assertThat(ended.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(ended.path("bulk").path("done").asInt()).isEqualTo(120);
    assertThat(ended.path("bulk").path("ratePerMinute").asDouble()).isPositive();
    assertThat(company.received("POST", "/3/customers")).hasSize(121);
    Answer second = company.api().get(run + "/rows?page=2&limit=100");
    assertThat(second.data()).hasSize(20);
    String last = second.data().path(19).path("resourceId").asText();
    Answer customer = company.api().get("/accounting/customers/" + last);
    assertThat(customer.data().path("companyName").asText()).isEqualTo("Kund 120");
    assertThat(second.header("link")).isEmpty();
  }

  @Test
  void wrongRowsAreToldAllAtOnceOrLeftOut() {
    Company company = system.company();
    String body =
        "[" + row(1) + ",{\"companyNam\":\"Bo\"},{\"companyName\":\"Bo\",\"currency\":\"SKR\"}]";

    Answer refused = send(company, "application/json", body, BULK, "k");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors"))
        .extracting(problem -> problem.path("pointer").asText())
        .containsExactly("/1/companyNam", "/1/companyName", "/2/currency");
    assertThat(company.api().get("/accounting/asyncTask").data()).isEmpty();

    String run = accepted(send(company, "application/json", body, BULK + "?onError=continue", "k"));
    JsonNode ended = company.finished(run);

    assertThat(ended.path("status").asText()).isEqualTo("PARTIAL_SUCCESS");
    assertThat(ended.path("problems").path(0).path("code").asText()).isEqualTo("rows-not-stored");
    assertThat(ended.path("bulk").path("failed").asInt()).isEqualTo(2);
    assertThat(company.received("POST", "/3/customers")).hasSize(1);
    Answer csv = company.api().send("GET", run + "/result", new byte[0], "Accept", "text/csv");
    assertThat(csv.header("content-type")).startsWith("text/csv");
    assertThat(csv.text().lines().toList())
        .hasSize(4)
        .anySatisfy(
            line -> assertThat(line).startsWith("2,").contains("FAILED", "/currency", "SKR"));
    Answer lines = company.api().get(run + "/result");
    List<JsonNode> rows = lines.text().lines().map(Answer::tree).toList();
    assertThat(rows)
        .extracting(row -> row.path("state").asText())
        .containsExactly("DONE", "FAILED", "FAILED");
    assertThat(rows.get(1).path("problems")).hasSize(2);
  }

  @Test
  void aRowIsSeenBeforeItsTurnAndCancelledAndSoIsTheRest() {
    Company company = system.company();
    String run = accepted(send(company, "application/json", array(1, 201), BULK, "k"));
    String fourth = run + "r30";
    String late = run + "r150";
    assertThat(company.api().get(late).data().path("state").asText()).isEqualTo("OPEN");
    assertThat(company.api().get(run + "r200").status()).isEqualTo(404);
    assertThat(company.api().get(late + "/rows").status()).isEqualTo(404);

    Answer cancelled = company.api().delete(fourth);
    assertThat(cancelled.data().path("state").asText()).as(cancelled.text()).isEqualTo("CANCELLED");
    assertThat(company.api().delete(fourth).status()).isEqualTo(200);
    Company.eventually(
        () -> company.api().get(run).data().path("bulk"),
        bulk -> bulk.path("remaining").asInt() < 165);
    assertThat(company.api().delete(run).data().path("state").asText()).isEqualTo("CANCELLED");

    JsonNode bulk = company.api().get(run).data().path("bulk");
    assertThat(bulk.path("cancelled").asInt()).isEqualTo(1);
    assertThat(company.api().get(late).data().path("state").asText()).isEqualTo("CANCELLED");
    assertThat(company.api().get(fourth).data().path("state").asText()).isEqualTo("CANCELLED");
    Answer next = company.api().post("/accounting/customers", "{\"companyName\":\"Efter\"}");
    assertThat(next.status()).isEqualTo(201);
    assertThat(company.received("POST", "/3/customers").size())
        .isLessThanOrEqualTo(bulk.path("done").asInt() + 2);
  }

  @Test
  void rowsAreSentAsATableOrLineByLineToo() {
    Company company = system.company();
    String table =
        """
        companyName;Addresses.BILLING.city;emailAddresses.BUSINESS.email;number
        "Åkeri; Öst";Stockholm;info@example.com;1
        Bo;;;2
        """;
    JsonNode first = company.finished(accepted(send(company, "text/csv", table, BULK, "csv")));
    assertThat(first.path("bulk").path("done").asInt()).as(first.toString()).isEqualTo(2);
    JsonNode customer = company.api().get("/accounting/customers/1").data();
    assertThat(customer.path("companyName").asText()).isEqualTo("Åkeri; Öst");
    assertThat(customer.path("addresses").path(0).path("city").asText()).isEqualTo("Stockholm");

    Answer misspelt = send(company, "text/csv", "companyNam\nBo\n", BULK, "misspelt");
    assertThat(misspelt.status()).isEqualTo(400);
    assertThat(misspelt.problem().path("detail").asText()).contains("companyName");

    String lines = row(3) + "\n\n" + row(4) + "\n";
    JsonNode second =
        company.finished(accepted(send(company, "application/x-ndjson", lines, BULK, "lines")));
    assertThat(second.path("bulk").path("done").asInt()).isEqualTo(2);
    assertThat(send(company, "application/x-ndjson", "{}\n[]\n", BULK, "x").code())
        .isEqualTo("body-malformed");
    assertThat(send(company, "application/xml", "<a/>", BULK, "x").code())
        .isEqualTo("media-type-unsupported");
    assertThat(send(company, "application/json", "[]", BULK, "x").code())
        .isEqualTo("body-malformed");
    assertThat(send(company, "application/json", "[{}]", BULK + "?x=1", "x").code())
        .isEqualTo("parameter-invalid");
  }

  @Test
  void otherResourcesHaveRowsToo() {
    Company company = system.company();
    JsonNode suppliers =
        company.finished(
            accepted(
                send(
                    company,
                    "text/csv",
                    "companyName\nPapper AB\nPenna AB\n",
                    "/accounting/suppliers/bulk",
                    "suppliers")));
    assertThat(suppliers.path("bulk").path("done").asInt()).isEqualTo(2);
    JsonNode items =
        company.finished(
            accepted(
                send(
                    company,
                    "application/json",
                    "[{\"name\":\"Skruv\",\"itemNumber\":\"S1\"}]",
                    "/accounting/items/bulk",
                    "items")));
    assertThat(items.path("bulk").path("done").asInt()).as(items.toString()).isEqualTo(1);
    String customer = company.create("{\"companyName\":\"Bo\"}");
    JsonNode invoices =
        company.finished(
            accepted(
                send(
                    company,
                    "text/csv",
                    "contactId,lineItems.0.itemId,lineItems.0.quantity\n" + customer + ",S1,2\n",
                    "/accounting/invoices/bulk",
                    "invoices")));
    assertThat(invoices.path("bulk").path("done").asInt()).as(invoices.toString()).isEqualTo(1);
  }

  @Test
  void whatIsThereIsChangedWhereRowsAreMatched() {
    Company company = system.company();
    String there =
        company.create(
            "{\"companyName\":\"Gammal\",\"emailAddresses\":[{\"type\":\"BUSINESS\","
                + "\"email\":\"a@example.com\"}]}");
    String table =
        "companyName,emailAddresses.BUSINESS.email\nNy,a@example.com\nEtt,b@example.com\n"
            + "Två,b@example.com\n";

    String run = accepted(send(company, "text/csv", table, BULK + "?matchBy=email", "match"));
    assertThat(company.finished(run).path("bulk").path("done").asInt()).isEqualTo(3);

    JsonNode rows = company.api().get(run + "/rows").data();
    assertThat(rows)
        .extracting(row -> row.path("operation").asText())
        .containsExactly("PATCH", "CREATE", "PATCH");
    assertThat(rows.path(0).path("resourceId").asText()).isEqualTo(there);
    assertThat(rows.path(2).path("resourceId")).isEqualTo(rows.path(1).path("resourceId"));
    assertThat(company.api().get("/accounting/customers").data()).hasSize(2);
    String second = BULK.replace("customers", "journalEntries") + "?matchBy=number";
    assertThat(send(company, "application/json", "[{}]", second, "x").code())
        .isEqualTo("parameter-invalid");
    assertThat(send(company, "application/json", "[{}]", BULK + "?matchBy=name", "x").code())
        .isEqualTo("parameter-invalid");
  }
}
