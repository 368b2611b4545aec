package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a payment does to its invoice. */
class PaymentsTest {

  private final Sandbox sandbox = TestClient.sandbox(Sandbox.options());
  private final TestClient client;

  PaymentsTest() {
    var scopes = Set.of("customer", "invoice", "payment");
    sandbox.registerApp("payer", "secret", TestClient.CALLBACK, scopes, true);
    client = TestClient.with(sandbox, sandbox.connect("payer", "123456", scopes, true));
  }

  /** Of 125 kronor, VAT included. */
  @BeforeEach
  void anInvoice() {
    client.post("/customers", "{'Customer':{'Name':'Åkeri'}}");
    client.post(
        "/invoices",
        "{'Invoice':{'CustomerNumber':'1','InvoiceRows':[{'Description':'A',"
            + "'AccountNumber':3001,'VAT':25,'DeliveredQuantity':1,'Price':100}]}}");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private JsonNode invoice() {
    return client.get("/invoices/1").json().path("Invoice");
  }

  private int pay(String fields) {
    return client.post("/invoicepayments", "{'InvoicePayment':{" + fields + "}}").status();
  }

  private int book(String document) {
    return client.api("PUT", "/" + document + "/bookkeep", "").status();
  }

  @Test
  void aBookedPaymentLowersTheInvoicesBalanceUntilItIsPaid() {
    book("invoices/1");
    assertThat(pay("'InvoiceNumber':1,'Amount':100,'PaymentDate':'2026-11-20'")).isEqualTo(201);
    assertThat(invoice().path("Balance").asInt()).isEqualTo(125);

    assertThat(book("invoicepayments/1")).isEqualTo(200);
    assertThat(invoice().path("Balance").asInt()).isEqualTo(25);
    assertThat(invoice().path("FinalPayDate").isNull()).isTrue();

    assertThat(pay("'InvoiceNumber':1,'PaymentDate':'2026-11-21'")).isEqualTo(201);
    assertThat(client.get("/invoicepayments/2").json().at("/InvoicePayment/Amount").asInt())
        .isEqualTo(25);
    assertThat(book("invoicepayments/2")).isEqualTo(200);
    assertThat(invoice().path("Balance").asInt()).isZero();
    assertThat(invoice().path("FinalPayDate").asText()).isEqualTo("2026-11-21");

    var again =
        client.post("/invoicepayments", "{'InvoicePayment':{'InvoiceNumber':1,'Amount':1}}");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body()).contains("2003055");
  }

  @Test
  void whatIsWrittenOffCountsAsPaid() {
    book("invoices/1");
    pay("'InvoiceNumber':1,'Amount':124.50,'WriteOffs':[{'Amount':0.50,'AccountNumber':3740}]");

    book("invoicepayments/1");

    assertThat(invoice().path("Balance").decimalValue()).isEqualByComparingTo("0");
    assertThat(invoice().path("FinalPayDate").isNull()).isFalse();
  }

  @Test
  void aBookedPaymentNeitherChangesNorGoes() {
    book("invoices/1");
    pay("'InvoiceNumber':1,'Amount':100");
    book("invoicepayments/1");

    assertThat(client.put("/invoicepayments/1", "{'InvoicePayment':{'Amount':1}}").status())
        .isEqualTo(400);
    assertThat(client.api("DELETE", "/invoicepayments/1", "").status()).isEqualTo(400);
    assertThat(book("invoicepayments/1")).isEqualTo(400);
  }

  @Test
  void aPaymentIsOfAnInvoiceThatThereIsAndBookedAfterIt() {
    assertThat(pay("'InvoiceNumber':9,'Amount':100")).isEqualTo(400);
    assertThat(pay("'Amount':100")).isEqualTo(400);
    assertThat(pay("'InvoiceNumber':1,'Amount':100")).isEqualTo(201);

    assertThat(book("invoicepayments/1")).isEqualTo(400);
    assertThat(client.api("DELETE", "/invoicepayments/1", "").status()).isEqualTo(204);
    assertThat(client.get("/invoicepayments/1").status()).isEqualTo(404);
  }
}
