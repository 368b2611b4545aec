package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersTest {

  private static final Set<String> SCOPES = Set.of("customer", "offer", "order", "invoice");

  private Sandbox sandbox;
  private TestClient client;

  @BeforeEach
  void start() {
    sandbox = TestClient.sandbox(Sandbox.options().limit(RateLimit.Kind.NONE));
    sandbox.registerApp("sales", "secret", TestClient.CALLBACK, SCOPES, true);
    client = TestClient.with(sandbox, sandbox.connect("sales", "123456", SCOPES, true));
    client.post("/customers", "{'Customer':{'Name':'Åkeri Öst AB','City':'Växjö'}}");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anOfferBecomesAnOrderAndThatAnInvoiceWithTheSameRows() {
    offer(
        "{'Description':'a','Quantity':3,'Price':100},{'Description':'b','Quantity':1,'Price':50}");

    var order = client.api("PUT", "/offers/1/createorder", "").json().path("Order");

    assertThat(order.path("OfferReference").asText()).isEqualTo("1");
    assertThat(order.path("City").asText()).isEqualTo("Växjö");
    assertThat(order.path("Net").decimalValue()).isEqualByComparingTo("350");
    assertThat(order.at("/OrderRows/0/OrderedQuantity").asText()).isEqualTo("3");
    assertThat(order.at("/OrderRows/0/DeliveredQuantity").asText()).isEqualTo("3");
    assertThat(order.at("/OrderRows/0/ReservedQuantity").asText()).isEqualTo("0");

    var invoice = client.api("PUT", "/orders/1/createinvoice", "").json().path("Invoice");

    assertThat(invoice.path("OrderReference").asText()).isEqualTo("1");
    assertThat(invoice.path("OfferReference").asText()).isEqualTo("1");
    assertThat(invoice.path("Total").decimalValue()).isEqualByComparingTo("438");
    assertThat(invoice.path("DueDate").asText())
        .isGreaterThan(invoice.path("InvoiceDate").asText());
    assertThat(invoice.at("/InvoiceRows/1/Description").asText()).isEqualTo("b");
    assertThat(client.get("/offers/1").json().at("/Offer/OrderReference").asText()).isEqualTo("1");
    assertThat(client.get("/orders/1").json().at("/Order/InvoiceReference").asText())
        .isEqualTo("1");
  }

  @Test
  void whatWasMadeOfADocumentLocksIt() {
    offer("{'Description':'a','Quantity':1}");
    client.api("PUT", "/offers/1/createorder", "");

    assertThat(client.api("PUT", "/offers/1/createorder", "").code()).isEqualTo(2000499);
    assertThat(client.api("PUT", "/offers/1/createinvoice", "").code()).isEqualTo(2001243);
    assertThat(client.api("PUT", "/offers/1/cancel", "").code()).isEqualTo(2001243);
    assertThat(client.put("/offers/1", "{'Offer':{'Comments':'x'}}").code()).isEqualTo(2001243);
    client.api("PUT", "/orders/1/createinvoice", "");
    assertThat(client.api("PUT", "/orders/1/createinvoice", "").code()).isEqualTo(2001243);
    assertThat(client.put("/orders/1", "{'Order':{'Comments':'x'}}").code()).isEqualTo(2001243);
  }

  @Test
  void eachDocumentHasItsOwnNamesAndRefusesTheOthers() {
    assertThat(created("/offers", "{'Offer':{'CustomerNumber':'1','VATType':'SEVAT'}}"))
        .isEqualTo(2001399);
    assertThat(created("/offers", "{'Offer':{'CustomerNumber':'1','YourOrderNumber':'1'}}"))
        .isEqualTo(2001399);
    assertThat(
            created(
                "/offers",
                "{'Offer':{'CustomerNumber':'1','OfferRows':[{'DeliveredQuantity':1}]}}"))
        .isEqualTo(2001399);
    assertThat(created("/orders", "{'Order':{'CustomerNumber':'1','OrderRows':[{'Quantity':1}]}}"))
        .isEqualTo(2001399);
    assertThat(created("/orders", "{'Order':{'CustomerNumber':'404'}}")).isEqualTo(2000433);
  }

  @Test
  void anOrderComesToWhatIsDelivered() {
    var order =
        client
            .post(
                "/orders",
                "{'Order':{'CustomerNumber':'1','OrderRows':[{'OrderedQuantity':5,'Price':10},"
                    + "{'OrderedQuantity':5,'DeliveredQuantity':2,'Price':10}]}}")
            .json()
            .path("Order");

    assertThat(order.at("/OrderRows/0/Total").decimalValue()).isEqualByComparingTo("0");
    assertThat(order.path("Net").decimalValue()).isEqualByComparingTo("20");
    assertThat(order.path("OrderType").asText()).isEqualTo("Order");
    assertThat(order.path("DeliveryState").asText()).isEqualTo("delivery");
  }

  @Test
  void listsKnowStatesDatesAndWhatWasMade() {
    offer("{'Description':'a','Quantity':1}");
    client.post("/offers", "{'Offer':{'CustomerNumber':'1','ExpireDate':'2020-01-31'}}");
    client.api("PUT", "/offers/1/createorder", "");

    assertThat(numbers("/offers?filter=expired")).containsExactly("2");
    assertThat(numbers("/offers?filter=ordercreated")).containsExactly("1");
    assertThat(numbers("/offers?filter=ordernotcreated")).containsExactly("2");
    assertThat(numbers("/orders?filter=invoicenotcreated")).containsExactly("1");
    assertThat(numbers("/orders?todate=2020-01-01")).isEmpty();
    assertThat(client.get("/offers/3").status()).isEqualTo(404);
  }

  private int created(String path, String body) {
    return client.post(path, body).code();
  }

  private Iterable<String> numbers(String path) {
    return client.get(path).json().findValuesAsText("DocumentNumber");
  }

  private void offer(String rows) {
    var created =
        client.post("/offers", "{'Offer':{'CustomerNumber':'1','OfferRows':[" + rows + "]}}");
    assertThat(created.status()).as(created.body()).isEqualTo(201);
  }
}
