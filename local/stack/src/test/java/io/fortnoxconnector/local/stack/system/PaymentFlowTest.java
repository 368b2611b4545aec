package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static io.fortnoxconnector.local.stack.system.Fields.assertNamesEveryWritableField;
import static io.fortnoxconnector.local.stack.system.Fields.assertReadsBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payments, and both kinds of them as transactions. */
@ExtendWith(SystemExtension.class)
@SideBySide
class PaymentFlowTest {

  private static final String INVOICES = "/accounting/invoices";
  private static final String PAYMENTS = "/accounting/invoicePayments";
  private static final String TRANSACTIONS = "/accounting/transactions";

  /** Every field that can be written, in the form in which it reads back. */
  private static final String FULL =
      """
      {"invoiceId":"1","accountId":"1920","accountNumber":1920,"amount":115,"amountInCurrency":10,
       "bookingDate":"2026-11-20","valueDate":"2026-11-20","currency":"EUR","currencyRate":11.5,
       "currencyUnit":1,"paymentMethod":"PG","writeOffs":[{"amount":0.5,"accountId":"3740",
       "costCenter":"KTR","currency":"SEK","description":"Öresavrundning","projectId":"P1",
       "transactionInformation":"avrundat"}]}
      """;

  private final LocalSystem system;

  PaymentFlowTest(LocalSystem system) {
    this.system = system;
  }

  /** A company with one booked invoice of 125 kronor. */
  private Company billed() {
    Company company = system.company();
    String customer = company.create("{\"companyName\":\"Åkeri Öst AB\"}");
    Answer invoice =
        company
            .api()
            .post(
                INVOICES,
                "{\"contactId\":\"%s\",\"invoiceDate\":\"2026-11-01\",\"lineItems\":[{\"description\":\"Körning\",\"accountId\":\"3001\",\"taxRatePercentage\":25,\"quantity\":1,\"unitAmount\":100}]}"
                    .formatted(customer));
    assertThat(invoice.status()).as(invoice.text()).isEqualTo(201);
    assertThat(company.api().post(INVOICES + "/1/bookkeep", "").status()).isEqualTo(200);
    return company;
  }

  private static Answer pay(Company company, String amount) {
    Answer paid =
        company
            .api()
            .post(
                TRANSACTIONS,
                "{\"invoiceId\":\"1\",\"amount\":%s,\"bookingDate\":\"2026-11-20\"}"
                    .formatted(amount));
    assertThat(paid.status()).as(paid.text()).isEqualTo(201);
    return paid;
  }

  @Test
  void aPaymentIsMadeBookedAndLowersWhatIsOwed() {
    Company company = billed();

    Answer paid = pay(company, "100.50");

    assertThat(paid.header("location")).isEqualTo(TRANSACTIONS + "/invoice-1");
    assertThat(paid.data().path("id").asText()).isEqualTo("invoice-1");
    assertThat(paid.data().path("status").asText()).isEqualTo("CREATED");
    assertThat(paid.data().path("type").asText()).isEqualTo("RECEIVE");
    assertThat(paid.data().path("accountId").asText()).isEqualTo("1930");
    assertThat(paid.data().path("billId").isNull()).isTrue();
    Answer booked = company.api().post(PAYMENTS + "/1/bookkeep", "");
    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    assertThat(booked.data().path("status").asText()).isEqualTo("BOOKED");
    JsonNode invoice = company.api().get(INVOICES + "/1").data();
    assertThat(invoice.path("balance").decimalValue()).isEqualByComparingTo("24.50");
    assertThat(invoice.path("paymentStatus").asText()).isEqualTo("PARTLY_PAID");

    pay(company, "24.50");
    company.api().post(PAYMENTS + "/2/bookkeep", "");

    invoice = company.api().get(INVOICES + "/1").data();
    assertThat(invoice.path("paymentStatus").asText()).isEqualTo("PAID");
    assertThat(invoice.path("paidDate").asText()).isEqualTo("2026-11-20");
    Answer tooMuch = company.api().post(TRANSACTIONS, "{\"invoiceId\":\"1\",\"amount\":1}");
    assertThat(tooMuch.problem().path("fortnox").path("code").asText()).isEqualTo("2003055");
  }

  @Test
  void everyFieldIsStoredAndReadBack() {
    Company company = billed();
    JsonNode sent = tree(FULL);
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path("invoicePayments"));

    Answer created = company.api().post(PAYMENTS, FULL);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings()).isEmpty();
    JsonNode read = company.api().get(PAYMENTS + "/1").data();
    assertReadsBack(sent, read);
    assertThat(read.path("contact").asText()).isEqualTo("Åkeri Öst AB");
    assertThat(read.path("invoiceTotal").decimalValue()).isEqualByComparingTo("125");
    Answer same = company.api().put(PAYMENTS + "/1", read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(company.api().get(PAYMENTS + "/1").data()).isEqualTo(read);
  }

  @Test
  void aPaymentIsReadChangedReplacedAndDeletedUntilItIsBooked() {
    Company company = billed();
    pay(company, "100");
    String one = PAYMENTS + "/1";

    Answer patched = company.api().json("PATCH", one, "{\"amount\":90.25}");
    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    Answer replaced =
        company
            .api()
            .json(
                "PUT",
                TRANSACTIONS + "/invoice-1",
                "{\"invoiceId\":\"1\",\"amount\":80,\"paymentMethod\":\"PG\"}");
    assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
    JsonNode read = company.api().get(one).data();
    assertThat(read.path("amount").decimalValue()).isEqualByComparingTo("80");
    assertThat(read.path("paymentMethod").asText()).isEqualTo("PG");
    assertThat(read.path("id").asText()).isEqualTo("1");

    assertThat(company.api().delete(TRANSACTIONS + "/invoice-1").data().path("id").asText())
        .isEqualTo("invoice-1");
    assertThat(company.api().get(one).status()).isEqualTo(404);
  }

  @Test
  void aBookedPaymentStaysAsItIs() {
    Company company = billed();
    pay(company, "100");
    company.api().post(PAYMENTS + "/1/bookkeep", "");

    assertThat(company.api().json("PATCH", PAYMENTS + "/1", "{\"amount\":1}").status())
        .isBetween(400, 499);
    assertThat(company.api().delete(PAYMENTS + "/1").status()).isBetween(400, 499);
    assertThat(company.api().get(PAYMENTS + "/1").status()).isEqualTo(200);
  }

  @Test
  void transactionsAreBothListsAndPaymentsHaveTheirFilters() {
    Company company = billed();
    pay(company, "50");
    pay(company, "25");
    company.atFortnox().seed("supplierinvoicepayments", bill());

    Answer first = company.api().get(TRANSACTIONS);
    assertThat(first.data().findValuesAsText("id")).containsExactly("invoice-1", "invoice-2");
    // Each list begins on a page of its own.
    Answer second =
        company.api().get(TRANSACTIONS + "?after=" + first.json().at("/meta/after").asText());
    assertThat(second.data().findValuesAsText("id")).containsExactly("bill-7");
    assertThat(second.data().path(0).path("invoiceId").isNull()).isTrue();
    assertThat(second.json().at("/meta/after").isNull()).isTrue();
    assertThat(company.api().get(TRANSACTIONS + "/bill-7").data().path("type").asText())
        .isEqualTo("SPEND");
    assertThat(company.api().get(TRANSACTIONS + "/7").status()).isEqualTo(404);
    assertThat(company.api().get(PAYMENTS + "?invoiceId=1").data()).hasSize(2);
    assertThat(company.api().get(PAYMENTS + "?invoiceId=2").data()).isEmpty();
    assertThat(company.api().get("/accounting/billPayments?billId=1").code())
        .isEqualTo("parameter-invalid");
  }

  private static ObjectNode bill() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Number", 7)
        .put("InvoiceNumber", "3")
        .put("Amount", 10)
        .put("AmountCurrency", 10);
  }

  /** A company with one booked bill of 750 kronor. */
  private Company owing() {
    Company company = system.company();
    Answer supplier =
        company
            .api()
            .post("/accounting/suppliers", "{\"companyName\":\"Papper AB\",\"number\":\"L1\"}");
    assertThat(supplier.status()).as(supplier.text()).isEqualTo(201);
    Answer bill =
        company
            .api()
            .post(
                "/accounting/bills",
                "{\"contactId\":\"L1\",\"dueDate\":\"2026-12-24\",\"totalGrossAmount\":750,\"totalTaxAmount\":150,\"lineItems\":[{\"accountId\":\"6110\",\"description\":\"a\",\"totalNetAmount\":600}]}");
    assertThat(bill.status()).as(bill.text()).isEqualTo(201);
    assertThat(company.api().post("/accounting/bills/1/bookkeep", "").status()).isEqualTo(200);
    return company;
  }

  @Test
  void aBillIsPaid() {
    Company company = owing();

    Answer paid =
        company
            .api()
            .post(TRANSACTIONS, "{\"billId\":\"1\",\"amount\":750,\"description\":\"Bank\"}");

    assertThat(paid.status()).as(paid.text()).isEqualTo(201);
    assertThat(paid.data().path("id").asText()).isEqualTo("bill-1");
    assertThat(paid.data().path("type").asText()).isEqualTo("SPEND");
    assertThat(paid.data().path("contact").asText()).isEqualTo("Papper AB");
    assertThat(paid.data().path("description").asText()).isEqualTo("Bank");
    Answer booked = company.api().post("/accounting/billPayments/1/bookkeep", "");
    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    JsonNode bill = company.api().get("/accounting/bills/1").data();
    assertThat(bill.path("balance").decimalValue()).isEqualByComparingTo("0");
    assertThat(bill.path("paymentStatus").asText()).isEqualTo("PAID");
  }

  @Test
  void aBillsPaymentWhoseAnswerIsLostIsUncertainAndNotMadeTwice() {
    Company company = owing();
    company.trouble("POST", "/3/supplierinvoicepayments").once().failsAfterwardsWith(500);
    String task =
        company.later("POST", "/accounting/billPayments", "{\"billId\":\"1\",\"amount\":12.5}");

    JsonNode ended = company.finished(task);

    assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("UNCERTAIN");
    assertThat(company.received("POST", "/3/supplierinvoicepayments")).hasSize(1);
  }

  @Test
  void aTransactionNamesWhatItIsOf() {
    Company company = system.company();

    assertThat(
            company.api().post(TRANSACTIONS, "{\"amount\":1}").problem().path("pointer").asText())
        .isEqualTo("/invoiceId");
    assertThat(
            company
                .api()
                .post(TRANSACTIONS, "{\"amount\":1,\"invoiceId\":\"1\",\"billId\":\"1\"}")
                .problem()
                .path("pointer")
                .asText())
        .isEqualTo("/billId");
    assertThat(company.api().post(TRANSACTIONS, "{\"amount\":1,\"billId\":\"9\"}").status())
        .isEqualTo(400);
  }

  @Test
  void aPaymentWhoseAnswerIsLostIsFoundAndNotMadeTwice() {
    Company company = billed();
    company.trouble("POST", "/3/invoicepayments").once().failsAfterwardsWith(500);
    String task = company.later("POST", PAYMENTS, "{\"invoiceId\":\"1\",\"amount\":12.5}");

    JsonNode ended = company.finished(task);

    assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("DONE");
    assertThat(company.received("POST", "/3/invoicepayments")).hasSize(1);
    assertThat(company.api().get(PAYMENTS).data()).hasSize(1);
  }
}
