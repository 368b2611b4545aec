package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.Offers.OFFERS;
import static io.fortnoxconnector.translation.SalesOrders.SALES_ORDERS;
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

/** Offers and sales orders. */
class OrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Sent':false,'OrderReference':'0','InvoiceReference':'0' | DRAFT",
        "'Sent':true,'OrderReference':'0','InvoiceReference':'0' | SENT",
        "'Sent':true,'OrderReference':'7','InvoiceReference':'0' | ACCEPTED",
        "'Sent':false,'OrderReference':'0','InvoiceReference':'7' | ACCEPTED",
        "'Cancelled':true,'OrderReference':'0','InvoiceReference':'0' | VOIDED"
      })
  void anOffersStateIsMaesnsWord(String fields, String status) {
    assertThat(OFFERS.fromFortnox(json("{" + fields + "}")).data().get("status").asText())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'NotCompleted':true,'InvoiceReference':'0' | DRAFT",
        "'NotCompleted':false,'InvoiceReference':'0' | OPEN",
        "'NotCompleted':false,'InvoiceReference':'9' | CLOSED",
        "'NotCompleted':false,'Cancelled':true,'InvoiceReference':'0' | VOIDED"
      })
  void anOrdersStateIsMaesnsWord(String fields, String status) {
    assertThat(SALES_ORDERS.fromFortnox(json("{" + fields + "}")).data().get("status").asText())
        .isEqualTo(status);
  }

  @Test
  void aListThatDoesNotCarryWhatTheStateFollowsFromShowsNone() {
    ObjectNode row = json("{'DocumentNumber':'1','Sent':true,'Cancelled':false}");
    assertThat(OFFERS.fromListRow(row).data().get("status").isNull()).isTrue();
    assertThat(SALES_ORDERS.fromListRow(row).data().get("status").isNull()).isTrue();
  }

  @Test
  void whatIsOrderedCountsAsDeliveredUnlessTheLineSaysOtherwise() {
    var body =
        json(
            "{'contactId':'1','lineItems':[{'quantity':5},{'quantity':5,'deliveredQuantity':2},"
                + "{'quantity':5,'deliveredQuantity':0}]}");
    assertThat(accepted(SALES_ORDERS.toFortnox(body, CREATE)).entity().get("OrderRows"))
        .isEqualTo(
            json("{'rows':[{'OrderedQuantity':'5','DeliveredQuantity':'5'},"
                    + "{'OrderedQuantity':'5','DeliveredQuantity':'2'},"
                    + "{'OrderedQuantity':'5','DeliveredQuantity':'0'}]}")
                .get("rows"));
  }

  @Test
  void aPatchOfWhatIsOrderedLeavesWhatIsDelivered() {
    Lines lines = SALES_ORDERS.lines().orElseThrow();
    JsonNode patched =
        accepted(lines.changed("1", json("{'quantity':7}"), PATCH)).entity().at("/OrderRows/0");
    assertThat(patched.has("DeliveredQuantity")).isFalse();
    JsonNode replaced =
        accepted(lines.changed("1", json("{'quantity':7}"), REPLACE)).entity().at("/OrderRows/0");
    assertThat(replaced.get("DeliveredQuantity").asText()).isEqualTo("7");
  }

  @Test
  void quantitiesAndReferencesHaveEachDocumentsOwnNames() {
    var offer = json("{'contactId':'1','reference':'r','lineItems':[{'quantity':2}]}");
    ObjectNode sent = accepted(OFFERS.toFortnox(offer, CREATE)).entity();
    assertThat(sent)
        .isEqualTo(
            json(
                "{'CustomerNumber':'1','YourReferenceNumber':'r','OfferRows':[{'Quantity':'2'}]}"));
    var order = json("{'contactId':'1','reference':'r','yourOrderNumber':'y'}");
    assertThat(accepted(SALES_ORDERS.toFortnox(order, CREATE)).entity())
        .isEqualTo(
            json("{'CustomerNumber':'1','ExternalInvoiceReference1':'r','YourOrderNumber':'y'}"));
    assertThat(OFFERS.fields()).extracting(FieldDescription::name).doesNotContain("vatType");
  }

  @Test
  void aLinesDiscountIsOneOfTwoKinds() {
    var percentage = json("{'lineItems':[{'unitDiscountPercentage':12.5}],'contactId':'1'}");
    assertThat(accepted(OFFERS.toFortnox(percentage, CREATE)).entity().at("/OfferRows/0"))
        .isEqualTo(json("{'Discount':12.5,'DiscountType':'PERCENT'}"));
    var both =
        json(
            "{'lineItems':[{'totalDiscountAmount':5,'totalDiscountPercentage':5}],'contactId':'1'}");
    assertThat(rejected(OFFERS.toFortnox(both, CREATE)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .contains(tuple("/lineItems/0/totalDiscountPercentage", "field-contradiction"));
  }

  @Test
  void sumsThatMaesnsClientsSendAreLeftOutWithAWarning() {
    var body =
        json(
            """
            {'contactId':'1','status':'DRAFT','totalGrossAmount':125,'totalDiscountAmount':0,
             'lineItems':[{'quantity':1,'totalNetAmount':100,'type':'ITEM','taxCode':'MP1'}]}
            """);
    assertThat(accepted(OFFERS.toFortnox(body, CREATE)).warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactlyInAnyOrder(
            tuple("field-read-only", "/status"),
            tuple("field-read-only", "/totalGrossAmount"),
            tuple("field-not-stored", "/totalDiscountAmount"),
            tuple("field-not-stored", "/lineItems/0/totalNetAmount"),
            tuple("field-not-stored", "/lineItems/0/type"),
            tuple("field-read-only", "/lineItems/0/taxCode"));
  }

  @Test
  void filtersAreFortnoxsParameters() {
    assertThat(OFFERS.filters(Map.of("state", "salesOrderNotCreated", "sortBy", "offerDate")))
        .isEqualTo(
            new FilterTranslation.Accepted(
                Map.of("filter", "ordernotcreated", "sortby", "transactionDate")));
    assertThat(SALES_ORDERS.filters(Map.of("reference", "r", "orderDateTo", "2026-01-31")))
        .isEqualTo(
            new FilterTranslation.Accepted(
                Map.of("externalinvoicereference1", "r", "todate", "2026-01-31")));
    assertThat(OFFERS.filters(Map.of("reference", "r")))
        .isInstanceOf(FilterTranslation.Rejected.class);
  }
}
