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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Invoices, their lines and what can be done to them, as a vendor's program sees them. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class InvoiceFlowTest {

  private static final String INVOICES = "/accounting/invoices";
  private static final String LINES = INVOICES + "/1/lineItems";

  /** Every field that can be written, in the form in which it reads back. */
  private static final String FULL =
      """
      {"addresses":[{"addressLine1":"Storgatan 1","addressLine2":"Box 7","city":"Växjö",
        "countryCode":"SE","postalCode":"352 30","type":"BILLING"},
       {"addressLine1":"Kajen 3","addressLine2":"Port B","city":"Seoul","countryCode":"KR",
        "postalCode":"04524","type":"DELIVERY"}],
       "contactId":"K1","currency":"EUR","dueDate":"2026-12-24","invoiceDate":"2026-11-25",
       "invoiceNumber":"4711","lineAmountTypes":"EXCLUSIVE","name":"Åkeri Öst AB","paymentTermId":"15",
       "reference":"order-17","shippingDate":"2026-11-30",
       "administrationFee":29.5,"freight":100.25,"kind":"INVOICE","paymentWay":"CARD",
       "currencyRate":11.5,"currencyUnit":1,"ocr":"471157","externalReference2":"batch-9",
       "yourOrderNumber":"PO-1","ourReference":"Eva","yourReference":"Anna",
       "phoneNumber":"0470-1","alternativePhoneNumber":"0470-2","deliveryName":"Lagret",
       "deliveryTerms":"FVL","deliveryMethod":"P","outboundDate":"2026-11-26","costCenter":"KTR",
       "projectId":"P1","priceList":"A","printTemplate":"st","language":"EN",
       "remarks":"Tack!","comments":"Intern","notCompleted":true,"euQuarterlyReport":true,
       "emailInformation":{"from":"a@b.example","to":"c@d.example","cc":"e@f.example",
        "bcc":"g@h.example","subject":"Faktura {no}","body":"Hej"},
       "electronicInvoice":{"gln":"7300009049981","glnDelivery":"7300009049981",
        "ourReference":"o","yourReference":"y","extra1":"1","extra2":"2","status":null},
       "labels":[{"id":3}],"taxReductionType":"none"}
      """;

  private static final String LINE =
      """
      {"accountId":"3002","accountCode":"3002","description":"Spik","discountItemAmount":null,
       "discountItemPercentage":10,"itemId":"H","name":"Spik","quantity":2.5,
       "taxRatePercentage":12,"unitAmount":100,"unitName":"st","costCenter":"BU","projectId":"P1",
       "stockPoint":"S","housework":false,"houseworkType":"CONSTRUCTION","houseworkHours":3}
      """;

  private final LocalSystem system;

  InvoiceFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void everyFieldIsStoredAndReadBack() {
    Company company = companyWithCustomer();
    ObjectNode sent = (ObjectNode) tree(FULL);
    sent.putArray("lineItems").add(tree(LINE));
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path("invoices"));

    Answer created = company.api().post(INVOICES, sent.toString());

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(INVOICES + "/4711");
    assertThat(created.warnings()).isEmpty();
    JsonNode read = company.api().get(INVOICES + "/4711").data();
    assertReadsBack(without(sent, "lineItems"), read);
    assertReadsBack(tree(LINE), read.at("/lineItems/0"));
    assertThat(read.at("/lineItems/0/lineItemId").asText()).isEqualTo("1");

    Answer same = company.api().put(INVOICES + "/4711", read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertSameButForRowIds(company.api().get(INVOICES + "/4711").data(), read);
  }

  @Test
  void totalsAndVatAreFortnoxsOwn() {
    Company company = companyWithCustomer();
    String body =
        """
        {"contactId":"K1","freight":50,"lineItems":[
         {"itemId":"H","quantity":3,"unitAmount":199.9},
         {"description":"Arbete","quantity":1.5,"unitAmount":650,"discountItemPercentage":10,
          "taxRatePercentage":25}]}
        """;

    JsonNode invoice = company.api().post(INVOICES, body).data();

    // 3 x 199.90 + 1.5 x 650 - 10 % + 50 = 1527.20; VAT 25 % = 381.80; together 1909.00.
    assertThat(invoice.path("sumNetAmount").decimalValue()).isEqualByComparingTo("1527.20");
    assertThat(invoice.path("totalTaxAmount").decimalValue()).isEqualByComparingTo("381.80");
    assertThat(invoice.path("totalAmount").decimalValue()).isEqualByComparingTo("1909");
    assertThat(invoice.path("balance").decimalValue()).isEqualByComparingTo("1909");
    assertThat(invoice.at("/lineItems/0/description").asText()).isEqualTo("Hammare");
    assertThat(invoice.at("/lineItems/0/itemsAmount").decimalValue())
        .isEqualByComparingTo("599.70");
    assertThat(invoice.path("name").asText()).isEqualTo("Åkeri Öst AB");
    assertThat(invoice.path("status").asText()).isEqualTo("DRAFT");
    assertThat(invoice.path("paymentStatus").asText()).isEqualTo("NO_OPEN_ITEM");
  }

  @Test
  void oneLineIsChangedInOneCallAndTheOthersStay() {
    Company company = companyWithInvoice();
    JsonNode before = company.api().get(INVOICES + "/1").data();

    Answer patched = company.api().patch(LINES + "/2", "{\"quantity\":5}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    assertThat(patched.data().path("lineItemId").asText()).isEqualTo("2");
    assertThat(patched.data().path("quantity").decimalValue()).isEqualByComparingTo("5");
    JsonNode put = tree(company.received("PUT", "/3/invoices/1").getLast().body());
    assertThat(put.at("/Invoice/InvoiceRows")).hasSize(3);
    assertThat(put.at("/Invoice/InvoiceRows/0").size()).isEqualTo(1);
    JsonNode after = company.api().get(INVOICES + "/1").data();
    assertThat(without(after.at("/lineItems/0"), "fortnoxRowId"))
        .isEqualTo(without(before.at("/lineItems/0"), "fortnoxRowId"));
    assertThat(after.path("sumNetAmount").decimalValue()).isEqualByComparingTo("1400");
    // Fortnox has given all rows new ids; the next line is still line 3.
    assertThat(company.api().patch(LINES + "/3", "{\"unitAmount\":1}").status()).isEqualTo(200);
  }

  @Test
  void linesAreListedReadAddedReplacedAndRemoved() {
    Company company = companyWithInvoice();

    assertThat(company.api().get(LINES).data().findValuesAsText("lineItemId"))
        .containsExactly("1", "2", "3");
    assertThat(company.api().get(LINES + "/3").data().path("description").asText()).isEqualTo("c");
    assertThat(company.api().get(LINES + "/4").status()).isEqualTo(404);

    Answer added = company.api().post(LINES, "{\"description\":\"d\",\"quantity\":1}");
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    assertThat(added.header("location")).isEqualTo(LINES + "/4");

    Answer replaced = company.api().put(LINES + "/1", "{\"description\":\"A\",\"quantity\":2}");
    assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);

    assertThat(company.api().delete(LINES + "/2").status()).isEqualTo(200);
    assertThat(company.api().get(LINES).data().findValuesAsText("description"))
        .containsExactly("A", "c", "d");
    Answer gone = company.api().patch(LINES + "/9", "{\"quantity\":1}");
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.code()).isEqualTo("line-not-changeable");
  }

  @Test
  void aBodyWithLinesChangesAddsAndRemovesThem() {
    Company company = companyWithInvoice();

    Answer patched =
        company
            .api()
            .patch(
                INVOICES + "/1",
                """
                {"reference":"r","lineItems":[{"lineItemId":"3"},
                 {"lineItemId":"1","quantity":7},{"description":"ny","quantity":1}]}
                """);

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    assertThat(patched.data().path("reference").asText()).isEqualTo("r");
    assertThat(patched.data().path("lineItems").findValuesAsText("description"))
        .containsExactly("c", "a", "ny");
    assertThat(patched.data().at("/lineItems/1/quantity").decimalValue()).isEqualByComparingTo("7");
  }

  @Test
  void aPatchOfTheHeadLeavesTheLinesAlone() {
    Company company = companyWithInvoice();
    JsonNode before = company.api().get(INVOICES + "/1").data();

    Answer patched = company.api().patch(INVOICES + "/1", "{\"comments\":\"x\",\"freight\":null}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    JsonNode after = company.api().get(INVOICES + "/1").data();
    assertThat(after.path("comments").asText()).isEqualTo("x");
    assertThat(without(after, "comments", "lineItems"))
        .isEqualTo(without(before, "comments", "lineItems"));
    assertThat(company.received("GET", "/3/invoices/1")).hasSize(2);
  }

  @Test
  void anAddedLineWhoseReplyWasLostIsNotAddedTwice() {
    Company company = companyWithInvoice();
    company.trouble("PUT", "/3/invoices/1").once().failsAfterwardsWith(500);

    String task = company.later("POST", LINES, "{\"description\":\"c\",\"quantity\":1}");

    JsonNode finished = company.finished(task);
    assertThat(finished.path("state").asText()).as(finished.toString()).isEqualTo("DONE");
    assertThat(company.api().get(LINES).data()).hasSize(4);
    assertThat(company.received("PUT", "/3/invoices/1")).hasSize(1);
  }

  @Test
  void anAddedLineThatNeverArrivedIsAddedAgain() {
    Company company = companyWithInvoice();
    company.trouble("PUT", "/3/invoices/1").once().answers(503);

    String task = company.later("POST", LINES, "{\"description\":\"c\",\"quantity\":1}");

    assertThat(company.finished(task).path("state").asText()).isEqualTo("DONE");
    assertThat(company.api().get(LINES).data()).hasSize(4);
    assertThat(company.received("PUT", "/3/invoices/1")).hasSize(2);
  }

  @Test
  void anInvoiceWhoseReplyWasLostIsFoundAgainByItsReference() {
    Company company = companyWithCustomer();
    company.trouble("POST", "/3/invoices").once().failsAfterwardsWith(500);

    String task =
        company.later(
            "POST",
            INVOICES,
            "{\"contactId\":\"K1\",\"reference\":\"o-1\",\"lineItems\":[{\"itemId\":\"H\",\"quantity\":1}]}");

    assertThat(company.finished(task).path("state").asText()).isEqualTo("DONE");
    assertThat(company.atFortnox().records("invoices")).hasSize(1);
    assertThat(company.received("POST", "/3/invoices")).hasSize(1);
  }

  @Test
  void aBookedInvoiceCannotChangeAndIsCredited() {
    Company company = companyWithInvoice();

    Answer booked = company.api().post(INVOICES + "/1/bookkeep", "");
    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    assertThat(booked.data().path("status").asText()).isEqualTo("OPEN");
    assertThat(booked.data().path("voucherNumber").asText()).isEqualTo("1");

    assertThat(company.api().patch(INVOICES + "/1", "{\"comments\":\"x\"}").status())
        .isEqualTo(409);
    assertThat(company.api().post(INVOICES + "/1/cancel", "").status()).isEqualTo(409);

    Answer credited = company.api().post(INVOICES + "/1/credit", "");
    assertThat(credited.status()).as(credited.text()).isEqualTo(200);
    String creditNote = credited.data().path("creditInvoiceId").asText();
    JsonNode note = company.api().get(INVOICES + "/" + creditNote).data();
    assertThat(note.path("credit").asBoolean()).isTrue();
    assertThat(note.path("totalAmount").decimalValue()).isNegative();
    assertThat(company.api().get(INVOICES + "?credit=true").data().findValuesAsText("id"))
        .containsExactly(creditNote);
    assertThat(company.api().get("/accounting/creditNotes").data().findValuesAsText("id"))
        .containsExactly(creditNote);
    JsonNode shown = company.api().get("/accounting/creditNotes/" + creditNote).data();
    assertThat(shown.path("invoiceId").asText()).isEqualTo("1");
    assertThat(shown.at("/creditNoteLines/0/quantity").decimalValue()).isNegative();
    assertThat(company.api().get("/accounting/creditNotes/1").code()).isEqualTo("not-found");
  }

  @Test
  void anInvoiceThatIsCancelledIsVoid() {
    Company company = companyWithInvoice();

    JsonNode cancelled = company.api().post(INVOICES + "/1/cancel", "{}").data();

    assertThat(cancelled.path("status").asText()).isEqualTo("VOIDED");
    assertThat(company.api().get(INVOICES + "?state=cancelled").data()).hasSize(1);
    assertThat(company.api().post(INVOICES + "/1/bookkeep", "{\"date\":1}").status())
        .isEqualTo(400);
  }

  @Test
  void aBookingWhoseReplyWasLostIsSeenAsDone() {
    Company company = companyWithInvoice();
    company.trouble("PUT", "/3/invoices/1/bookkeep").once().failsAfterwardsWith(500);

    JsonNode task = company.finished(company.later("POST", INVOICES + "/1/bookkeep", ""));

    assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
    assertThat(task.path("action").asText()).isEqualTo("bookkeep");
    assertThat(company.received("PUT", "/3/invoices/1/bookkeep")).hasSize(1);
  }

  @Test
  void aMailWhoseReplyWasLostIsNotSentTwice() {
    Company company = companyWithInvoice();
    company.trouble("GET", "/3/invoices/1/email").once().failsAfterwardsWith(500);

    JsonNode first = company.finished(company.later("POST", INVOICES + "/1/email", ""));

    assertThat(first.path("state").asText()).as(first.toString()).isEqualTo("DONE");
    assertThat(company.received("GET", "/3/invoices/1/email")).hasSize(1);

    // It was sent before: this time nothing tells.
    company.trouble("GET", "/3/invoices/1/email").once().failsAfterwardsWith(500);
    JsonNode again = company.finished(company.later("POST", INVOICES + "/1/email", ""));
    assertThat(again.path("state").asText()).isEqualTo("UNCERTAIN");
    assertThat(company.received("GET", "/3/invoices/1/email")).hasSize(2);
  }

  @Test
  void aDocumentIsAPdfThatDoesNotMarkTheInvoiceAsSent() {
    Company company = companyWithInvoice();

    JsonNode document = company.api().get(INVOICES + "/1/document").data();

    byte[] bytes = Base64.getDecoder().decode(document.path("content").asText());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3").endsWith("%%EOF\n");
    assertThat(document.path("fileName").asText()).isEqualTo("invoices-1.pdf");
    assertThat(document.path("contentType").asText()).isEqualTo("application/pdf");
    Answer asItIs = company.api().with("Accept", "application/pdf").get(INVOICES + "/1/document");
    assertThat(asItIs.header("content-type")).isEqualTo("application/pdf");
    assertThat(asItIs.text()).startsWith("%PDF-1.4").contains("Invoice 1");
    assertThat(company.api().get(INVOICES + "/1").data().path("sent").asBoolean()).isFalse();
    assertThat(company.api().get(INVOICES + "/2/document").status()).isEqualTo(404);
  }

  @Test
  void whatDoesNotExistIsRefusedWithFortnoxsWords() {
    Company company = companyWithCustomer();

    Answer noCustomer = company.api().post(INVOICES, "{\"contactId\":\"404\"}");
    Answer noItem =
        company.api().post(INVOICES, "{\"contactId\":\"K1\",\"lineItems\":[{\"itemId\":\"404\"}]}");

    assertThat(noCustomer.status()).isEqualTo(400);
    assertThat(noCustomer.problem().at("/fortnox/code").asText()).isEqualTo("2000433");
    assertThat(noItem.status()).isEqualTo(400);
    assertThat(noItem.problem().at("/fortnox/code").asText()).isEqualTo("2000428");
  }

  @Test
  void whatIsWrongWithALineHasItsPlace() {
    Answer refused =
        companyWithCustomer()
            .api()
            .post(
                INVOICES,
                "{\"contactId\":\"K1\",\"lineItems\":[{},{\"quantity\":1.005,\"colour\":\"red\"}]}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/lineItems/1/quantity", "/lineItems/1/colour");
  }

  @Test
  void listsAreFilteredByDatesAndStates() {
    Company company = companyWithInvoice();
    String second =
        "{\"contactId\":\"K1\",\"invoiceDate\":\"2026-01-15\",\"yourReference\":\"Bo\"}";
    assertThat(company.api().post(INVOICES, second).status()).isEqualTo(201);

    Answer early = company.api().get(INVOICES + "?invoiceDateTo=2026-01-31");

    assertThat(early.data().findValuesAsText("invoiceId")).containsExactly("2");
    assertThat(early.warnings().findValuesAsText("code")).contains("list-row-is-partial");
    assertThat(company.api().get(INVOICES + "?state=unbooked").data()).hasSize(2);
    assertThat(company.api().get(INVOICES + "?itemName=b").data().findValuesAsText("id"))
        .containsExactly("1");
    assertThat(company.api().get(INVOICES + "?invoiceDateFrom=soon").status()).isEqualTo(400);
  }

  private static void assertSameButForRowIds(JsonNode one, JsonNode other) {
    for (JsonNode document : new JsonNode[] {one, other}) {
      document.path("lineItems").forEach(line -> ((ObjectNode) line).remove("fortnoxRowId"));
    }
    assertThat(one).isEqualTo(other);
  }

  private Company companyWithInvoice() {
    Company company = companyWithCustomer();
    Answer created =
        company
            .api()
            .post(
                INVOICES,
                """
                {"contactId":"K1","lineItems":[{"description":"a","quantity":1,"unitAmount":100},
                 {"description":"b","quantity":2,"unitAmount":200},
                 {"description":"c","quantity":1,"unitAmount":300}]}
                """);
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return company;
  }

  private Company companyWithCustomer() {
    Company company = system.company();
    seed(company, "customers", "CustomerNumber", "K1", "Name", "Åkeri Öst AB");
    seed(company, "articles", "ArticleNumber", "H", "Description", "Hammare");
    return company;
  }

  private static void seed(
      Company company, String register, String key, String number, String field, String name) {
    company
        .atFortnox()
        .seed(register, JsonNodeFactory.instance.objectNode().put(key, number).put(field, name));
  }
}
