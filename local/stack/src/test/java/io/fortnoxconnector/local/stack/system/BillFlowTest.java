package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static io.fortnoxconnector.local.stack.system.Fields.assertNamesEveryWritableField;
import static io.fortnoxconnector.local.stack.system.Fields.assertReadsBack;
import static io.fortnoxconnector.local.stack.system.Fields.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bills, their lines and what can be done to them, as a vendor's program sees them. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class BillFlowTest {

  private static final String BILLS = "/accounting/bills";
  private static final String LINES = BILLS + "/1/lineItems";

  /** Every field that can be written, in the form in which it reads back. */
  private static final String FULL =
      """
      {"billDate":"2026-11-25","billNumber":"F-1001","contactId":"L1","currency":"EUR",
       "dueDate":"2026-12-24","paymentReference":"4711","reference":"doc-17",
       "totalGrossAmount":1404.5,"totalTaxAmount":254.5,"administrationFee":25,"freight":50.5,
       "roundOff":0.5,"currencyRate":11.5,"currencyUnit":1,"vatType":"NORMAL",
       "salesType":"SERVICE","paymentPending":true,"disablePaymentFile":true,
       "externalSeries":"S","ourReference":"Eva","yourReference":"Anna","costCenter":"KTR",
       "projectId":"P1","comments":"Attesteras"}
      """;

  private static final String LINE =
      """
      {"accountId":"6110","accountNumber":"6110","description":"Papper till kontoret",
       "itemId":"H","itemName":"Papper","quantity":10,"totalNetAmount":1000,"unitAmount":100,
       "currencyAmount":86.96,"code":"PRE","costCenter":"BU","projectId":"P1","stockPoint":"S",
       "stockLocation":"A1"}
      """;

  private final LocalSystem system;

  BillFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void everyFieldIsStoredAndReadBack() {
    Company company = companyWithSupplier();
    ObjectNode sent = (ObjectNode) tree(FULL);
    sent.putArray("lineItems").add(tree(LINE));
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path("bills"));

    Answer created = company.api().post(BILLS, sent.toString());

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(BILLS + "/1");
    assertThat(created.warnings()).isEmpty();
    JsonNode read = company.api().get(BILLS + "/1").data();
    assertReadsBack(without(sent, "lineItems"), read);
    assertReadsBack(tree(LINE), read.at("/lineItems/0"));
    assertThat(read.at("/lineItems/0/id").asText()).isEqualTo("1");
    assertThat(read.path("name").asText()).isEqualTo("Papper & Penna AB");

    Answer same = company.api().put(BILLS + "/1", read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(company.api().get(BILLS + "/1").data()).isEqualTo(read);
  }

  @Test
  void theDebtAndTheVatAreFortnoxsRowsAndNoLines() {
    Company company = companyWithBill();

    JsonNode bill = company.api().get(BILLS + "/1").data();

    assertThat(bill.path("lineItems").findValuesAsText("accountId"))
        .containsExactly("6110", "5410", "6110");
    assertThat(bill.path("postings").findValuesAsText("accountId"))
        .containsExactly("2440", "2641", "6110", "5410", "6110");
    assertThat(bill.path("totalNetAmount").decimalValue()).isEqualByComparingTo("600");
    assertThat(bill.path("balance").decimalValue()).isEqualByComparingTo("750");
    assertThat(bill.path("status").asText()).isEqualTo("DRAFT");
    assertThat(bill.path("paymentStatus").asText()).isEqualTo("NO_OPEN_ITEM");
    JsonNode posted = tree(company.received("POST", "/3/supplierinvoices").getLast().body());
    assertThat(posted.at("/SupplierInvoice/SupplierInvoiceRows")).hasSize(3);
    assertThat(posted.at("/SupplierInvoice/Total").isTextual()).isTrue();
  }

  @Test
  void oneLineIsChangedInOneCallAndTheOthersStay() {
    Company company = companyWithBill();
    JsonNode before = company.api().get(BILLS + "/1").data();

    Answer patched = company.api().patch(LINES + "/2", "{\"totalNetAmount\":250}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    assertThat(patched.data().path("id").asText()).isEqualTo("2");
    assertThat(patched.data().path("totalNetAmount").decimalValue()).isEqualByComparingTo("250");
    JsonNode after = company.api().get(BILLS + "/1").data();
    for (int line : List.of(0, 2)) {
      assertThat(after.path("lineItems").path(line)).isEqualTo(before.path("lineItems").path(line));
    }
    assertThat(without(after, "lineItems", "postings"))
        .isEqualTo(without(before, "lineItems", "postings"));
    assertThat(after.path("postings")).hasSize(5);
  }

  @Test
  void linesAreListedReadAddedReplacedAndRemoved() {
    Company company = companyWithBill();

    assertThat(company.api().get(LINES).data().findValuesAsText("id"))
        .containsExactly("1", "2", "3");
    assertThat(company.api().get(LINES + "/3").data().path("description").asText()).isEqualTo("c");
    assertThat(company.api().get(LINES + "/4").status()).isEqualTo(404);

    Answer added =
        company
            .api()
            .post(LINES, "{\"accountId\":\"6110\",\"description\":\"d\",\"totalNetAmount\":1}");
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    assertThat(added.header("location")).isEqualTo(LINES + "/4");

    Answer replaced =
        company
            .api()
            .put(
                LINES + "/1",
                "{\"accountId\":\"5410\",\"description\":\"A\",\"totalNetAmount\":2}");
    assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
    assertThat(replaced.data().path("costCenter").isNull()).isTrue();

    assertThat(company.api().delete(LINES + "/2").status()).isEqualTo(200);
    JsonNode bill = company.api().get(BILLS + "/1").data();
    assertThat(bill.path("lineItems").findValuesAsText("description"))
        .containsExactly("A", "c", "d");
    // What stood in a place before leaves nothing behind.
    assertThat(bill.at("/lineItems/1/costCenter").isNull()).isTrue();
    assertThat(bill.path("postings").findValuesAsText("code"))
        .containsExactly("TOT", "VAT", "null", "null", "null");
    Answer gone = company.api().patch(LINES + "/9", "{\"totalNetAmount\":1}");
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.code()).isEqualTo("line-not-changeable");
  }

  @Test
  void aBodyWithLinesAndTotalsChangesBothAndStillBalances() {
    Company company = companyWithBill();

    Answer patched =
        company
            .api()
            .patch(
                BILLS + "/1",
                """
                {"totalGrossAmount":1000,"totalTaxAmount":200,"lineItems":[{"id":"3"},
                 {"id":"1","totalNetAmount":400},{"accountId":"5410","totalNetAmount":100}]}
                """);

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    assertThat(patched.data().path("lineItems").findValuesAsText("totalNetAmount"))
        .containsExactly("300", "400", "100");
    assertThat(patched.data().at("/postings/0/credit").decimalValue()).isEqualByComparingTo("1000");
    Answer booked = company.api().post(BILLS + "/1/bookkeep", "");
    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
  }

  @Test
  void aPatchOfTheHeadLeavesTheLinesAlone() {
    Company company = companyWithBill();
    JsonNode before = company.api().get(BILLS + "/1").data();

    Answer patched = company.api().patch(BILLS + "/1", "{\"comments\":\"x\",\"freight\":null}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    JsonNode after = company.api().get(BILLS + "/1").data();
    assertThat(after.path("comments").asText()).isEqualTo("x");
    assertThat(without(after, "comments")).isEqualTo(without(before, "comments"));
    assertThat(company.received("GET", "/3/supplierinvoices/1")).hasSize(2);
  }

  @Test
  void anAddedLineWhoseReplyWasLostIsNotAddedTwice() {
    Company company = companyWithBill();
    company.trouble("PUT", "/3/supplierinvoices/1").once().failsAfterwardsWith(500);

    JsonNode task = company.finished(company.later("POST", LINES, "{\"accountId\":\"6110\"}"));

    assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
    assertThat(company.api().get(LINES).data()).hasSize(4);
    assertThat(company.received("PUT", "/3/supplierinvoices/1")).hasSize(1);
  }

  @Test
  void anAddedLineThatNeverArrivedIsAddedAgain() {
    Company company = companyWithBill();
    company.trouble("PUT", "/3/supplierinvoices/1").once().answers(503);

    JsonNode task = company.finished(company.later("POST", LINES, "{\"accountId\":\"6110\"}"));

    assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
    assertThat(company.api().get(LINES).data()).hasSize(4);
    assertThat(company.received("PUT", "/3/supplierinvoices/1")).hasSize(2);
  }

  @Test
  void aBillWhoseReplyWasLostIsFoundAgainByTheSuppliersNumber() {
    Company company = companyWithSupplier();
    company.trouble("POST", "/3/supplierinvoices").once().failsAfterwardsWith(500);

    String task = company.later("POST", BILLS, bill("\"billNumber\":\"F-7\","));

    assertThat(company.finished(task).path("state").asText()).isEqualTo("DONE");
    assertThat(company.atFortnox().records("supplierinvoices")).hasSize(1);
    assertThat(company.received("POST", "/3/supplierinvoices")).hasSize(1);
    assertThat(company.received("GET", "/3/supplierinvoices"))
        .anySatisfy(
            look -> assertThat(look.query()).contains("invoicenumber=F-7", "suppliernumber=L1"));
  }

  @Test
  void aBookedBillCannotChangeAndIsCredited() {
    Company company = companyWithBill();

    Answer booked = company.api().post(BILLS + "/1/bookkeep", "");

    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    assertThat(booked.data().path("status").asText()).isEqualTo("OPEN");
    assertThat(booked.data().path("journalCode").asText()).isEqualTo("L");
    String entry = booked.data().at("/vouchers/0/journalEntryId").asText();
    assertThat(
            company
                .api()
                .get("/accounting/journalEntries/" + entry)
                .data()
                .path("journalLineItems"))
        .hasSize(5);
    assertThat(company.api().patch(BILLS + "/1", "{\"comments\":\"x\"}").status()).isEqualTo(409);
    assertThat(company.api().patch(LINES + "/1", "{\"description\":\"x\"}").status())
        .isEqualTo(409);
    assertThat(company.api().post(BILLS + "/1/cancel", "").status()).isEqualTo(409);

    Answer credited = company.api().post(BILLS + "/1/credit", "");
    assertThat(credited.status()).as(credited.text()).isEqualTo(200);
    assertThat(credited.data().path("vendorCreditId").asText()).isEqualTo("2");
    JsonNode credit = company.api().get(BILLS + "/2").data();
    assertThat(credit.path("credit").asBoolean()).isTrue();
    assertThat(credit.path("vendorCreditId").asText()).isEqualTo("1");
    assertThat(credit.path("totalGrossAmount").decimalValue()).isEqualByComparingTo("-750");
  }

  @Test
  void aBillThatDoesNotBalanceIsNotBookedAndSaysWhy() {
    Company company = companyWithSupplier();
    company.api().post(BILLS, bill("\"totalGrossAmount\":999,"));

    Answer refused = company.api().post(BILLS + "/1/bookkeep", "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem().at("/fortnox/code").asText()).isEqualTo("2000755");
  }

  @Test
  void aBillIsApprovedCancelledAndNeverDeleted() {
    Company company = companyWithBill();

    assertThat(company.api().post(BILLS + "/1/approveBookkeeping", "").status()).isEqualTo(200);
    assertThat(company.api().post(BILLS + "/1/approvePayment", "").status()).isEqualTo(200);
    Answer deleted = company.api().delete(BILLS + "/1");
    assertThat(deleted.status()).isEqualTo(405);
    assertThat(deleted.problem().path("detail").asText()).contains("cancel", "credit");
    JsonNode cancelled = company.api().post(BILLS + "/1/cancel", "").data();
    assertThat(cancelled.path("status").asText()).isEqualTo("VOIDED");
    assertThat(company.api().get(BILLS + "?state=cancelled").data()).hasSize(1);
  }

  @Test
  void actionsWhoseRepliesWereLostAreDoneOnceOrDoNoHarmTwice() {
    Company company = companyWithBill();
    for (String action : List.of("approvalpayment", "bookkeep", "credit")) {
      company.trouble("PUT", "/3/supplierinvoices/1/" + action).once().failsAfterwardsWith(500);
    }

    for (String action : List.of("approvePayment", "bookkeep", "credit")) {
      JsonNode task = company.finished(company.later("POST", BILLS + "/1/" + action, ""));
      assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
    }

    assertThat(company.received("PUT", "/3/supplierinvoices/1/approvalpayment")).hasSize(2);
    assertThat(company.received("PUT", "/3/supplierinvoices/1/bookkeep")).hasSize(1);
    assertThat(company.received("PUT", "/3/supplierinvoices/1/credit")).hasSize(1);
    assertThat(company.atFortnox().records("supplierinvoices")).hasSize(2);
  }

  @Test
  void whatDoesNotExistIsRefusedWithFortnoxsWords() {
    Company company = companyWithSupplier();

    Answer noSupplier = company.api().post(BILLS, bill("").replace("L1", "404"));
    Answer noAccount = company.api().post(BILLS, bill("").replace("6110", "9999"));

    assertThat(noSupplier.status()).isEqualTo(400);
    assertThat(noSupplier.problem().at("/fortnox/code").asText()).isEqualTo("2000438");
    assertThat(noAccount.status()).isEqualTo(400);
    assertThat(company.api().get(BILLS + "/1").status()).isEqualTo(404);
  }

  @Test
  void listsAreFilteredByNumbersDatesAndStates() {
    Company company = companyWithBill();
    company.api().post(BILLS, bill("\"billNumber\":\"F-2\",\"billDate\":\"2026-01-15\","));

    Answer early = company.api().get(BILLS + "?billDateTo=2026-01-31");

    assertThat(early.data().findValuesAsText("id")).containsExactly("2");
    assertThat(early.data().at("/0/name").asText()).isEqualTo("Papper & Penna AB");
    assertThat(early.warnings().findValuesAsText("code")).contains("list-row-is-partial");
    for (String query :
        List.of("billNumber=F-2", "serialNumber=2", "billNumber=F-2&contactId=L1&state=unbooked")) {
      assertThat(company.api().get(BILLS + "?" + query).data().findValuesAsText("id"))
          .as(query)
          .containsExactly("2");
    }
    assertThat(company.api().get(BILLS + "?expand=full").data().at("/0/lineItems")).hasSize(3);
    assertThat(company.api().get(BILLS + "?status=DRAFT").status()).isEqualTo(400);
  }

  private static String bill(String fields) {
    return """
    {%s"contactId":"L1","dueDate":"2026-12-24",
     "lineItems":[{"accountId":"6110","description":"a","totalNetAmount":100}]}
    """
        .formatted(fields);
  }

  private Company companyWithBill() {
    Company company = companyWithSupplier();
    Answer created =
        company
            .api()
            .post(
                BILLS,
                """
                {"contactId":"L1","dueDate":"2026-12-24","totalGrossAmount":750,
                 "totalTaxAmount":150,"lineItems":[
                 {"accountId":"6110","description":"a","totalNetAmount":100,"costCenter":"BU"},
                 {"accountId":"5410","description":"b","totalNetAmount":200,"costCenter":"KTR"},
                 {"accountId":"6110","description":"c","totalNetAmount":300}]}
                """);
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return company;
  }

  private Company companyWithSupplier() {
    Company company = system.company();
    seed(company, "suppliers", "SupplierNumber", "L1", "Name", "Papper & Penna AB");
    seed(company, "articles", "ArticleNumber", "H", "Description", "Papper");
    return company;
  }

  private static void seed(
      Company company, String register, String key, String number, String field, String name) {
    company
        .atFortnox()
        .seed(register, JsonNodeFactory.instance.objectNode().put(key, number).put(field, name));
  }
}
