package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static io.fortnoxconnector.local.stack.system.Fields.assertNamesEveryWritableField;
import static io.fortnoxconnector.local.stack.system.Fields.assertReadsBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journals and their entries, as a vendor's program sees them and as Fortnox does. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class JournalFlowTest {

  private static final String ENTRIES = "/accounting/journalEntries";
  private static final String JOURNALS = "/accounting/journals";

  private final LocalSystem system;

  JournalFlowTest(LocalSystem system) {
    this.system = system;
  }

  /** Every field that can be written, in the form in which it reads back. */
  private static String entry(String date) {
    return """
        {"journalCode":"A","description":"Hyra","transactionDate":"%s","fiscalYear":"2",
         "comments":"Enligt avtal","costCenter":"BU","projectId":"P1","journalLineItems":[
          {"accountCode":"5010","accountId":"5010","accountNumber":5010,"debit":1000.5,
           "credit":0,"description":"Hyra butik","costCenter":"BU","projectId":"P1","quantity":1,
           "transactionInformation":"Maj"},
          {"accountId":"1930","debitCreditIndicator":"CREDIT","totalGrossAmount":1000.5}]}
        """
        .formatted(date);
  }

  /** A day of this year, which is the second one. */
  private static String day(Company company) {
    return company.api().get("/accounting/fiscalYears/2").data().path("startDate").asText();
  }

  private static JsonNode account(Company company, String number) {
    return company.api().get("/accounting/accounts/" + number).data();
  }

  @Test
  void anEntryIsBookedAndReadBackAndMovesItsAccounts() {
    Company company = system.company();
    JsonNode sent = tree(entry(day(company)));
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path("journalEntries"));

    Answer created = company.api().post(ENTRIES, sent.toString());

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(ENTRIES + "/A-1-2");
    JsonNode read = company.api().get(ENTRIES + "/A-1-2").data();
    assertThat(read).isEqualTo(created.data());
    for (String field : List.of("description", "comments", "costCenter", "projectId")) {
      assertThat(read.path(field)).as(field).isEqualTo(sent.path(field));
    }
    assertReadsBack(sent.at("/journalLineItems/0"), read.at("/journalLineItems/0"));
    assertThat(read.at("/journalLineItems/1/description").asText()).isEqualTo("Företagskonto");
    assertThat(read.at("/journalLineItems/1/credit").decimalValue()).isEqualByComparingTo("1000.5");
    assertThat(account(company, "5010").path("balance").decimalValue())
        .isEqualByComparingTo("1000.5");
    assertThat(account(company, "1930").path("balance").decimalValue())
        .isEqualByComparingTo("-1000.5");
    assertThat(company.received("POST", "/3/vouchers").getLast().query())
        .isEqualTo("financialyear=2");
  }

  @Test
  void entriesAreFoundByJournalYearAndDate() {
    Company company = system.company();
    String day = day(company);
    Caller api = company.api();
    for (String journal : List.of("A", "A", "B")) {
      Answer created = api.post(ENTRIES, entry(day).replace("\"A\"", "\"" + journal + "\""));
      assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    assertThat(api.get(ENTRIES).data().findValuesAsText("id"))
        .containsExactly("A-1-2", "A-2-2", "B-1-2");
    assertThat(api.get(ENTRIES + "?journalCode=B").data().findValuesAsText("id"))
        .containsExactly("B-1-2");
    assertThat(api.get(ENTRIES + "?fiscalYear=1").data()).isEmpty();
    assertThat(api.get(ENTRIES + "?toDate=1999-12-31").data()).isEmpty();
    assertThat(api.get(ENTRIES + "?fromDate=" + day + "&toDate=" + day).data()).hasSize(3);
    assertThat(api.get(ENTRIES + "?expand=full&limit=1").data().at("/0/journalLineItems"))
        .hasSize(2);
    assertThat(api.get(JOURNALS + "/A").data().path("nextNumber").asText()).isEqualTo("3");
  }

  @Test
  void anEntryThatCannotBeIsRefusedBeforeItIsQueuedOrByFortnoxWithItsReason() {
    Company company = system.company();
    Caller api = company.api();
    String day = day(company);

    Answer unbalanced =
        api.post(
            ENTRIES, entry(day).replace("\"totalGrossAmount\":1000.5", "\"totalGrossAmount\":1"));
    assertThat(unbalanced.problem().path("pointer").asText()).isEqualTo("/journalLineItems");
    assertThat(company.received("POST", "/3/vouchers")).isEmpty();
    company
        .atFortnox()
        .seed("settings/lockedperiod", JsonNodeFactory.instance.objectNode().put("EndDate", day));
    Answer locked = api.post(ENTRIES, entry(day));
    assertThat(locked.status()).as(locked.text()).isBetween(400, 409);
    assertThat(locked.problem().at("/fortnox/code").asText()).isEqualTo("2000401");
  }

  @Test
  void anEntryIsNeverChangedAndTheAnswerSaysWhatToDo() {
    Caller api = system.company().api();

    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      Answer refused = api.json(method, ENTRIES + "/A-1-2", "{}");
      assertThat(refused.status()).isEqualTo(405);
      assertThat(refused.problem().path("detail").asText()).contains("corrects it");
    }
    assertThat(api.get(ENTRIES + "/A-99-2").code()).isEqualTo("fortnox-not-found");
    assertThat(api.get(ENTRIES + "/A").code()).isEqualTo("not-found");
  }

  @Test
  void anEntryWhoseReplyWasLostIsFoundByItsRowsAndNotBookedTwice() {
    Company company = system.company();
    String body = entry(day(company));
    assertThat(company.api().post(ENTRIES, body.replace("Hyra\"", "Hyra april\"")).status())
        .isEqualTo(201);
    company.trouble("POST", "/3/vouchers").once().failsAfterwardsWith(503);

    JsonNode task = company.finished(company.later("POST", ENTRIES, body));

    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(task.path("resourceId").asText()).isEqualTo("A-2-2");
    assertThat(company.received("POST", "/3/vouchers")).hasSize(2);
    assertThat(company.atFortnox().records("vouchers")).hasSize(2);
  }

  @Test
  void aJournalIsMadeReadAndChanged() {
    Caller api = system.company().api();
    JsonNode sent = tree("{\"code\":\"Q\",\"description\":\"Kvitton\",\"manual\":true}");
    assertNamesEveryWritableField(
        sent, api.get("/accounting/capabilities").data().path("journals"));

    Answer created = api.post(JOURNALS, sent.toString());

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertReadsBack(sent, api.get(JOURNALS + "/Q").data());
    Answer patched = api.patch(JOURNALS + "/Q", "{\"description\":null}");
    assertThat(patched.data().path("description").isNull()).as(patched.text()).isTrue();
    assertThat(api.get(JOURNALS).data().findValuesAsText("id")).containsExactly("A", "B", "L", "Q");
    assertThat(api.get(JOURNALS + "/Q?fiscalYear=1").status()).isEqualTo(404);
  }

  @Test
  void anEntryIsCorrectedByOneWithTheSameRowsOnTheOtherSide() {
    Company company = system.company();
    Caller api = company.api();
    assertThat(api.post(ENTRIES, entry(day(company))).status()).isEqualTo(201);

    Answer reversed = api.post(ENTRIES + "/A-1-2/reverse", "", "Idempotency-Key", "reverse-1");

    assertThat(reversed.status()).as(reversed.text()).isEqualTo(201);
    assertThat(reversed.header("location")).isEqualTo(ENTRIES + "/A-2-2");
    JsonNode entry = reversed.data();
    assertThat(entry.path("description").asText()).isEqualTo("Rättelse av A 1: Hyra");
    assertThat(entry.path("costCenter").asText()).isEqualTo("BU");
    assertThat(entry.at("/journalLineItems/0/credit").decimalValue())
        .isEqualByComparingTo("1000.5");
    assertThat(entry.at("/journalLineItems/0/costCenter").asText()).isEqualTo("BU");
    assertThat(entry.at("/journalLineItems/0/transactionInformation").asText()).isEqualTo("Maj");
    assertThat(account(company, "5010").path("balance").decimalValue()).isZero();
    assertThat(account(company, "1930").path("balance").decimalValue()).isZero();
    Answer again = api.post(ENTRIES + "/A-1-2/reverse", "", "Idempotency-Key", "reverse-1");
    assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    assertThat(company.atFortnox().records("vouchers")).hasSize(2);
  }

  @Test
  void aCorrectionTakesItsOwnJournalDateAndWords() {
    Company company = system.company();
    Caller api = company.api();
    assertThat(api.post(ENTRIES, entry(day(company))).status()).isEqualTo(201);
    String later = api.get("/accounting/fiscalYears/2").data().path("endDate").asText();

    Answer reversed =
        api.post(
            ENTRIES + "/A-1-2/reverse",
            "{\"journalCode\":\"B\",\"transactionDate\":\"%s\",\"description\":\"Fel konto\"}"
                .formatted(later));

    assertThat(reversed.status()).as(reversed.text()).isEqualTo(201);
    assertThat(reversed.data().path("id").asText()).isEqualTo("B-1-2");
    assertThat(reversed.data().path("transactionDate").asText()).isEqualTo(later);
    assertThat(reversed.data().path("description").asText()).isEqualTo("Fel konto");
    assertThat(api.post(ENTRIES + "/A-1-2/reverse", "{\"accountId\":\"1\"}").code())
        .isEqualTo("field-unknown");
    assertThat(api.post(ENTRIES + "/A-9-2/reverse", "").status()).isEqualTo(404);
  }

  @Test
  void severalEntriesAreCheckedTogetherAndBookedInTheirOrder() {
    Company company = system.company();
    Caller api = company.api();
    String first = entry(day(company));
    String second = first.replace("Hyra\"", "Hyra april\"");
    String wrong = first.replace("\"totalGrossAmount\":1000.5", "\"totalGrossAmount\":1");

    Answer refused =
        api.post(ENTRIES + "/bulk", "[" + first + "," + wrong + "]", "Idempotency-Key", "bulk-1");
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.problem().path("pointer").asText()).isEqualTo("/1/journalLineItems");
    assertThat(company.received("POST", "/3/vouchers")).isEmpty();
    assertThat(api.post(ENTRIES + "/bulk", "[" + first + "]").code()).isEqualTo("header-invalid");
    assertThat(api.post(ENTRIES + "/bulk", first, "Idempotency-Key", "bulk-1").code())
        .isEqualTo("body-malformed");

    String both = "[" + first + "," + second + "]";
    Answer accepted = api.post(ENTRIES + "/bulk", both, "Idempotency-Key", "bulk-1");

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    company.finished(accepted.header("location"));
    assertThat(api.get(ENTRIES + "/A-2-2").data().path("description").asText())
        .isEqualTo("Hyra april");
    Answer again = api.post(ENTRIES + "/bulk", both, "Idempotency-Key", "bulk-1");
    assertThat(again.data()).isEqualTo(accepted.data());
    assertThat(company.received("POST", "/3/vouchers")).hasSize(2);
  }
}
