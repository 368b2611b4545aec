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

/** Offers and sales orders, and what is made of them, as a vendor's program sees them. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class OrderFlowTest {

  private static final String OFFERS = "/accounting/offers";
  private static final String ORDERS = "/accounting/salesOrders";
  private static final String INVOICES = "/accounting/invoices";

  private static final String HEAD =
      """
      {"addresses":[{"addressLine1":"Storgatan 1","addressLine2":"Box 7","city":"Växjö",
        "countryCode":"SE","postalCode":"352 30","type":"BILLING"},
       {"addressLine1":"Kajen 3","addressLine2":"Port B","city":"Seoul","countryCode":"KR",
        "postalCode":"04524","type":"DELIVERY"}],
       "contactId":"K1","currency":"EUR","lineAmountTypes":"EXCLUSIVE","name":"Åkeri Öst AB",
       "paymentTermId":"15","reference":"ref-17","administrationFee":29.5,"freight":100.25,
       "currencyRate":11.5,"currencyUnit":1,"ourReference":"Eva","yourReference":"Anna",
       "phoneNumber":"0470-1","alternativePhoneNumber":"0470-2","deliveryName":"Lagret",
       "deliveryTerms":"FVL","deliveryMethod":"P","deliveryDate":"2026-12-01","costCenter":"KTR",
       "projectId":"P1","priceList":"A","printTemplate":"st","language":"EN","remarks":"Tack!",
       "notCompleted":true,"copyRemarks":true,
       "emailInformation":{"from":"a@b.example","to":"c@d.example","cc":"e@f.example",
        "bcc":"g@h.example","subject":"Till {name}","body":"Hej"},
       "labels":[{"id":3}],"taxReductionType":"none"}
      """;

  private static final String OFFER =
      """
      {"offerDate":"2026-11-25","offerNumber":"4711","expiryDate":"2027-01-31","comments":"Intern"}
      """;

  private static final String ORDER =
      """
      {"orderDate":"2026-11-25","orderNumber":"4712","comment":"Intern","externalReference2":"b-9",
       "yourOrderNumber":"PO-1","deliveryState":"reservation","outboundDate":"2026-11-26",
       "stockPoint":"S","stockPointId":"1"}
      """;

  private static final String LINE =
      """
      {"accountId":"3002","description":"Spik","totalDiscountAmount":null,
       "totalDiscountPercentage":10,"unitDiscountPercentage":10,"itemId":"H","quantity":2.5,
       "taxRatePercentage":12,"unitAmount":100,"unitName":"st","costCenter":"BU","projectId":"P1",
       "housework":false,"houseworkType":"CONSTRUCTION","houseworkHours":3}
      """;

  private static final String OFFER_LINE =
      """
      {"accountCode":"3002","name":"Spik"}
      """;

  private static final String ORDER_LINE =
      """
      {"itemName":"Spik","deliveredQuantity":1.5,"stockPoint":"S","stockPointId":"1"}
      """;

  private static final String LINES =
      """
      {"contactId":"K1","reference":"r-1","lineItems":[
       {"itemId":"H","quantity":3,"unitAmount":199.9},
       {"description":"Arbete","quantity":1.5,"unitAmount":650,"totalDiscountPercentage":10,
        "taxRatePercentage":25}]}
      """;

  private final LocalSystem system;

  OrderFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void everyFieldOfAnOfferIsStoredAndReadBack() {
    everyFieldIsStoredAndReadBack(OFFERS, "offers", "4711", OFFER, OFFER_LINE);
  }

  @Test
  void everyFieldOfASalesOrderIsStoredAndReadBack() {
    everyFieldIsStoredAndReadBack(ORDERS, "salesOrders", "4712", ORDER, ORDER_LINE);
  }

  private void everyFieldIsStoredAndReadBack(
      String path, String resource, String id, String more, String moreOfALine) {
    Company company = companyWithCustomer();
    ObjectNode line = both(LINE, moreOfALine);
    ObjectNode sent = both(HEAD, more);
    sent.putArray("lineItems").add(line);
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path(resource));

    Answer created = company.api().post(path, sent.toString());

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(path + "/" + id);
    assertThat(created.warnings()).isEmpty();
    JsonNode read = company.api().get(path + "/" + id).data();
    assertReadsBack(without(sent, "lineItems"), read);
    assertReadsBack(line, read.at("/lineItems/0"));
    assertThat(read.at("/lineItems/0/id").asText()).isEqualTo("1");

    Answer same = company.api().put(path + "/" + id, read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(withoutRowIds(company.api().get(path + "/" + id).data()))
        .isEqualTo(withoutRowIds(read));
  }

  @Test
  void anOfferBecomesAnOrderAndThatAnInvoiceAndAPdf() {
    Company company = companyWithCustomer();
    JsonNode offer = company.api().post(OFFERS, LINES).data();
    // 3 x 199.90 + 1.5 x 650 - 10 % = 1477.20; VAT 25 % = 369.30; together 1846.50.
    assertThat(offer.path("totalNetAmount").decimalValue()).isEqualByComparingTo("1477.20");
    assertThat(offer.path("totalTaxAmount").decimalValue()).isEqualByComparingTo("369.30");
    assertThat(offer.path("totalGrossAmount").decimalValue()).isEqualByComparingTo("1847");
    assertThat(offer.path("status").asText()).isEqualTo("DRAFT");

    Answer accepted = company.api().post(OFFERS + "/1/createSalesOrder", "");
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
    assertThat(accepted.data().path("id").asText()).isEqualTo("1");
    assertThat(accepted.data().path("status").asText()).isEqualTo("ACCEPTED");
    String order = accepted.data().path("salesOrderId").asText();

    Answer invoiced = company.api().post(ORDERS + "/" + order + "/createInvoice", "");
    assertThat(invoiced.status()).as(invoiced.text()).isEqualTo(200);
    assertThat(invoiced.data().path("status").asText()).isEqualTo("CLOSED");
    assertThat(invoiced.data().path("offerId").asText()).isEqualTo("1");
    String invoice = invoiced.data().path("invoiceId").asText();

    JsonNode made = company.api().get(INVOICES + "/" + invoice).data();
    assertThat(made.path("salesOrderId").asText()).isEqualTo(order);
    assertThat(made.path("offerId").asText()).isEqualTo("1");
    assertThat(made.path("totalAmount").decimalValue()).isEqualByComparingTo("1847");
    assertThat(made.path("lineItems").findValuesAsText("description"))
        .containsExactly("Hammare", "Arbete");
    for (String document :
        new String[] {OFFERS + "/1", ORDERS + "/" + order, INVOICES + "/" + invoice}) {
      JsonNode pdf = company.api().get(document + "/document").data();
      String text =
          new String(
              Base64.getDecoder().decode(pdf.path("content").asText()),
              StandardCharsets.ISO_8859_1);
      assertThat(text).as(document).startsWith("%PDF-1.4");
      assertThat(company.api().get(document).data().path("sent").asBoolean()).isFalse();
    }
  }

  @Test
  void anInvoiceIsMadeOfAnOfferToo() {
    Company company = companyWithCustomer();
    company.api().post(OFFERS, LINES);

    Answer made = company.api().post(OFFERS + "/1/createInvoice", "");

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(made.data().path("invoiceId").asText()).isEqualTo("1");
    assertThat(company.api().get(INVOICES + "/1").data().path("offerId").asText()).isEqualTo("1");
  }

  @Test
  void whatWasMadeOfADocumentLocksIt() {
    Company company = companyWithCustomer();
    company.api().post(OFFERS, LINES);
    company.api().post(OFFERS + "/1/createSalesOrder", "");
    company.api().post(ORDERS + "/1/createInvoice", "");

    Answer twice = company.api().post(OFFERS + "/1/createSalesOrder", "");

    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.problem().at("/fortnox/code").asText()).isEqualTo("2000499");
    assertThat(company.api().patch(OFFERS + "/1", "{\"remarks\":\"x\"}").status()).isEqualTo(409);
    assertThat(company.api().patch(ORDERS + "/1/lineItems/1", "{\"quantity\":1}").status())
        .isEqualTo(409);
    assertThat(company.api().post(ORDERS + "/1/cancel", "").status()).isEqualTo(409);
    assertThat(company.atFortnox().records("orders")).hasSize(1);
  }

  @Test
  void anOrderWhoseMakingLostItsReplyIsNotMadeTwice() {
    Company company = companyWithCustomer();
    company.api().post(OFFERS, LINES);
    company.trouble("PUT", "/3/offers/1/createorder").once().failsAfterwardsWith(500);

    JsonNode task = company.finished(company.later("POST", OFFERS + "/1/createSalesOrder", ""));

    assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
    assertThat(task.at("/responseData/salesOrderId").asText()).isEqualTo("1");
    assertThat(company.received("PUT", "/3/offers/1/createorder")).hasSize(1);
    assertThat(company.atFortnox().records("orders")).hasSize(1);
  }

  @Test
  void anOfferOrAnOrderWhoseReplyWasLostIsFoundAgain() {
    Company company = companyWithCustomer();
    company.api().post(OFFERS, LINES.replace("r-1", "r-0"));
    for (String[] path : new String[][] {{OFFERS, "/3/offers"}, {ORDERS, "/3/orders"}}) {
      company.trouble("POST", path[1]).once().failsAfterwardsWith(500);

      JsonNode task = company.finished(company.later("POST", path[0], LINES));

      assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
      assertThat(task.at("/responseData/reference").asText()).isEqualTo("r-1");
    }
    assertThat(company.atFortnox().records("offers")).hasSize(2);
    assertThat(company.atFortnox().records("orders")).hasSize(1);
  }

  @Test
  void linesAreListedReadAddedReplacedPatchedAndRemoved() {
    Company company = companyWithCustomer();
    for (String path : new String[] {OFFERS, ORDERS}) {
      company.api().post(path, LINES);
      String lines = path + "/1/lineItems";

      assertThat(company.api().get(lines).data().findValuesAsText("id")).containsExactly("1", "2");
      Answer added = company.api().post(lines, "{\"description\":\"c\",\"quantity\":1}");
      assertThat(added.status()).as(added.text()).isEqualTo(201);
      assertThat(added.header("location")).isEqualTo(lines + "/3");
      Answer patched = company.api().patch(lines + "/2", "{\"unitAmount\":700}");
      assertThat(patched.data().path("quantity").decimalValue()).isEqualByComparingTo("1.5");
      Answer replaced = company.api().put(lines + "/3", "{\"description\":\"C\",\"quantity\":2}");
      assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
      assertThat(company.api().delete(lines + "/1").status()).isEqualTo(200);
      assertThat(company.api().get(lines).data().findValuesAsText("description"))
          .containsExactly("Arbete", "C");
      assertThat(company.api().get(lines + "/2").data().path("quantity").decimalValue())
          .isEqualByComparingTo("2");
    }
  }

  @Test
  void documentsAreCancelledMarkedAsSentAndMailed() {
    Company company = companyWithCustomer();
    for (String path : new String[] {OFFERS, ORDERS}) {
      company.api().post(path, LINES);
      company.api().post(path, LINES);

      assertThat(company.api().post(path + "/1/markAsSent", "").data().path("sent").asBoolean())
          .isTrue();
      assertThat(company.api().post(path + "/2/email", "").data().path("sent").asBoolean())
          .isTrue();
      assertThat(company.api().post(path + "/2/cancel", "").data().path("status").asText())
          .isEqualTo("VOIDED");
      assertThat(company.api().get(path + "?state=cancelled").data().findValuesAsText("id"))
          .containsExactly("2");
    }
    assertThat(company.api().get(OFFERS + "/1").data().path("status").asText()).isEqualTo("SENT");
  }

  @Test
  void listsAreFilteredByDatesStatesAndReferences() {
    Company company = companyWithCustomer();
    company.api().post(OFFERS, LINES);
    company.api().post(OFFERS, "{\"contactId\":\"K1\",\"offerDate\":\"2026-01-15\"}");
    company.api().post(OFFERS + "/1/createSalesOrder", "");
    company.api().post(ORDERS, "{\"contactId\":\"K1\",\"reference\":\"web-7\"}");

    Answer early = company.api().get(OFFERS + "?offerDateTo=2026-01-31");

    assertThat(early.data().findValuesAsText("id")).containsExactly("2");
    assertThat(early.warnings().findValuesAsText("code")).contains("list-row-is-partial");
    assertThat(early.data().at("/0/status").isNull()).isTrue();
    assertThat(ids(company, OFFERS + "?state=salesOrderCreated")).containsExactly("1");
    assertThat(ids(company, ORDERS + "?reference=WEB-7")).containsExactly("2");
    assertThat(ids(company, ORDERS + "?state=invoiceNotCreated&sortBy=orderNumber&sortOrder=desc"))
        .containsExactly("2", "1");
    assertThat(company.api().get(ORDERS + "?expand=full").data().at("/0/status").asText())
        .isEqualTo("OPEN");
    assertThat(company.api().get(OFFERS + "?reference=r-1").status()).isEqualTo(400);
  }

  private static Iterable<String> ids(Company company, String path) {
    return company.api().get(path).data().findValuesAsText("id");
  }

  private static ObjectNode both(String one, String other) {
    ObjectNode all = (ObjectNode) tree(one);
    return all.setAll((ObjectNode) tree(other));
  }

  private static JsonNode withoutRowIds(JsonNode document) {
    JsonNode copy = document.deepCopy();
    copy.path("lineItems").forEach(line -> ((ObjectNode) line).remove("fortnoxRowId"));
    return copy;
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
