package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maesn's forms: what is made is one part, and its files are others. */
@ExtendWith(SystemExtension.class)
@SideBySide
class FormFlowTest {

  private static final String ENTRIES = "/accounting/journalEntries";
  private static final String EXPENSES = "/accounting/expenses";
  private static final String FORM = "multipart/form-data; boundary=----x";
  private static final String REGISTER = "/3/voucherfileconnections";

  private final LocalSystem system;

  FormFlowTest(LocalSystem system) {
    this.system = system;
  }

  private static String part(String name, String text) {
    return "------x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, text);
  }

  private static String file(String part, String fileName, String text) {
    return "------x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n\r\n%s\r\n"
        .formatted(part, fileName, text);
  }

  private static Answer send(Company company, String path, String parts, String... more) {
    return company
        .api()
        .with("Content-Type", FORM)
        .send("POST", path, (parts + "------x--\r\n").getBytes(StandardCharsets.UTF_8), more);
  }

  private static String day(Company company) {
    return company.api().get("/accounting/fiscalYears/2").data().path("startDate").asText();
  }

  private static String entry(Company company) {
    return """
        {"journalCode":"A","description":"Hyra","transactionDate":"%s","fiscalYear":"2",
         "journalLineItems":[{"accountId":"5010","debit":1},{"accountId":"1930","credit":1}]}
        """
        .formatted(day(company));
  }

  private static String content(Company company, String id) {
    JsonNode file = company.api().get(ENTRIES + "/A-1-2/attachments/" + id).data();
    return new String(
        Base64.getDecoder().decode(file.path("content").asText()), StandardCharsets.UTF_8);
  }

  private static JsonNode attachments(Company company) {
    return company.api().get(ENTRIES + "/A-1-2/attachments").data();
  }

  @Test
  void anEntryAndItsFilesAreMadeByOneRequest() {
    Company company = system.company();

    Answer created =
        send(
            company,
            ENTRIES,
            file("files", "Hyra åhus.pdf", "avtal")
                + part("filesPos", "[0,1]")
                + part("journal_entry", entry(company))
                + file("files", "b.pdf", "kvitto"));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(ENTRIES + "/A-1-2");
    assertThat(created.data().path("description").asText()).isEqualTo("Hyra");
    assertThat(created.warnings().findValuesAsText("pointer")).containsExactly("/filesPos");
    assertThat(attachments(company).findValuesAsText("id"))
        .hasSize(2)
        .extracting(id -> content(company, id))
        .containsExactlyInAnyOrder("avtal", "kvitto");
    assertThat(company.atFortnox().fileNames()).containsExactly("Hyra åhus.pdf", "b.pdf");
    assertThat(company.received("POST", "/3/vouchers")).hasSize(1);
    assertThat(company.received("POST", "/3/inbox"))
        .allSatisfy(call -> assertThat(call.query()).isEqualTo("folderId=inbox_v"));
    JsonNode tasks = company.api().get("/accounting/asyncTask?resource=files").data();
    assertThat(tasks.findValuesAsText("state")).containsExactly("DONE", "DONE");
  }

  @Test
  void theSameInJsonIsTheSameRequest() {
    Company company = system.company();
    String entry = entry(company);
    String json =
        entry.replaceFirst(
            "\\{", "{\"files\":[{\"fileName\":\"a.pdf\",\"content\":\"a3ZpdHRv\"}],");

    Answer form =
        send(
            company,
            ENTRIES,
            part("journal_entry", entry) + file("files", "a.pdf", "kvitto"),
            "Idempotency-Key",
            "entry-1");
    Answer again = company.api().with("Idempotency-Key", "entry-1").post(ENTRIES, json);
    Answer other =
        send(
            company,
            ENTRIES,
            part("journal_entry", entry) + file("files", "a.pdf", "annat"),
            "Idempotency-Key",
            "entry-1");

    assertThat(form.status()).as(form.text()).isEqualTo(201);
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    assertThat(other.status()).isEqualTo(422);
    assertThat(company.received("POST", "/3/vouchers")).hasSize(1);
    assertThat(company.atFortnox().fileNames()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/3/vouchers, 2",
    "/3/inbox, 2",
    "/3/voucherfileconnections, 2",
  })
  void whateverReplyIsLostTheEntryAndItsFilesAreThereOnce(String lost, int files) {
    Company company = system.company();
    String form =
        part("journal_entry", entry(company))
            + file("files", "a.pdf", "avtal")
            + file("files", "b.pdf", "kvitto");
    company.trouble("POST", lost).once().failsAfterwardsWith(503);

    JsonNode task =
        company.finished(
            send(company, ENTRIES, form, "Prefer", "respond-async").header("location"));

    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(task.path("resourceId").asText()).isEqualTo("A-1-2");
    assertThat(company.received("POST", "/3/vouchers")).hasSize(1);
    assertThat(company.received("POST", REGISTER)).hasSize(files);
    assertThat(attachments(company)).hasSize(files);
    assertThat(company.atFortnox().fileNames()).hasSize(files);
  }

  @Test
  void aFileThatFortnoxRefusesLeavesTheEntryAndTheSameRequestAgainMakesNoOther() {
    Company company = system.company();
    String form =
        part("journal_entry", entry(company))
            + file("files", "a.exe", "nej")
            + file("files", "b.pdf", "kvitto");

    for (int time = 1; time <= 2; time++) {
      Answer created = send(company, ENTRIES, form, "Idempotency-Key", "entry-1");
      assertThat(created.status()).as(created.text()).isEqualTo(201);
      assertThat(created.data().path("id").asText()).isEqualTo("A-1-2");
      assertThat(created.warnings().findValuesAsText("code")).containsExactly("partly-stored");
      assertThat(created.warnings().toString()).contains("a.exe").doesNotContain("b.pdf");
    }

    assertThat(company.received("POST", "/3/vouchers")).hasSize(1);
    assertThat(company.atFortnox().fileNames()).containsExactly("b.pdf");
    assertThat(attachments(company)).hasSize(1);
  }

  @Test
  void anEntryThatFortnoxRefusesLeavesNoFiles() {
    Company company = system.company();
    String form =
        part("journal_entry", entry(company).replace("5010", "5999"))
            + file("files", "a.pdf", "avtal");

    Answer refused = send(company, ENTRIES, form);

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(company.atFortnox().fileNames()).isEmpty();
  }

  @Test
  void aFormWithoutFilesIsTheEntryAlone() {
    Company company = system.company();

    Answer created =
        send(company, ENTRIES, part("journal_entry", entry(company)) + file("files", "", ""));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings()).isEmpty();
    assertThat(company.received("POST", "/3/inbox")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "files[]"})
  void anExpenseHasItsReceiptWithIt(String name) {
    Company company = system.company();
    String expense =
        """
        {"accountId":"1930","description":"Papper","journalCode":"A","transactionDate":"%s",
         "fiscalYear":"2","expenseLines":[{"accountId":"6110","totalNetAmount":80}]}
        """
            .formatted(day(company));
    String form = part("expense", expense) + file(name, "kvitto.pdf", "kvitto");

    Answer created = send(company, EXPENSES, form);
    JsonNode later = company.finished(send(company, EXPENSES + "/async", form).header("location"));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings()).isEmpty();
    assertThat(content(company, attachments(company).at("/0/id").asText())).isEqualTo("kvitto");
    assertThat(later.path("state").asText()).as("%s", later).isEqualTo("DONE");
    assertThat(company.api().get(ENTRIES + "/A-2-2/attachments").data()).hasSize(1);
  }

  @Test
  void aTransactionsFileHasNoPlaceAndThatIsSaid() {
    Company company = system.company();
    company.create("{\"companyName\":\"Åkeri Öst AB\"}");
    Answer invoice =
        company
            .api()
            .post(
                "/accounting/invoices",
                "{\"contactId\":\"1\",\"lineItems\":[{\"quantity\":1,\"unitAmount\":100}]}");
    assertThat(invoice.status()).as(invoice.text()).isEqualTo(201);
    company.api().post("/accounting/invoices/1/bookkeep", "");

    Answer paid =
        send(
            company,
            "/accounting/transactions",
            part("transaction", "{\"invoiceId\":\"1\",\"amount\":10}")
                + file("files", "a.pdf", "avi"));

    assertThat(paid.status()).as(paid.text()).isEqualTo(201);
    assertThat(paid.data().path("id").asText()).isEqualTo("invoice-1");
    assertThat(paid.warnings().findValuesAsText("pointer")).containsExactly("/files");
    assertThat(company.atFortnox().fileNames()).isEmpty();
  }

  @Test
  void aFormThatIsNoneIsRefusedByItsParts() {
    Company company = system.company();
    String entry = part("journal_entry", "{}");
    for (var wrong :
        List.of(
            List.of(file("files", "a.pdf", "x"), "/journal_entry"),
            List.of(entry + entry, "/journal_entry"),
            List.of(entry + part("expense", "{}"), "/expense"),
            List.of(entry + file("receipt", "a.pdf", "x"), "/receipt"),
            List.of(part("journal_entry", "[]"), ""),
            List.of(part("journal_entry", "{"), ""))) {
      Answer refused = send(company, ENTRIES, wrong.getFirst());
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
      assertThat(refused.problem().path("pointer").asText("")).isEqualTo(wrong.getLast());
    }
    Answer elsewhere =
        send(company, "/accounting/customers", part("customer", "{\"companyName\":\"A\"}"));
    assertThat(elsewhere.status()).isEqualTo(415);
  }
}
