package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox, the archive, and what belongs to what. */
class FilesTest {

  private static final Set<String> SCOPES =
      Set.of(
          "inbox",
          "archive",
          "connectfile",
          "bookkeeping",
          "customer",
          "invoice",
          "supplier",
          "supplierinvoice");

  private Sandbox sandbox;
  private TestClient client;

  @BeforeEach
  void start() {
    sandbox = TestClient.sandbox(Sandbox.options());
    sandbox.registerApp("files", "secret", TestClient.CALLBACK, SCOPES, true);
    client = TestClient.with(sandbox, sandbox.connect("files", "123456", SCOPES, true));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private String uploaded() {
    return client
        .upload("/inbox?folderId=inbox_v", "a.txt", "Hej")
        .json()
        .at("/File/ArchiveFileId")
        .asText();
  }

  private String voucher() {
    var day = client.get("/financialyears/2").json().at("/FinancialYear/FromDate").asText();
    var made =
        client.post(
            "/vouchers?financialyear=2",
            "{'Voucher':{'VoucherSeries':'A','Description':'Hyra','TransactionDate':'"
                + day
                + "','VoucherRows':[{'Account':5010,'Debit':1},{'Account':1930,'Credit':1}]}}");
    return made.json().at("/Voucher/VoucherNumber").asText();
  }

  @Test
  void aFileOfTheInboxHasAnIdThereAndOneInTheArchive() {
    var file = client.upload("/inbox?folderId=inbox_s", "Åhus.txt", "Hej").json().path("File");

    assertThat(client.get("/inbox/" + file.path("Id").asText()).body()).isEqualTo("Hej");
    var archived = client.get("/archive/" + file.path("ArchiveFileId").asText());
    assertThat(archived.body()).isEqualTo("Hej");
    assertThat(archived.headers().get("content-disposition")).contains("%C3%85hus.txt");
    assertThat(client.get("/inbox/inbox_s").json().at("/Folder/Files/0")).isEqualTo(file);
    assertThat(client.get("/inbox").json().at("/Folder/Files")).isEmpty();
  }

  @Test
  void whatIsNoFileOrGoesNowhereIsRefused() {
    assertThat(client.upload("/inbox", "a.exe", "Hej").status()).isEqualTo(400);
    assertThat(client.upload("/inbox?folderId=nej", "a.txt", "Hej").status()).isEqualTo(404);
    assertThat(client.upload("/archive?path=nej", "a.txt", "Hej").status()).isEqualTo(404);
    assertThat(client.post("/inbox", "{}").status()).isEqualTo(400);
    assertThat(client.get("/archive/nej").status()).isEqualTo(404);
  }

  @Test
  void deletedFilesAndFoldersAreGoneWithAllThatIsInThem() {
    sandbox.company("123456").addFolder("Avtal/2026");
    client.upload("/archive?path=Avtal/2026", "a.txt", "Hej");
    var file = client.upload("/inbox", "b.txt", "Hej").json().at("/File/Id").asText();

    assertThat(client.delete("/archive?path=Avtal").status()).isEqualTo(204);
    assertThat(client.delete("/inbox/" + file).status()).isEqualTo(204);

    assertThat(sandbox.company("123456").fileNames()).isEmpty();
    assertThat(client.get("/archive?path=Avtal/2026").status()).isEqualTo(404);
  }

  @Test
  void aVoucherOfAYearGetsAFileThatExistsOnce() {
    var file = uploaded();
    var connection =
        "{'VoucherFileConnection':{'FileId':'%s','VoucherSeries':'A','VoucherNumber':'%s'}}"
            .formatted(file, voucher());

    assertThat(client.post("/voucherfileconnections?financialyear=1", connection).status())
        .isEqualTo(400);
    var made = client.post("/voucherfileconnections?financialyear=2", connection);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().at("/VoucherFileConnection/VoucherYear").asInt()).isEqualTo(2);
    assertThat(made.json().at("/VoucherFileConnection/VoucherDescription").asText())
        .isEqualTo("Hyra");
    assertThat(client.post("/voucherfileconnections?financialyear=2", connection).status())
        .isEqualTo(400);
    assertThat(
            client
                .get("/voucherfileconnections?voucherseries=A&vouchernumber=1&voucheryear=2")
                .json()
                .path("VoucherFileConnections"))
        .hasSize(1);
    assertThat(client.delete("/voucherfileconnections/" + file).status()).isEqualTo(204);
    assertThat(
            client
                .post(
                    "/voucherfileconnections?financialyear=2",
                    connection.replace(file, "00000000-0000-0000-0000-000000000000"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void aSupplierInvoicesConnectionNamesItsFileAndSupplier() {
    client.post("/suppliers", "{'Supplier':{'Name':'Papper AB'}}");
    client.post(
        "/supplierinvoices", "{'SupplierInvoice':{'SupplierNumber':'1','DueDate':'2026-12-24'}}");
    var file = uploaded();
    var path = "/supplierinvoicefileconnections";
    var connection =
        "{'SupplierInvoiceFileConnection':{'FileId':'%s','SupplierInvoiceNumber':'1'}}"
            .formatted(file);

    var made = client.post(path, connection);

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    var shown = made.json().path("SupplierInvoiceFileConnection");
    assertThat(TestClient.keys(shown))
        .containsExactlyInAnyOrder(
            "@url", "FileId", "Name", "SupplierInvoiceNumber", "SupplierName");
    assertThat(shown.path("Name").asText()).isEqualTo("a.txt");
    assertThat(shown.path("SupplierName").asText()).isEqualTo("Papper AB");
    assertThat(
            client
                .get(path + "?supplierinvoicenumber=1")
                .json()
                .path("SupplierInvoiceFileConnections"))
        .hasSize(1);
    assertThat(
            client
                .get(path + "?supplierinvoicenumber=11")
                .json()
                .path("SupplierInvoiceFileConnections"))
        .isEmpty();
    assertThat(client.post(path, connection).code()).isEqualTo(2000800);
    assertThat(client.post(path, connection.replace("'1'", "'9'")).status()).isEqualTo(400);
    assertThat(client.post(path, connection.replace(file, "nej")).status()).isEqualTo(400);
    assertThat(client.delete(path + "/" + file).status()).isEqualTo(204);
    assertThat(client.get(path + "/" + file).code()).isEqualTo(2000799);
  }

  @Test
  void aDocumentsAttachmentsAreAServiceOfTheirOwn() {
    client.post("/customers", "{'Customer':{'Name':'A'}}");
    client.post("/invoices", "{'Invoice':{'CustomerNumber':'1'}}");
    var path = "/fileattachments/attachments-v1";
    var attachment =
        "[{'entityId':1,'entityType':'F','fileId':'%s','includeOnSend':true}]"
            .formatted(uploaded());

    var made = client.service("POST", path, attachment);

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    var id = made.json().at("/0/id").asText();
    assertThat(client.service("GET", path + "?entityid=1&entitytype=F", "").json())
        .isEqualTo(made.json());
    assertThat(client.service("GET", path + "?entityid=2&entitytype=F", "").json()).isEmpty();
    var count = path + "/numberofattachments?entityids=1&entitytype=F";
    assertThat(client.service("GET", count, "").json().at("/0/numberOfAttachments").asInt())
        .isEqualTo(1);
    assertThat(
            client
                .service("PUT", path + "/" + id, "{'includeOnSend':false}")
                .json()
                .path("includeOnSend")
                .asBoolean(true))
        .isFalse();
    var refused = client.service("POST", path, attachment.replace("'entityId':1", "'entityId':9"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("message").asText()).contains("document");
    assertThat(client.service("DELETE", path + "/" + id, "").status()).isEqualTo(204);
    assertThat(client.service("DELETE", path + "/" + id, "").status()).isEqualTo(404);
  }

  @Test
  void filesNeedTheScopeOfTheirPlace() {
    var scopes = Set.of("archive");
    var archivist = TestClient.with(sandbox, sandbox.connect("files", "123456", scopes, true));

    assertThat(archivist.get("/archive").status()).isEqualTo(200);
    assertThat(archivist.get("/inbox").code()).isEqualTo(2000663);
    assertThat(archivist.get("/voucherfileconnections").code()).isEqualTo(2000663);
  }
}
