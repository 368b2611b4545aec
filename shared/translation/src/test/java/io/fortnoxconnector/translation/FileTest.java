package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Files.FILES;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTest {
  private static final ObjectNode IN_THE_INBOX =
      json(
          """
          {'@url':'x','Comments':null,'Id':'i-1','Name':'Kvitto.PDF','Path':'Inbox','Size':3,
           'ArchiveFileId':'a-1'}
          """);

  private static Translated created(String body) {
    return FILES.toFortnox(json(body), WriteMode.CREATE);
  }

  @Test
  void aFileReadsAsADocumentWithItsPlaceAndWithoutItsContent() {
    var located = Files.located(IN_THE_INBOX, json("{'FolderId':'inbox_s'}"));

    assertThat(FILES.fromFortnox(located).data().toString())
        .isEqualTo(
            json("""
                {'id':'inbox-i-1','base64Encoded':true,'content':null,
                 'contentType':'application/pdf','fileName':'Kvitto.PDF',
                 'documentType':'SUPPLIER_INVOICE','contactId':null,'documentDate':null,
                 'documentId':null,'integrationSource':null,'note':null,'resourceId':null,
                 'place':'INBOX','folderId':'inbox_s','path':'Inbox','size':3,'comments':null,
                 'archiveFileId':'a-1','attachedTo':null}
                """)
                .toString());
    assertThat(FILES.fromListRow(located).warnings()).isEmpty();
  }

  @Test
  void theInboxAndTheArchiveHaveIdsOfTheirOwn() {
    assertThat(FILES.idOf(json("{'Id':'a-1'}"))).isEqualTo("a-1");
    assertThat(FILES.address("a-1"))
        .contains(new EntityAddress("/3/archive", List.of("a-1"), Map.of()));
    assertThat(FILES.address("inbox-i-1"))
        .contains(new EntityAddress("/3/inbox", List.of("i-1"), Map.of()));
    assertThat(FILES.address("inbox-")).isEmpty();
    assertThat(FILES.address("inbox-inbox_s")).isEmpty();
    assertThat(FILES.scopeAt("/3/inbox/i-1")).isEqualTo("inbox");
    assertThat(FILES.scopeAt("/3/archive")).isEqualTo("archive");
    assertThat(FILES.scopes()).containsExactly("archive", "connectfile", "inbox");
  }

  @Test
  void whatAFileIsSaysWhichFolderOfTheInboxItGoesTo() {
    var file =
        accepted(created("{'fileName':' åhus.txt ','content':'SGVq','documentType':'BANK'}"));

    assertThat(file.entity().path("FolderId").asText()).isEqualTo("inbox_b");
    assertThat(file.entity().path("Name").asText()).isEqualTo("åhus.txt");
    assertThat(Files.content(file.entity()))
        .contains(BinaryNode.valueOf("Hej".getBytes(StandardCharsets.UTF_8)));
    assertThat(Files.isInArchive(file.entity())).isFalse();
  }

  @Test
  void bytesOfAFormNeedNoBase64() {
    ObjectNode body = json("{'fileName':'a.bin'}");
    body.set("content", BinaryNode.valueOf(new byte[] {0, -1}));

    assertThat(Files.content(accepted(FILES.toFortnox(body, WriteMode.CREATE)).entity()))
        .contains(BinaryNode.valueOf(new byte[] {0, -1}));
  }

  @Test
  void whatIsWrongWithAFileIsToldAtOnce() {
    assertThat(rejected(created("{'content':'~','documentType':'MEMO','fileNam':'x'}")))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(
            tuple("/fileNam", "field-unknown"),
            tuple("/content", "field-invalid"),
            tuple("/fileName", "field-required"),
            tuple("/documentType", "field-invalid"));
    assertThat(rejected(created("{'fileName':'a','content':''}")))
        .extracting(FieldProblem::code)
        .containsExactly("field-required");
  }

  @Test
  void aFileIsTakenUpToItsMostBytes() {
    ObjectNode body = json("{'fileName':'a.bin'}");
    body.set("content", BinaryNode.valueOf(new byte[Files.MOST_BYTES]));
    accepted(FILES.toFortnox(body, WriteMode.CREATE));

    body.set("content", BinaryNode.valueOf(new byte[Files.MOST_BYTES + 1]));
    assertThat(rejected(FILES.toFortnox(body, WriteMode.CREATE)))
        .singleElement()
        .extracting(FieldProblem::detail)
        .asString()
        .contains("4500000 bytes", "4500001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b.pdf", "a\\\\b.pdf", "..", "a.", "a\\nb"})
  void aNameIsNoPath(String name) {
    assertThat(rejected(created("{'fileName':'" + name + "','content':'SGVq'}")))
        .extracting(FieldProblem::pointer)
        .containsExactly("/fileName");
  }

  @Test
  void aFileGoesToOnePlace() {
    String file = "{'fileName':'a.txt','content':'SGVq',";
    var archived = accepted(created(file + "'place':'ARCHIVE','path':'Avtal'}"));
    assertThat(Files.isInArchive(archived.entity())).isTrue();
    assertThat(rejected(created(file + "'place':'ARCHIVE','documentType':'BANK'}")))
        .extracting(FieldProblem::code)
        .containsExactly("field-contradiction");
    assertThat(rejected(created(file + "'path':'Avtal'}")))
        .extracting(FieldProblem::pointer)
        .containsExactly("/path");
    assertThat(rejected(created(file + "'folderId':'inbox_s','documentType':'BANK'}")))
        .extracting(FieldProblem::code)
        .containsExactly("field-contradiction");
  }

  @Test
  void whatMaesnSendsAndFortnoxHasNoPlaceForIsAnsweredWithWarnings() {
    var file =
        accepted(
            created(
                """
                {'fileName':'a.txt','content':'SGVq','contactId':'1','documentDate':'2026-01-01',
                 'documentId':'1','integrationSource':'x','note':'x','resourceId':'1'}
                """));

    assertThat(file.warnings())
        .extracting(Warning::code, Warning::pointer)
        .contains(tuple("field-not-stored", "/note"), tuple("field-not-stored", "/resourceId"))
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"journalEntries,A-1-2", "items,H-1", "invoices,17"})
  void aFileCanBeConnectedAtOnce(String resource, String id) {
    String target = "{'resource':'" + resource + "','id':'" + id + "'}";
    var file = accepted(created("{'fileName':'a','content':'SGVq','attachedTo':" + target + "}"));

    assertThat(file.rows()).isEqualTo(Map.of("attachedTo", List.of(json(target))));
    assertThat(FILES.fromFortnox(IN_THE_INBOX, file.rows()).data().path("attachedTo"))
        .isEqualTo(json(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x'",
        "{'resource':'units','id':'1'}",
        "{'resource':'journalEntries','id':'1'}",
        "{'resource':'items'}",
        "{'resource':'invoices','id':'A1'}",
        "{'resource':'items','id':'1','x':1}"
      })
  void aFileIsConnectedWithNothingThatCannotBe(String target) {
    assertThat(rejected(created("{'fileName':'a','content':'SGVq','attachedTo':" + target + "}")))
        .singleElement()
        .extracting(FieldProblem::pointer)
        .asString()
        .startsWith("/attachedTo");
  }

  @Test
  void aVouchersFilesAreFoundByItsThreeKeysAndConnectedInItsYear() {
    FileRegister vouchers = FileRegister.of("journalEntries").orElseThrow();
    EntityAddress entry = vouchers.address("A-1-2").orElseThrow();

    assertThat(vouchers.search(entry))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("voucherseries", "A", "vouchernumber", "1", "voucheryear", "2"));
    assertThat(vouchers.connection(entry, "f"))
        .isEqualTo(
            json(
                "{'VoucherFileConnection':{'FileId':'f','VoucherSeries':'A','VoucherNumber':'1'}}"));
    assertThat(vouchers.connectionQuery(entry)).isEqualTo(Map.of("financialyear", "2"));
    ObjectNode row = json("{'FileId':'f','VoucherSeries':'A','VoucherNumber':'1','VoucherYear':2}");
    assertThat(vouchers.isOf(row, entry)).isTrue();
    assertThat(vouchers.isOf(row.put("VoucherYear", 1), entry)).isFalse();
  }

  @Test
  void anInvoicesFilesAreAttachmentsOfItsType() {
    FileRegister invoices = FileRegister.of("invoices").orElseThrow();
    EntityAddress invoice = invoices.address("17").orElseThrow();

    assertThat(invoices.search(invoice)).isEqualTo(Map.of("entityid", "17", "entitytype", "F"));
    assertThat(invoices.connection(invoice, "f").get(0))
        .isEqualTo(
            Json.json("{'entityId':17,'entityType':'F','fileId':'f','includeOnSend':false}")
                .put("entityId", 17L));
    assertThat(invoices.fileQuery("f")).isEqualTo(Map.of("fileid", "f"));
  }

  @ParameterizedTest
  @CsvSource({"a.PDF,application/pdf", "a.tar.zip,application/zip", "a,application/octet-stream"})
  void theExtensionSaysTheType(String name, String type) {
    assertThat(FileTypes.of(name)).isEqualTo(type);
  }
}
