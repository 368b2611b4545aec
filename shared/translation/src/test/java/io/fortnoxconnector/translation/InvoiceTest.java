package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Invoices.INVOICES;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static io.fortnoxconnector.translation.WriteMode.PATCH;
import static io.fortnoxconnector.translation.WriteMode.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Booked':false,'Sent':false,'Balance':10,'Total':10 | DRAFT | NO_OPEN_ITEM",
        "'Booked':false,'Sent':true,'Balance':10,'Total':10 | SUBMITTED | NO_OPEN_ITEM",
        "'Booked':true,'Balance':10,'Total':10 | OPEN | PENDING",
        "'Booked':true,'Balance':10.00,'Total':12,'TotalToPay':10 | OPEN | PENDING",
        "'Booked':true,'Balance':4,'Total':10 | PARTIALLY_PAID | PARTLY_PAID",
        "'Booked':true,'Balance':0,'Total':10 | PAID | PAID",
        "'Booked':true,'Cancelled':true,'Balance':0,'Total':10 | VOIDED | CANCELED"
      })
  void statesAreMaesnsWordsForFortnoxsFlags(String fields, String status, String payment) {
    ObjectNode data = INVOICES.fromFortnox(json("{" + fields + "}")).data();
    assertThat(data.get("status").asText()).isEqualTo(status);
    assertThat(data.get("paymentStatus").asText()).isEqualTo(payment);
  }

  @Test
  void whatFortnoxShowsAsZeroForNoneIsNull() {
    ObjectNode data =
        INVOICES
            .fromFortnox(
                json(
                    "{'CreditInvoiceReference':'0','OrderReference':'17','ContractReference':0,"
                        + "'Credit':'false','Balance':0}"))
            .data();
    assertThat(data.get("creditInvoiceId").isNull()).isTrue();
    assertThat(data.get("contractId").isNull()).isTrue();
    assertThat(data.get("salesOrderId").asText()).isEqualTo("17");
    assertThat(data.get("credit").isBoolean()).isTrue();
  }

  @Test
  void aDiscountShowsInTheFieldOfItsKind() {
    JsonNode lines =
        INVOICES
            .fromFortnox(
                json(
                    """
                    {'Balance':0,'InvoiceRows':[{'Discount':10,'DiscountType':'PERCENT'},
                     {'Discount':12.5,'DiscountType':'AMOUNT'}]}
                    """))
            .data()
            .get("lineItems");
    assertThat(lines.at("/0/discountItemPercentage").decimalValue()).isEqualByComparingTo("10");
    assertThat(lines.at("/0/discountItemAmount").isNull()).isTrue();
    assertThat(lines.at("/1/discountItemAmount").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(lines.at("/1/discountItemPercentage").isNull()).isTrue();
  }

  @Test
  void aLineHasOneDiscount() {
    var both =
        json("{'lineItems':[{'discountItemAmount':5,'discountItemPercentage':5}],'contactId':'1'}");
    assertThat(rejected(INVOICES.toFortnox(both, CREATE)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .contains(tuple("/lineItems/0/discountItemPercentage", "field-contradiction"));
    var one = json("{'contactId':'1','lineItems':[{'discountItemAmount':5.5,'quantity':2}]}");
    assertThat(accepted(INVOICES.toFortnox(one, CREATE)).entity().at("/InvoiceRows/0"))
        .isEqualTo(json("{'Discount':5.5,'DiscountType':'AMOUNT','DeliveredQuantity':'2'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SE | Sverige",
        "NO | Norway",
        "GB | United Kingdom",
        "KR | Korea, Republic of",
        "VI | Virgin Islands, U.S.",
        "VA | Holy See (Vatican City State)"
      })
  void countriesAreNamesAtFortnoxAndCodesHere(String code, String name) {
    var body = json("{'addresses':[{'type':'BILLING','countryCode':'" + code + "'}]}");
    assertThat(accepted(INVOICES.toFortnox(body, PATCH)).entity().get("Country").asText())
        .isEqualTo(name);
    ObjectNode held = json("{'Balance':0}").put("Country", name);
    assertThat(INVOICES.fromFortnox(held).data().at("/addresses/0/countryCode").asText())
        .isEqualTo(code);
  }

  @Test
  void aReplaceKeepsWhatFortnoxComputesAndClearsTheRest() {
    ObjectNode sent = accepted(INVOICES.toFortnox(json("{'contactId':'1'}"), REPLACE)).entity();
    assertThat(sent.get("Comments").asText()).isEqualTo("API_BLANK");
    assertThat(sent.get("Freight").decimalValue()).isEqualByComparingTo("0");
    for (String kept : new String[] {"OCR", "DueDate", "Currency", "PriceList", "InvoiceRows"}) {
      assertThat(sent.has(kept)).as(kept).isFalse();
    }
  }

  @Test
  void sumsAndStatesAreReadOnlyAndSaySo() {
    var body = json("{'status':'PAID','totalAmount':5,'booked':true,'taxRule':'NET'}");
    var patched = accepted(INVOICES.toFortnox(body, PATCH));
    assertThat(patched.entity()).isEmpty();
    assertThat(patched.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactlyInAnyOrder(
            tuple("field-read-only", "/status"),
            tuple("field-read-only", "/totalAmount"),
            tuple("field-read-only", "/booked"),
            tuple("field-not-stored", "/taxRule"));
  }

  @Test
  void aMailsSubjectMayHaveFortnoxsVariablesAndNoOtherBrackets() {
    var body = json("{'emailInformation':{'subject':'Faktura {no} till {name}'}}");
    assertThat(
            accepted(INVOICES.toFortnox(body, PATCH))
                .entity()
                .at("/EmailInformation/EmailSubject")
                .asText())
        .isEqualTo("Faktura {no} till {name}");
    assertThat(
            rejected(INVOICES.toFortnox(json("{'emailInformation':{'subject':'{date}'}}"), PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/emailInformation/subject");
  }

  @Test
  void filtersAreFortnoxsParameters() {
    assertThat(
            INVOICES.filters(
                Map.of("invoiceDateFrom", "2026-01-01", "state", "overdue", "itemId", "7")))
        .isEqualTo(
            new FilterTranslation.Accepted(
                Map.of("fromdate", "2026-01-01", "filter", "unpaidoverdue", "articlenumber", "7")));
    assertThat(CreditNotes.CREDIT_NOTES.filters(Map.of()))
        .isEqualTo(new FilterTranslation.Accepted(Map.of("credit", "true")));
    assertThat(INVOICES.filters(Map.of("dueDateFrom", "2026-01-01")))
        .isInstanceOf(FilterTranslation.Rejected.class);
  }

  @Test
  void anActionIsDoneWhereItsFieldSaysSo() {
    Action credit = INVOICES.action("credit").orElseThrow();
    assertThat(credit.isDone(json("{'CreditInvoiceReference':'0'}"))).isFalse();
    assertThat(credit.isDone(json("{'CreditInvoiceReference':'8'}"))).isTrue();
    Action bookkeep = INVOICES.action("bookkeep").orElseThrow();
    assertThat(bookkeep.isDone(json("{'Booked':false}"))).isFalse();
    assertThat(bookkeep.isDone(json("{'Booked':true}"))).isTrue();
    assertThat(INVOICES.action("explode")).isEmpty();
  }
}
