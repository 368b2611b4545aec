package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and attachments, as a vendor's program sees them and as Fortnox does. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class FileFlowTest {

  private static final String FILES = "/accounting/files";
  private static final String FORM = "multipart/form-data; boundary=----x";

  private final LocalSystem system;

  FileFlowTest(LocalSystem system) {
    this.system = system;
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  /** A form as a browser sends it: text parts, and the file last. */
  private static byte[] form(String fileName, byte[] content, String... texts) {
    var form = new ByteArrayOutputStream();
    for (int i = 0; i < texts.length; i += 2) {
      form.writeBytes(
          "------x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(texts[i], texts[i + 1])
              .getBytes(StandardCharsets.UTF_8));
    }
    form.writeBytes(
        "------x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n\r\n"
            .formatted(fileName)
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n------x--\r\n".getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private static Answer upload(Company company, String path, byte[] form, String... more) {
    String[] headers = Arrays.copyOf(more, more.length + 2);
    headers[more.length] = "Content-Type";
    headers[more.length + 1] = FORM;
    return company.api().send("POST", path, form, headers);
  }

  private static String json(String name, byte[] content, String more) {
    return "{\"fileName\":\"%s\",\"content\":\"%s\"%s}"
        .formatted(name, Base64.getEncoder().encodeToString(content), more);
  }

  private static byte[] content(Company company, String path) {
    Answer read = company.api().get(path);
    assertThat(read.status()).as(read.text()).isEqualTo(200);
    return Base64.getDecoder().decode(read.data().path("content").asText());
  }

  @Test
  void aFileOfAFormGoesToItsFolderOfTheInboxAndComesBackByteForByte() {
    Company company = system.company();
    byte[] bytes = bytes(1000);

    Answer created =
        upload(
            company,
            FILES,
            form("Kvitto åhus.pdf", bytes, "documentType", "SUPPLIER_INVOICE", "note", "Lunch"));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.data().path("fileName").asText()).isEqualTo("Kvitto åhus.pdf");
    assertThat(created.data().path("documentType").asText()).isEqualTo("SUPPLIER_INVOICE");
    assertThat(created.data().path("size").asInt()).isEqualTo(1000);
    assertThat(created.warnings().findValuesAsText("pointer")).containsExactly("/note");
    String address = created.header("location");
    assertThat(address).isEqualTo(FILES + "/" + created.data().path("id").asText());
    assertThat(content(company, address)).isEqualTo(bytes);
    assertThat(company.received("POST", "/3/inbox"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.query()).isEqualTo("folderId=inbox_s"));
    JsonNode listed = company.api().get(FILES + "?documentType=SUPPLIER_INVOICE").data();
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0)).isEqualTo(created.data());
  }

  @Test
  void theLargestFileGoesThroughAndOneThatIsLargerDoesNot() {
    Company company = system.company();
    byte[] bytes = bytes(4_500_000);

    Answer created = upload(company, FILES, form("stor.pdf", bytes), "Prefer", "wait=25");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(content(company, created.header("location"))).isEqualTo(bytes);
    Answer refused = upload(company, FILES, form("stor.pdf", bytes(4_500_001)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem().path("pointer").asText()).isEqualTo("/content");
  }

  @Test
  void aFileInJsonGoesToTheArchiveAndIsHandedOnAsItIsToWhoeverWantsThat() {
    Company company = system.company();
    company.atFortnox().addFolder("Avtal/2026");
    byte[] text = "Hej".getBytes(StandardCharsets.UTF_8);

    Answer created =
        company
            .api()
            .post(FILES, json("a.txt", text, ",\"place\":\"ARCHIVE\",\"path\":\"Avtal/2026\""));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    Answer raw =
        company.api().send("GET", created.header("location"), new byte[0], "Accept", "text/plain");
    assertThat(raw.text()).isEqualTo("Hej");
    assertThat(raw.header("content-type")).isEqualTo("text/plain");
    assertThat(raw.header("content-disposition")).isEqualTo("attachment; filename*=UTF-8''a.txt");
    assertThat(company.api().get(FILES + "?path=Avtal%2F2026").data().findValuesAsText("id"))
        .containsExactly(created.data().path("id").asText());
    assertThat(company.api().get(FILES).data()).isEmpty();
    assertThat(company.api().get(FILES + "?expand=full").data()).hasSize(1);
    assertThat(company.api().get(FILES + "?expand=full&place=INBOX").data()).isEmpty();
    assertThat(company.api().get(FILES + "?path=Nej").status()).isEqualTo(404);
  }

  @Test
  void aListOfFilesHasPagesAndShowsFortnoxsOwnFolder() {
    Company company = system.company();
    for (String name : List.of("a.txt", "b.txt", "c.txt")) {
      assertThat(company.api().post(FILES, json(name, bytes(3), "")).status()).isEqualTo(201);
    }

    Answer page = company.api().get(FILES + "?limit=2&page=2&rawData=true");

    assertThat(page.data().findValuesAsText("fileName")).containsExactly("c.txt");
    assertThat(page.json().at("/meta/pagination/total").asInt()).isEqualTo(3);
    assertThat(page.json().at("/rawData/Folders/0/Files")).hasSize(3);
  }

  @Test
  void aFileIsDeletedAndNeverChanged() {
    Company company = system.company();
    Answer created = company.api().post(FILES, json("a.txt", bytes(3), ""));
    String address = created.header("location");

    for (String method : List.of("PUT", "PATCH")) {
      Answer refused = company.api().json(method, address, "{}");
      assertThat(refused.status()).isEqualTo(405);
      assertThat(refused.problem().path("detail").asText()).contains("upload another");
    }
    assertThat(company.api().delete(address).status()).isEqualTo(200);
    assertThat(company.api().get(address).status()).isEqualTo(404);
    assertThat(company.api().delete(address).status()).isEqualTo(404);
    assertThat(company.atFortnox().fileNames()).isEmpty();
  }

  @Test
  void aFileThatFortnoxRefusesIsAnsweredWithItsReason() {
    Company company = system.company();

    Answer refused = company.api().post(FILES, json("a.exe", bytes(3), ""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem().at("/fortnox/message").asText()).contains("Filtypen");
  }

  @Test
  void whoeverDoesNotWaitGetsATaskThatTellsTheFile() {
    Company company = system.company();

    Answer accepted = upload(company, FILES + "/async", form("a.pdf", bytes(400_000)));

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    JsonNode task = company.finished(accepted.header("location"));
    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(task.at("/responseData/fileName").asText()).isEqualTo("a.pdf");
  }

  @Test
  void theSameUploadAgainIsTheSameFile() {
    Company company = system.company();
    byte[] form = form("a.pdf", bytes(10));

    Answer first = upload(company, FILES, form, "Idempotency-Key", "upload-1");
    Answer again = upload(company, FILES, form, "Idempotency-Key", "upload-1");
    Answer other = upload(company, FILES, form("a.pdf", bytes(11)), "Idempotency-Key", "upload-1");

    assertThat(again.data()).isEqualTo(first.data());
    assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    assertThat(other.status()).isEqualTo(422);
    assertThat(company.atFortnox().fileNames()).hasSize(1);
  }

  @Test
  void anUploadWhoseReplyWasLostIsFoundByItsBytesAndNotMadeTwice() {
    Company company = system.company();
    upload(company, FILES, form("a.pdf", bytes(12)));
    company.trouble("POST", "/3/inbox").once().failsAfterwardsWith(503);

    JsonNode task =
        company.finished(
            upload(company, FILES, form("a.pdf", bytes(11)), "Prefer", "respond-async")
                .header("location"));

    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(company.atFortnox().fileNames()).hasSize(2);
    assertThat(company.received("POST", "/3/inbox")).hasSize(2);
  }

  @Test
  void typesAndExtensionsAreLists() {
    Caller api = system.company().api();

    assertThat(api.get(FILES + "/documentTypes").data().findValuesAsText("name"))
        .contains("VOUCHER", "SUPPLIER_INVOICE");
    assertThat(
            api.get(FILES + "/documentExtensions")
                .data()
                .path("allowed_file_extensions")
                .toString())
        .contains("pdf", "png");
  }

  private static String entry(Company company) {
    String day = company.api().get("/accounting/fiscalYears/2").data().path("startDate").asText();
    Answer created =
        company
            .api()
            .post(
                "/accounting/journalEntries",
                """
                {"journalCode":"A","description":"Hyra","transactionDate":"%s","fiscalYear":"2",
                 "journalLineItems":[{"accountId":"5010","debit":1},{"accountId":"1930","credit":1}]}
                """
                    .formatted(day));
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return created.data().path("id").asText();
  }

  @Test
  void aFileIsUploadedAndConnectedWithAJournalEntryByOneRequest() {
    Company company = system.company();
    String entry = entry(company);
    byte[] bytes = bytes(100);
    for (String spelling : List.of("attachments", "Attachments")) {
      String attachments = "/accounting/journalEntries/" + entry + "/" + spelling;

      Answer created = upload(company, attachments, form("Hyra.pdf", bytes));

      assertThat(created.status()).as(created.text()).isEqualTo(201);
      String id = created.data().path("id").asText();
      assertThat(created.data().at("/attachedTo/id").asText()).isEqualTo(entry);
      assertThat(company.api().get(attachments).data().findValuesAsText("id")).contains(id);
      assertThat(content(company, attachments + "/" + id)).isEqualTo(bytes);
    }
    assertThat(company.received("POST", "/3/voucherfileconnections"))
        .hasSize(2)
        .allSatisfy(call -> assertThat(call.query()).isEqualTo("financialyear=2"));
    assertThat(company.received("POST", "/3/inbox"))
        .allSatisfy(call -> assertThat(call.query()).isEqualTo("folderId=inbox_v"));
  }

  @Test
  void anEntrysAttachmentsAreNotAnothers() {
    Company company = system.company();
    String one = entry(company);
    String other = entry(company);
    Answer created =
        company
            .api()
            .post(
                "/accounting/journalEntries/" + one + "/attachments", json("a.txt", bytes(3), ""));
    String others = "/accounting/journalEntries/" + other + "/attachments";

    assertThat(company.api().get(others).data()).isEmpty();
    assertThat(company.api().get(others + "/" + created.data().path("id").asText()).status())
        .isEqualTo(404);
  }

  @Test
  void aFileForAnEntryThatIsNotThereIsUploadedAndTheAnswerSaysWhatIsMissing() {
    Company company = system.company();

    Answer created =
        company
            .api()
            .post("/accounting/journalEntries/A-99-2/attachments", json("a.txt", bytes(3), ""));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings().findValuesAsText("code")).contains("partly-stored");
  }

  @Test
  void aConnectionWhoseReplyWasLostIsNotMadeTwice() {
    Company company = system.company();
    String entry = entry(company);
    company.trouble("POST", "/3/voucherfileconnections").once().failsAfterwardsWith(503);

    JsonNode task =
        company.finished(
            company.later(
                "POST",
                "/accounting/journalEntries/" + entry + "/attachments",
                json("a.txt", bytes(3), "")));

    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(company.received("POST", "/3/voucherfileconnections")).hasSize(1);
    assertThat(company.received("POST", "/3/inbox")).hasSize(1);
  }

  @Test
  void invoicesAndItemsTakeFilesTheirOwnWay() {
    Company company = system.company();
    Caller api = company.api();
    String customer = company.create("{\"contactType\":\"COMPANY\",\"companyName\":\"A AB\"}");
    Answer item = api.post("/accounting/items", "{\"name\":\"Hammare\"}");
    String itemId = item.data().path("id").asText();
    Answer invoice =
        api.post(
            "/accounting/invoices",
            """
            {"contactId":"%s","invoiceDate":"2026-11-01","lineItems":[{"itemId":"%s","quantity":1}]}
            """
                .formatted(customer, itemId));
    assertThat(invoice.status()).as(invoice.text()).isEqualTo(201);
    for (String path :
        List.of(
            "/accounting/invoices/" + invoice.data().path("invoiceId").asText() + "/attachments",
            "/accounting/items/" + itemId + "/attachments")) {
      Answer created = api.post(path, json("ritning.png", bytes(30), ""));

      assertThat(created.status()).as(created.text()).isEqualTo(201);
      assertThat(api.get(path).data().findValuesAsText("id"))
          .containsExactly(created.data().path("id").asText());
      assertThat(content(company, created.header("location"))).isEqualTo(bytes(30));
    }
    assertThat(company.received("POST", "/api/fileattachments")).hasSize(1);
  }

  private Company companyWithDocuments() {
    Company company = system.company();
    company.create("{\"contactType\":\"COMPANY\",\"companyName\":\"A AB\"}");
    for (String documents : List.of("invoices", "offers", "salesOrders")) {
      Answer created =
          company
              .api()
              .post(
                  "/accounting/" + documents,
                  "{\"contactId\":\"1\",\"lineItems\":[{\"description\":\"a\",\"quantity\":1}]}");
      assertThat(created.status()).as(created.text()).isEqualTo(201);
    }
    return company;
  }

  @ParameterizedTest
  @CsvSource({"offers, OF, inbox_of", "salesOrders, O, inbox_o"})
  void offersAndSalesOrdersHaveFilesOfTheirOwn(String documents, String type, String folder) {
    Company company = companyWithDocuments();
    String path = "/accounting/" + documents + "/1/attachments";

    Answer created = upload(company, path, form("ritning.png", bytes(30)));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings()).isEmpty();
    assertThat(content(company, created.header("location"))).isEqualTo(bytes(30));
    assertThat(company.received("POST", "/3/inbox"))
        .singleElement()
        .satisfies(call -> assertThat(call.query()).isEqualTo("folderId=" + folder));
    assertThat(company.received("POST", "/api/fileattachments"))
        .singleElement()
        .satisfies(
            call ->
                assertThat(Answer.tree(call.body()).at("/0/entityType").asText()).isEqualTo(type));
    for (String each : List.of("invoices", "offers", "salesOrders")) {
      assertThat(company.api().get("/accounting/" + each + "/1/attachments").data())
          .as(each)
          .hasSize(each.equals(documents) ? 1 : 0);
    }
  }

  @Test
  void anOffersFileWhoseConnectionsReplyWasLostIsConnectedOnce() {
    Company company = companyWithDocuments();
    company.trouble("POST", "/api/fileattachments").once().failsAfterwardsWith(503);

    JsonNode task =
        company.finished(
            company.later("POST", "/accounting/offers/1/attachments", json("a.pdf", bytes(3), "")));

    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(company.received("POST", "/api/fileattachments")).hasSize(1);
    assertThat(company.api().get("/accounting/offers/1/attachments").data()).hasSize(1);
  }

  private static final String BILL = "/accounting/bills/1";

  private Company companyWithBill() {
    Company company = system.company();
    assertThat(
            company
                .api()
                .post("/accounting/suppliers", "{\"companyName\":\"Papper & Penna AB\"}")
                .status())
        .isEqualTo(201);
    bill(company);
    return company;
  }

  private static void bill(Company company) {
    Answer created =
        company.api().post("/accounting/bills", "{\"contactId\":\"1\",\"dueDate\":\"2026-12-24\"}");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
  }

  @Test
  void aBillsFilesAreItsOwnAndGoToTheFolderOfBills() {
    Company company = companyWithBill();
    bill(company);

    Answer created = upload(company, BILL + "/attachments", form("F-1.pdf", bytes(50)));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings()).isEmpty();
    String id = created.data().path("id").asText();
    assertThat(created.header("location")).isEqualTo(BILL + "/attachments/" + id);
    assertThat(content(company, created.header("location"))).isEqualTo(bytes(50));
    JsonNode listed = company.api().get(BILL + "/attachments").data();
    assertThat(listed.findValuesAsText("id")).containsExactly(id);
    assertThat(listed.findValuesAsText("fileName")).containsExactly("F-1.pdf");
    assertThat(company.api().get("/accounting/bills/2/attachments").data()).isEmpty();
    assertThat(company.api().get("/accounting/bills/2/attachments/" + id).status()).isEqualTo(404);
    assertThat(company.received("POST", "/3/inbox"))
        .singleElement()
        .satisfies(call -> assertThat(call.query()).isEqualTo("folderId=inbox_s"));
  }

  @Test
  void aBillsDocumentIsTheFirstPdfAmongItsFilesElseItsFirstFile() {
    Company company = companyWithBill();
    Caller api = company.api();
    Answer none = api.get(BILL + "/document");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.problem().path("detail").asText()).contains("No file is connected");

    upload(company, BILL + "/attachments", form("foto.png", bytes(20)));
    assertThat(content(company, BILL + "/document")).isEqualTo(bytes(20));

    // The sandbox lists connections by their files' ids: this one comes before those of all
    // uploads.
    company
        .atFortnox()
        .seed(
            "supplierinvoicefileconnections",
            JsonNodeFactory.instance
                .objectNode()
                .put("FileId", "0")
                .put("Name", "faktura.xml")
                .put("SupplierInvoiceNumber", "1"));
    Answer pdf = upload(company, BILL + "/attachments", form("Faktura.PDF", bytes(40)));
    Answer document = api.get(BILL + "/document");
    assertThat(api.get(BILL + "/attachments").data().at("/0/id").asText()).isEqualTo("0");
    assertThat(document.data().path("id")).isEqualTo(pdf.data().path("id"));
    assertThat(document.data().path("fileName").asText()).isEqualTo("Faktura.PDF");
    assertThat(document.data().path("contentType").asText()).isEqualTo("application/pdf");
    assertThat(content(company, BILL + "/document")).isEqualTo(bytes(40));
    Answer raw = api.send("GET", BILL + "/document", new byte[0], "Accept", "application/pdf");
    assertThat(raw.header("content-type")).isEqualTo("application/pdf");
    assertThat(raw.header("content-disposition")).contains("Faktura.PDF");
    assertThat(api.get("/accounting/bills/99/document").status()).isEqualTo(404);
  }

  @Test
  void aBillsFileWhoseConnectionsReplyWasLostIsConnectedOnce() {
    Company company = companyWithBill();
    company.trouble("POST", "/3/supplierinvoicefileconnections").once().failsAfterwardsWith(503);

    JsonNode task =
        company.finished(company.later("POST", BILL + "/attachments", json("a.pdf", bytes(3), "")));

    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(company.received("POST", "/3/supplierinvoicefileconnections")).hasSize(1);
    assertThat(company.received("POST", "/3/inbox")).hasSize(1);
    assertThat(company.api().get(BILL + "/attachments").data()).hasSize(1);
  }

  @Test
  void aFileForABillThatIsNotThereIsUploadedAndTheAnswerSaysSo() {
    Company company = companyWithBill();

    Answer created =
        company.api().post("/accounting/bills/99/attachments", json("a.pdf", bytes(3), ""));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings().findValuesAsText("code")).contains("partly-stored");
    assertThat(company.atFortnox().fileNames()).containsExactly("a.pdf");
  }

  private Company companyWithEverything() {
    Company company = companyWithDocuments();
    entry(company);
    for (String[] register :
        new String[][] {
          {"suppliers", "{\"companyName\":\"Papper & Penna AB\"}"},
          {"bills", "{\"contactId\":\"1\",\"dueDate\":\"2026-12-24\"}"},
          {"items", "{\"name\":\"Hammare\"}"}
        }) {
      Answer created = company.api().post("/accounting/" + register[0], register[1]);
      assertThat(created.status()).as(created.text()).isEqualTo(201);
    }
    return company;
  }

  @ParameterizedTest
  @CsvSource({
    "journalEntries/A-1-2/attachments, /3/voucherfileconnections",
    "journalEntries/A-1-2/Attachments, /3/voucherfileconnections",
    "items/1/attachments, /3/articlefileconnections",
    "bills/1/attachments, /3/supplierinvoicefileconnections",
    "invoices/1/attachments, /api/fileattachments",
    "offers/1/attachments, /api/fileattachments",
    "salesOrders/1/attachments, /api/fileattachments"
  })
  void aFileIsTakenOffAndStaysWhereItIs(String attachments, String register) {
    Company company = companyWithEverything();
    String path = "/accounting/" + attachments;
    Answer created = upload(company, path, form("a.pdf", bytes(30)));
    upload(company, path, form("b.pdf", bytes(31)));
    String id = created.data().path("id").asText();

    Answer detached = company.api().delete(created.header("location"));

    assertThat(detached.status()).as(detached.text()).isEqualTo(200);
    assertThat(detached.data().path("id").asText()).isEqualTo(id);
    assertThat(company.received("DELETE", register)).hasSize(1);
    assertThat(company.api().get(path).data()).hasSize(1);
    assertThat(company.api().get(path).data().findValuesAsText("id")).doesNotContain(id);
    assertThat(company.atFortnox().fileNames()).containsExactlyInAnyOrder("a.pdf", "b.pdf");
    assertThat(content(company, FILES + "/" + id)).isEqualTo(bytes(30));
    assertThat(company.api().delete(created.header("location")).status()).isEqualTo(404);
    assertThat(company.received("DELETE", register)).hasSize(1);
  }

  @Test
  void anotherEntitysFileIsNotTakenOffThroughThisOne() {
    Company company = companyWithBill();
    bill(company);
    Answer created = upload(company, BILL + "/attachments", form("a.pdf", bytes(3)));
    String id = created.data().path("id").asText();

    for (String other : List.of("bills/2", "bills/99", "items/1", "invoices/1")) {
      Answer refused = company.api().delete("/accounting/" + other + "/attachments/" + id);
      assertThat(refused.status()).as(refused.text()).isEqualTo(404);
    }

    assertThat(company.received("DELETE", "/3/supplierinvoicefileconnections")).isEmpty();
    assertThat(company.api().get(BILL + "/attachments").data()).hasSize(1);
  }

  @Test
  void aDetachmentWhoseReplyWasLostIsLookedUpAndTheSameRequestAgainIsTheSameTask() {
    Company company = companyWithBill();
    String file =
        upload(company, BILL + "/attachments", form("a.pdf", bytes(3))).header("location");
    String register = "/3/supplierinvoicefileconnections";
    company.trouble("DELETE", register).once().failsAfterwardsWith(503);

    Answer accepted =
        company
            .api()
            .send(
                "DELETE",
                file,
                new byte[0],
                "Prefer",
                "respond-async",
                "Idempotency-Key",
                "detach-1");
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    JsonNode task = company.finished(accepted.header("location"));

    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(task.path("operation").asText()).isEqualTo("DETACH");
    assertThat(task.path("responseData").isNull()).isTrue();
    Answer again = company.api().send("DELETE", file, new byte[0], "Idempotency-Key", "detach-1");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    assertThat(company.received("DELETE", register)).hasSize(1);
    assertThat(company.atFortnox().fileNames()).containsExactly("a.pdf");
  }

  @Test
  void aSmallFileComesByTheJobsDoorToo() {
    Company company = system.company();
    String job =
        """
        {"connection":"%s","resource":"files","operation":"CREATE","idempotencyKey":"job-1",
         "body":%s}
        """
            .formatted(company.connection(), json("jobb.txt", bytes(30), ""));
    system
        .inside()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(system.stack().queueUrl("JobsQueue"))
                    .messageBody(job)
                    .messageGroupId(company.connection())
                    .messageDeduplicationId("job-1-" + company.connection()));

    JsonNode task = company.finished("/accounting/asyncTask?idempotencyKey=job-1");

    assertThat(task.path("state").asText()).as("%s", task).isEqualTo("DONE");
    assertThat(company.atFortnox().fileNames()).containsExactly("jobb.txt");
  }
}
