package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.JournalEntries.JOURNAL_ENTRIES;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalEntryTest {
  private static final ObjectNode VOUCHER =
      json(
          """
          {'@url':'x','ApprovalState':0,'Comments':null,'CostCenter':null,'Description':'Hyra maj',
           'Project':null,'ReferenceNumber':null,'ReferenceType':'MANUAL',
           'TransactionDate':'2026-05-01','VoucherNumber':17,'VoucherSeries':'A','Year':2,
           'VoucherRows':[
            {'Account':5010,'CostCenter':'BU','Credit':0,'Debit':1000.5,'Description':'Lokalhyra',
             'Project':null,'Quantity':0,'Removed':false,'TransactionInformation':'Maj'},
            {'Account':1930,'CostCenter':null,'Credit':1000.5,'Debit':0,
             'Description':'Företagskonto','Project':null,'Quantity':0,'Removed':false,
             'TransactionInformation':null}]}
          """);

  private static String entry(String rows) {
    return "{'journalCode':'A','description':'Hyra','transactionDate':'2026-05-01','journalLineItems':["
        + rows
        + "]}";
  }

  private static ObjectNode created(String rows) {
    return accepted(JOURNAL_ENTRIES.toFortnox(json(entry(rows)), WriteMode.CREATE)).entity();
  }

  private static List<FieldProblem> refused(String rows) {
    return rejected(JOURNAL_ENTRIES.toFortnox(json(entry(rows)), WriteMode.CREATE));
  }

  @Test
  void aVoucherReadsWithItsThreeKeysAsOneIdAndItsRowsInMaesnsShape() {
    Unified read = JOURNAL_ENTRIES.fromFortnox(VOUCHER);

    assertThat(read.warnings()).isEmpty();
    assertThat(read.data().path("id").asText()).isEqualTo("A-17-2");
    assertThat(read.data().path("number").asText()).isEqualTo("17");
    assertThat(read.data().path("approvalState").asText()).isEqualTo("NOT_FOR_APPROVAL");
    JsonNode rent = read.data().at("/journalLineItems/0");
    assertThat(rent.path("id").asText()).isEqualTo("1");
    assertThat(rent.path("accountId").asText()).isEqualTo("5010");
    assertThat(rent.path("accountNumber").intValue()).isEqualTo(5010);
    assertThat(rent.path("debitCreditIndicator").asText()).isEqualTo("DEBIT");
    assertThat(rent.path("totalGrossAmount").decimalValue()).isEqualByComparingTo("1000.5");
    assertThat(rent.path("debit").decimalValue()).isEqualByComparingTo("1000.5");
    assertThat(rent.path("dimensions")).isEmpty();
    JsonNode bank = read.data().at("/journalLineItems/1");
    assertThat(bank.path("debitCreditIndicator").asText()).isEqualTo("CREDIT");
    assertThat(bank.path("totalNetAmount").decimalValue()).isEqualByComparingTo("1000.5");
  }

  @Test
  void aRowTakesASideAndAnAmountOrTheAmountOfASide() {
    ObjectNode pair =
        created(
            """
            {'accountId':'5010','debitCreditIndicator':'DEBIT','totalGrossAmount':100},
            {'accountNumber':1930,'debitCreditIndicator':'CREDIT','totalNetAmount':100}
            """);
    ObjectNode sides =
        created("{'accountCode':'5010','debit':100},{'accountId':'1930','credit':100}");

    assertThat(pair.path("VoucherRows").toString())
        .isEqualTo("[{\"Account\":5010,\"Debit\":100},{\"Account\":1930,\"Credit\":100}]");
    assertThat(sides.path("VoucherRows").toString()).isEqualTo(pair.path("VoucherRows").toString());
  }

  @Test
  void namesOfOneThingMustAgree() {
    ObjectNode agreed =
        created(
            """
            {'accountId':'5010','accountNumber':5010,'debit':100,'totalGrossAmount':100.00,
             'debitCreditIndicator':'DEBIT'},{'accountId':'1930','credit':100}
            """);
    assertThat(agreed.at("/VoucherRows/0/Account").intValue()).isEqualTo(5010);
    assertThat(
            refused(
                """
                {'accountId':'5010','accountNumber':5011,'debit':100,'totalNetAmount':80,
                 'debitCreditIndicator':'DEBIT'},{'accountId':'1930','credit':100}
                """))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .contains(
            tuple("/journalLineItems/0/accountNumber", "field-contradiction"),
            tuple("/journalLineItems/0/debit", "field-contradiction"));
  }

  @Test
  void aVoucherMustBalance() {
    assertThat(refused("{'accountId':'5010','debit':100},{'accountId':'1930','credit':99.5}"))
        .extracting(FieldProblem::pointer, FieldProblem::detail)
        .containsExactly(
            tuple(
                "/journalLineItems", "journalLineItems must balance; debit minus credit is 0.5."));
  }

  @Test
  void rowsAreNeededEachOnAnAccountAndWithASideForItsAmount() {
    assertThat(refused("{'accountId':'5010','debit':0}"))
        .extracting(FieldProblem::pointer)
        .containsExactly("/journalLineItems");
    assertThat(refused("{'debit':1},{'accountId':'1930','credit':1}"))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(tuple("/journalLineItems/0/accountId", "field-required"));
    assertThat(refused("{'accountId':'5010','totalGrossAmount':1},{'accountId':'1930','credit':1}"))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .contains(tuple("/journalLineItems/0/debitCreditIndicator", "field-required"));
    assertThat(refused("{'accountId':'5010','debitCreditIndicator':'LEFT'},{'accountId':'1930'}"))
        .extracting(FieldProblem::pointer)
        .contains("/journalLineItems/0/debitCreditIndicator");
    assertThat(
            rejected(
                JOURNAL_ENTRIES.toFortnox(
                    json("{'journalCode':'A','description':'x','transactionDate':'2026-05-01'}"),
                    WriteMode.CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/journalLineItems");
  }

  @Test
  void whatWasSentIsHeldByTheVoucherThatFortnoxMadeOfIt() {
    ObjectNode sent =
        created("{'accountId':'5010','debit':1000.5},{'accountId':'1930','credit':1000.5}");
    sent.put("Description", "Hyra maj");

    assertThat(JOURNAL_ENTRIES.holds(VOUCHER, sent)).isTrue();
    ObjectNode other = VOUCHER.deepCopy();
    ((ObjectNode) other.at("/VoucherRows/1")).put("Credit", 1000.4);
    assertThat(JOURNAL_ENTRIES.holds(other, sent)).isFalse();
  }

  private static ObjectNode withFiles(String files) {
    ObjectNode entry =
        json(entry("{'accountId':'5010','debit':100},{'accountId':'1930','credit':100}"));
    entry.set("files", json("{'files':" + files + "}").get("files"));
    return entry;
  }

  @Test
  void filesThatComeWithItAreUploadsToTheFolderOfVouchers() {
    Translated.Accepted accepted =
        accepted(
            JOURNAL_ENTRIES.toFortnox(
                withFiles("[{'fileName':'a.pdf','content':'SGVq'}]"), WriteMode.CREATE));

    assertThat(accepted.warnings()).isEmpty();
    assertThat(accepted.entity().has("files")).isFalse();
    ObjectNode file = accepted.rows().getOrDefault("files", List.of()).getFirst();
    assertThat(file.path("Name").asText()).isEqualTo("a.pdf");
    assertThat(file.path("FolderId").asText()).isEqualTo("inbox_v");
    assertThat(Files.content(file).orElseThrow().asText()).isEqualTo("SGVq");
    assertThat(accepted(JOURNAL_ENTRIES.toFortnox(withFiles("[]"), WriteMode.CREATE)).rows())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'a.pdf'; /files",
        "['a.pdf']; /files/0",
        "[{'content':'SGVq'}]; /files/0/fileName",
        "[{'fileName':'a/b','content':'SGVq'}]; /files/0/fileName",
        "[{'fileName':'a','content':'SGVq'},{'fileName':'b'}]; /files/1/content",
        "[{'fileName':'a','content':'SGVq','note':'x'}]; /files/0/note",
        "[{},{},{},{},{},{},{},{},{},{},{}]; /files"
      })
  void whatIsNoListOfFilesIsRefused(String files, String pointer) {
    assertThat(rejected(JOURNAL_ENTRIES.toFortnox(withFiles(files), WriteMode.CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly(pointer);
  }

  @Test
  void whichRowAFileBelongsToIsNotStoredAndThatIsSaid() {
    ObjectNode entry = withFiles("[{'fileName':'a.pdf','content':'SGVq'}]").put("filesPos", "1");

    assertThat(accepted(JOURNAL_ENTRIES.toFortnox(entry, WriteMode.CREATE)).warnings())
        .extracting(Warning::pointer)
        .containsExactly("/filesPos");
  }

  @Test
  void itIsLookedForInItsSeriesOnItsDate() {
    assertThat(JOURNAL_ENTRIES.lookups())
        .containsExactly(
            new Lookup(
                "Description",
                Map.of(
                    "fromdate", "TransactionDate",
                    "todate", "TransactionDate",
                    "voucherseries", "VoucherSeries"),
                true));
    assertThat(JOURNAL_ENTRIES.supportsLastModified()).isTrue();
  }

  @Test
  void aVoucherNeverChangesAndTheAnswerSaysWhatToDoInstead() {
    for (Operation operation : List.of(Operation.REPLACE, Operation.PATCH, Operation.DELETE)) {
      assertThat(JOURNAL_ENTRIES.allows(operation)).isFalse();
      assertThat(JOURNAL_ENTRIES.refusal(operation).orElseThrow()).contains("corrects it");
    }
  }
}
