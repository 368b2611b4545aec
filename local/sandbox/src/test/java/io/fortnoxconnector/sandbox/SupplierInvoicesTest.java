package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupplierInvoicesTest {

  private static final Set<String> SCOPES =
      Set.of("supplier", "supplierinvoice", "article", "bookkeeping");
  private static final String ONE = "/supplierinvoices/1";

  private Sandbox sandbox;
  private TestClient client;
  private String day;

  @BeforeEach
  void start() {
    sandbox = TestClient.sandbox(Sandbox.options().limit(RateLimit.Kind.NONE));
    sandbox.registerApp("bills", "secret", TestClient.CALLBACK, SCOPES, true);
    client = TestClient.with(sandbox, sandbox.connect("bills", "123456", SCOPES, true));
    client.post("/suppliers", "{'Supplier':{'Name':'Papper & Penna AB'}}");
    client.post(
        "/articles", "{'Article':{'Description':'Papper','Unit':'st','PurchaseAccount':4010}}");
    day = client.get("/financialyears/2").json().at("/FinancialYear/FromDate").asText();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void theDebtAndTheVatAreRowsThatFortnoxMakes() {
    var invoice = created("'Total':'1250','VAT':250," + cost(1000));

    assertThat(invoice.path("GivenNumber").asText()).isEqualTo("1");
    assertThat(invoice.path("SupplierName").asText()).isEqualTo("Papper & Penna AB");
    assertThat(invoice.path("Total").textValue()).isEqualTo("1250");
    assertThat(invoice.path("Balance").textValue()).isEqualTo("1250");
    assertThat(rows(invoice)).containsExactly("TOT 2440 -1250", "VAT 2641 250", "null 6110 1000");
    assertThat(invoice.at("/SupplierInvoiceRows/0/AccountDescription").asText())
        .isEqualTo("Leverantörsskulder");
  }

  @Test
  void rowsThatWereSentSayWhatTheSumsAre() {
    var invoice =
        created(
            """
            'SupplierInvoiceRows':[{'Account':2440,'Code':'TOT','Credit':1250},
             {'Account':2641,'Code':'VAT','Debit':250},{'Account':6110,'Debit':1000}]
            """);

    assertThat(invoice.path("Total").asText()).isEqualTo("1250");
    assertThat(invoice.path("VAT").asText()).isEqualTo("250");
    assertThat(invoice.path("SupplierInvoiceRows")).hasSize(3);
  }

  @Test
  void aRowOfAnArticleIsWorthItsQuantityTimesItsPrice() {
    var invoice =
        created("'SupplierInvoiceRows':[{'ArticleNumber':'1','Quantity':10,'Price':12.5}]");

    assertThat(rows(invoice)).containsExactly("TOT 2440 -125", "null 4010 125");
    assertThat(invoice.at("/SupplierInvoiceRows/1/ItemDescription").asText()).isEqualTo("Papper");
    assertThat(invoice.at("/SupplierInvoiceRows/1/Unit").asText()).isEqualTo("st");
  }

  @Test
  void freightFeesAndRoundingAreRowsToo() {
    var invoice =
        created("'Freight':'50','AdministrationFee':'25.5','RoundOffValue':'-0.5'," + cost(1000));

    assertThat(rows(invoice))
        .containsExactly(
            "TOT 2440 -1075", "FRT 5710 50", "AFE 6570 25.5", "ROV 3740 -0.5", "null 6110 1000");
  }

  @Test
  void aReversedVatIsOnBothSides() {
    assertThat(rows(created("'VATType':'REVERSE'," + cost(1000))))
        .containsExactly("TOT 2440 -1000", "CND 2647 250", "CNC 2614 -250", "null 6110 1000");
    assertThat(rows(created("'VATType':'EUINTERNAL','SalesType':'SERVICE'," + cost(100))))
        .containsExactly("TOT 2440 -100", "SRD 2645 25", "SRC 2614 -25", "null 6110 100");
  }

  @Test
  void theDebtFollowsTheTotalForAsLongAsItIsChanged() {
    created("'Total':'1250','VAT':'250'," + cost(1000));

    var changed = client.put(ONE, "{'SupplierInvoice':{'Total':'2500','VAT':'500'}}").json();

    assertThat(rows(changed.path("SupplierInvoice")))
        .containsExactly("TOT 2440 -2500", "VAT 2641 500", "null 6110 1000");
  }

  @Test
  void oneThatDoesNotBalanceIsKeptAndNotBooked() {
    created("'Total':'1250'," + cost(1000));

    var refused = client.api("PUT", ONE + "/bookkeep", "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(2000755);
  }

  @Test
  void bookingMakesAVoucherAndLocks() {
    created("'Total':'1250','VAT':'250'," + cost(1000));

    var booked = client.api("PUT", ONE + "/bookkeep", "").json().path("SupplierInvoice");

    assertThat(booked.path("Booked").asBoolean()).isTrue();
    assertThat(booked.path("VoucherSeries").asText()).isEqualTo("L");
    var voucher = client.get("/vouchers/L/1?financialyear=2").json().path("Voucher");
    assertThat(voucher.path("ReferenceType").asText()).isEqualTo("SUPPLIERINVOICE");
    assertThat(voucher.path("ReferenceNumber").asText()).isEqualTo("1");
    assertThat(voucher.path("VoucherRows")).hasSize(3);
    assertThat(client.get("/accounts/2440").json().at("/Account/BalanceCarriedForward").asInt())
        .isEqualTo(-1250);
    assertThat(client.put(ONE, "{'SupplierInvoice':{'Comments':'A'}}").code()).isEqualTo(2001243);
    assertThat(client.api("PUT", ONE + "/cancel", "").code()).isEqualTo(2001243);
    assertThat(client.api("PUT", ONE + "/approvalbookkeep", "").code()).isEqualTo(2001243);
    assertThat(client.api("PUT", ONE + "/approvalpayment", "").status()).isEqualTo(200);
  }

  @Test
  void aDayOutsideEveryYearOrInALockedPeriodIsNotBooked() {
    client.post(
        "/supplierinvoices",
        "{'SupplierInvoice':{'SupplierNumber':'1','InvoiceDate':'1999-01-01',"
            + "'DueDate':'1999-02-01',"
            + cost(1)
            + "}}");

    assertThat(client.api("PUT", ONE + "/bookkeep", "").code()).isEqualTo(2000997);
  }

  @Test
  void aBookedOneIsCreditedOnce() {
    created("'Total':'1250','VAT':'250'," + cost(1000));
    assertThat(client.api("PUT", ONE + "/credit", "").code()).isEqualTo(2001243);
    client.api("PUT", ONE + "/bookkeep", "");

    var original = client.api("PUT", ONE + "/credit", "").json().path("SupplierInvoice");

    assertThat(original.path("CreditReference").asInt()).isEqualTo(2);
    var credit = client.get("/supplierinvoices/2").json().path("SupplierInvoice");
    assertThat(credit.path("Credit").asBoolean()).isTrue();
    assertThat(credit.path("CreditReference").asInt()).isEqualTo(1);
    assertThat(credit.path("Total").asText()).isEqualTo("-1250");
    assertThat(rows(credit)).containsExactly("TOT 2440 1250", "VAT 2641 -250", "null 6110 -1000");
    assertThat(client.api("PUT", ONE + "/credit", "").code()).isEqualTo(2001243);
    assertThat(client.api("PUT", "/supplierinvoices/2/bookkeep", "").status()).isEqualTo(200);
  }

  @Test
  void oneWithNegativeAmountsIsACredit() {
    assertThat(created("'Total':'-100'," + cost(-100)).path("Credit").asBoolean()).isTrue();
  }

  @Test
  void aCancelledOneIsOwedNoMore() {
    created(cost(1000));

    var cancelled = client.api("PUT", ONE + "/cancel", "").json().path("SupplierInvoice");

    assertThat(cancelled.path("Balance").asText()).isEqualTo("0");
    var row = client.get("/supplierinvoices?filter=cancelled").json().at("/SupplierInvoices/0");
    assertThat(row.path("Cancel").asBoolean()).isTrue();
    assertThat(row.has("Cancelled")).isFalse();
  }

  @Test
  void listsAreSearched() {
    created("'InvoiceNumber':'F-1','OCR':'123'," + cost(1));
    created("'InvoiceNumber':'F-2'," + cost(1));

    for (String query :
        new String[] {
          "invoicenumber=f-1", "ocr=123", "serialnumber=1", "invoicenumber=F-1&suppliernumber=1"
        }) {
      assertThat(client.get("/supplierinvoices?" + query).json().findValuesAsText("GivenNumber"))
          .as(query)
          .containsExactly("1");
    }
    assertThat(client.get("/supplierinvoices?filter=unbooked").json().path("SupplierInvoices"))
        .hasSize(2);
    assertThat(client.get("/supplierinvoices?filter=paid").code()).isEqualTo(2000587);
  }

  @Test
  void whatIsMissingOrReadOnlyIsRefused() {
    assertThat(code("'DueDate':'2026-01-01'")).isEqualTo(2000699);
    assertThat(code("'SupplierNumber':'1'")).isEqualTo(2000699);
    assertThat(code("'SupplierNumber':'9','DueDate':'2026-01-01'")).isEqualTo(2000438);
    assertThat(code("'SupplierNumber':'1','DueDate':'2026-01-01','Booked':true"))
        .isEqualTo(2000321);
    assertThat(code("'SupplierNumber':'1','DueDate':'2026-01-01','GivenNumber':'7'"))
        .isEqualTo(2000321);
    assertThat(client.delete(ONE).status()).isEqualTo(404);
  }

  private int code(String fields) {
    return client.post("/supplierinvoices", "{'SupplierInvoice':{" + fields + "}}").code();
  }

  private JsonNode created(String fields) {
    var reply =
        client.post(
            "/supplierinvoices",
            "{'SupplierInvoice':{'SupplierNumber':'1','InvoiceDate':'%s','DueDate':'%s',%s}}"
                .formatted(day, day, fields));
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json().path("SupplierInvoice");
  }

  private static String cost(int amount) {
    return "'SupplierInvoiceRows':[{'Account':6110,'%s':%d}]"
        .formatted(amount < 0 ? "Credit" : "Debit", Math.abs(amount));
  }

  private static List<String> rows(JsonNode invoice) {
    return invoice
        .path("SupplierInvoiceRows")
        .valueStream()
        .map(
            row ->
                row.path("Code").asText()
                    + " "
                    + row.path("Account").asText()
                    + " "
                    + new BigDecimal(row.path("Total").asText())
                        .stripTrailingZeros()
                        .toPlainString())
        .toList();
  }
}
