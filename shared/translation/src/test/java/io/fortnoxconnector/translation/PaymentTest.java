package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.Payments.BILL_PAYMENTS;
import static io.fortnoxconnector.translation.Payments.INVOICE_PAYMENTS;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static io.fortnoxconnector.translation.WriteMode.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentTest {

  /** As Maesn's response schema has it. */
  private static final List<String> TRANSACTION =
      List.of(
          "id",
          "accountId",
          "accountNumber",
          "amount",
          "bookingDate",
          "contact",
          "currency",
          "description",
          "files",
          "journalCode",
          "ledgerName",
          "reference",
          "status",
          "taskId",
          "taxRatePercentage",
          "type",
          "valueDate");

  @Test
  void aPaymentHasEveryMemberOfATransaction() {
    for (Resource resource : List.of(INVOICE_PAYMENTS, BILL_PAYMENTS)) {
      ObjectNode data = resource.fromFortnox(resource.bareEntity()).data();
      assertThat(data.properties().stream().map(Map.Entry::getKey)).containsAll(TRANSACTION);
    }
  }

  @Test
  void aPaymentIsReadAsATransaction() {
    ObjectNode data =
        INVOICE_PAYMENTS
            .fromFortnox(
                json(
                    """
                    {'Number':'7','InvoiceNumber':12,'Amount':1250.50,'PaymentDate':'2026-11-20',
                     'Booked':true,'Currency':'SEK','ModeOfPayment':'BG','ModeOfPaymentAccount':1920,
                     'InvoiceCustomerName':'Åkeri','InvoiceOCR':'123','InvoiceTotal':'1250.50',
                     'VoucherSeries':'C','VoucherNumber':3}
                    """))
            .data();

    assertThat(data.path("id").asText()).isEqualTo("7");
    assertThat(data.path("invoiceId").asText()).isEqualTo("12");
    assertThat(data.path("amount").decimalValue()).isEqualByComparingTo("1250.5");
    assertThat(data.path("bookingDate")).isEqualTo(data.path("valueDate"));
    assertThat(data.path("status").asText()).isEqualTo("BOOKED");
    assertThat(data.path("type").asText()).isEqualTo("RECEIVE");
    assertThat(data.path("contact").asText()).isEqualTo("Åkeri");
    assertThat(data.path("accountNumber").asInt()).isEqualTo(1920);
    assertThat(data.path("accountId").asText()).isEqualTo("1920");
    assertThat(data.path("reference").asText()).isEqualTo("123");
    assertThat(data.path("invoiceTotal").decimalValue()).isEqualByComparingTo("1250.5");
  }

  @Test
  void whatIsPaidIsNamedOnceAndForAll() {
    assertThat(rejected(INVOICE_PAYMENTS.toFortnox(json("{'amount':5.5}"), CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/invoiceId");
    assertThat(rejected(BILL_PAYMENTS.toFortnox(json("{'billId':'3'}"), CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/amount");
    assertThat(
            accepted(BILL_PAYMENTS.toFortnox(json("{'billId':'3','amount':5.5}"), CREATE)).entity())
        .isEqualTo(json("{'InvoiceNumber':'3','Amount':5.5}"));
    var moved = accepted(INVOICE_PAYMENTS.toFortnox(json("{'invoiceId':'3','amount':5.5}"), PATCH));
    assertThat(moved.entity()).isEqualTo(json("{'Amount':5.5}"));
    assertThat(moved.warnings()).extracting(Warning::pointer).containsExactly("/invoiceId");
  }

  @Test
  void aTransactionsTypeIsWhatIsPaid() {
    assertThat(
            rejected(
                INVOICE_PAYMENTS.toFortnox(
                    json("{'invoiceId':'3','amount':5.5,'type':'SPEND'}"), CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/type");
  }

  @Test
  void writeOffsAreWrittenWithThePayment() {
    var body =
        json(
            "{'invoiceId':'3','amount':99,'writeOffs':[{'amount':1.5,'accountId':'3740','currency':'SEK'}]}");
    assertThat(accepted(INVOICE_PAYMENTS.toFortnox(body, CREATE)).entity().path("WriteOffs"))
        .isEqualTo(json("{'x':[{'Amount':1.5,'AccountNumber':3740,'Currency':'SEK'}]}").path("x"));
  }

  @Test
  void aFilterThatFortnoxMayIgnoreIsRefused() {
    assertThat(BILL_PAYMENTS.filters(Map.of("billId", "3")))
        .isInstanceOf(FilterTranslation.Rejected.class);
    assertThat(INVOICE_PAYMENTS.filters(Map.of("invoiceId", "3")))
        .isEqualTo(new FilterTranslation.Accepted(Map.of("invoicenumber", "3")));
  }
}
