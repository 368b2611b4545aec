package io.fortnoxconnector.sandbox;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers and tables agree with Fortnox's own OpenAPI document, save for its known mistakes. */
class OpenApiTest {

  private static final Set<String> SCOPES =
      Set.of(
          "customer",
          "supplier",
          "article",
          "invoice",
          "offer",
          "order",
          "companyinformation",
          "settings",
          "project",
          "price",
          "currency",
          "costcenter",
          "bookkeeping",
          "payment",
          "inbox",
          "archive",
          "connectfile",
          "supplierinvoice");

  private static final Map<String, String> MINIMAL =
      Map.ofEntries(
          entry(
              "customers", "{'Customer':{'Name':'A','CountryCode':'SE','Email':'a@example.com'}}"),
          entry("suppliers", "{'Supplier':{'Name':'A','CountryCode':'SE','BG':'123-4567'}}"),
          entry("articles", "{'Article':{'Description':'A','QuantityInStock':2.5}}"),
          entry("projects", "{'Project':{'Description':'A','StartDate':'2026-01-01'}}"),
          entry("units", "{'Unit':{'Code':'x','Description':'A'}}"),
          entry("termsofpayments", "{'TermsOfPayment':{'Code':'x','Description':'A'}}"),
          entry(
              "modesofpayments",
              "{'ModeOfPayment':{'Code':'x','Description':'A','AccountNumber':'1930'}}"),
          entry("termsofdeliveries", "{'TermsOfDelivery':{'Code':'x','Description':'A'}}"),
          entry("wayofdeliveries", "{'WayOfDelivery':{'Code':'x','Description':'A'}}"),
          entry("pricelists", "{'PriceList':{'Code':'X','Description':'A'}}"),
          entry("currencies", "{'Currency':{'Code':'CHF','Description':'A','BuyRate':12.5}}"),
          entry("costcenters", "{'CostCenter':{'Code':'X','Description':'A'}}"),
          entry("voucherseries", "{'VoucherSeries':{'Code':'X','Description':'A'}}"),
          entry("accounts", "{'Account':{'Number':1935,'Description':'A','SRU':7281}}"));

  @Test
  void everyAnswerFitsFortnoxsOpenApiDocument() throws IOException {
    var document = document();
    var wrong = new ArrayList<String>();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      sandbox.registerApp("all", "secret", TestClient.CALLBACK, SCOPES, true);
      for (var register : MINIMAL.entrySet()) {
        var path = "/" + register.getKey();
        var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));
        var created = client.post(path, register.getValue());
        assertThat(created.status()).as(path).isEqualTo(201);
        check(document, "/3" + path, "post", "201", created.json(), wrong);
        var url = created.json().findValue("@url").asText();
        var one = url.substring(url.indexOf(path));
        var pattern = pathWithKey(document, "/3" + path);
        check(document, pattern, "get", "200", client.get(one).json(), wrong);
        check(document, "/3" + path, "get", "200", client.get(path).json(), wrong);
        check(document, pattern, "put", "200", client.put(one, change(register)).json(), wrong);
        sandbox.clock().advance(Duration.ofSeconds(5));
      }
      var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));
      var voucher =
          client.post(
              "/vouchers",
              """
              {'Voucher':{'VoucherSeries':'A','Description':'A','TransactionDate':'%s','VoucherRows':[
                {'Account':5010,'Debit':1.5},{'Account':1930,'Credit':1.5}]}}
              """
                  .formatted(
                      client
                          .get("/financialyears/2")
                          .json()
                          .path("FinancialYear")
                          .path("ToDate")
                          .asText()));
      assertThat(voucher.status()).as(voucher.body()).isEqualTo(201);
      check(document, "/3/vouchers", "post", "201", voucher.json(), wrong);
      check(document, "/3/vouchers", "get", "200", client.get("/vouchers").json(), wrong);
      check(
          document,
          "/3/vouchers/{VoucherSeries}/{VoucherNumber}",
          "get",
          "200",
          client.get("/vouchers/A/1").json(),
          wrong);
      check(
          document, "/3/financialyears", "get", "200", client.get("/financialyears").json(), wrong);
      check(
          document,
          "/3/financialyears/{Id}",
          "get",
          "200",
          client.get("/financialyears/2").json(),
          wrong);
      check(
          document,
          "/3/companyinformation",
          "get",
          "200",
          client.get("/companyinformation").json(),
          wrong);
      check(
          document,
          "/3/customers/{CustomerNumber}",
          "get",
          "default",
          client.get("/customers/none").json(),
          wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void invoicesFitFortnoxsOpenApiDocument() throws IOException {
    var document = document();
    var wrong = new ArrayList<String>();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      sandbox.registerApp("all", "secret", TestClient.CALLBACK, SCOPES, true);
      var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));
      client.post("/customers", MINIMAL.get("customers"));
      client.post("/articles", MINIMAL.get("articles"));
      var created =
          client.post(
              "/invoices",
              "{'Invoice':{'CustomerNumber':'1','InvoiceRows':[{'ArticleNumber':'1',"
                  + "'DeliveredQuantity':2,'Price':10.5},{'Description':'Text'}]}}");
      assertThat(created.status()).isEqualTo(201);
      check(document, "/3/invoices", "post", "201", created.json(), wrong);
      check(document, "/3/invoices", "get", "200", client.get("/invoices").json(), wrong);
      var one = "/3/invoices/{DocumentNumber}";
      check(document, one, "get", "200", client.get("/invoices/1").json(), wrong);
      var change = "{'Invoice':{'Comments':'A'}}";
      check(document, one, "put", "200", client.put("/invoices/1", change).json(), wrong);
      for (var action : List.of("bookkeep", "credit", "externalprint")) {
        var done = client.api("PUT", "/invoices/1/" + action, "");
        assertThat(done.status()).as(action).isEqualTo(200);
        check(document, one + "/" + action, "put", "200", done.json(), wrong);
      }
      var mailed = client.get("/invoices/1/email");
      check(document, one + "/email", "get", "200", mailed.json(), wrong);
      var expected = fields(document, "fortnox_Invoice");
      expected.remove("InvoicePeriodReference"); // in no recorded answer
      assertThat(TestClient.keys(mailed.json().path("Invoice"))).containsAll(expected);
      assertThat(TestClient.keys(mailed.json().at("/Invoice/InvoiceRows/0")))
          .containsAll(fields(document, "fortnox_Invoice_InvoiceRow"));
      assertThat(TestClient.keys(client.get("/invoices").json().at("/Invoices/0")))
          .isEqualTo(fields(document, "fortnox_InvoiceListItem"));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void paymentsFitFortnoxsOpenApiDocument() throws IOException {
    var document = document();
    var wrong = new ArrayList<String>();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      sandbox.registerApp("all", "secret", TestClient.CALLBACK, SCOPES, true);
      var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));
      client.post("/customers", MINIMAL.get("customers"));
      client.post(
          "/invoices",
          "{'Invoice':{'CustomerNumber':'1','InvoiceRows':[{'Description':'A',"
              + "'DeliveredQuantity':2,'Price':10.5}]}}");
      client.api("PUT", "/invoices/1/bookkeep", "");
      var all = "/3/invoicepayments";
      var one = all + "/{Number}";
      var created =
          client.post("/invoicepayments", "{'InvoicePayment':{'InvoiceNumber':1,'Amount':5.5}}");
      assertThat(created.status()).as(created.body()).isEqualTo(201);
      check(document, all, "post", "201", created.json(), wrong);
      check(document, all, "get", "200", client.get("/invoicepayments").json(), wrong);
      var read = client.get("/invoicepayments/1").json();
      check(document, one, "get", "200", read, wrong);
      assertThat(TestClient.keys(read.path("InvoicePayment")))
          .isEqualTo(fields(document, "fortnox_InvoicePayment"));
      var change = "{'InvoicePayment':{'PaymentDate':'2026-11-30'}}";
      check(document, one, "put", "200", client.put("/invoicepayments/1", change).json(), wrong);
      var booked = client.api("PUT", "/invoicepayments/1/bookkeep", "");
      check(document, one + "/bookkeep", "put", "200", booked.json(), wrong);
      check(
          document,
          "/3/supplierinvoicepayments",
          "get",
          "200",
          client.get("/supplierinvoicepayments").json(),
          wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void pricesFitFortnoxsOpenApiDocument() throws IOException {
    var document = document();
    var wrong = new ArrayList<String>();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      sandbox.registerApp("all", "secret", TestClient.CALLBACK, SCOPES, true);
      var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));
      client.post("/articles", MINIMAL.get("articles"));
      var price = "{'Price':{'PriceList':'A','ArticleNumber':'1','FromQuantity':10,'Price':9.5}}";
      var created = client.post("/prices", price);
      assertThat(created.status()).as(created.body()).isEqualTo(201);
      check(document, "/3/prices", "post", "201", created.json(), wrong);
      var first = "/3/prices/{PriceList}/{ArticleNumber}";
      check(document, first, "get", "200", client.get("/prices/A/1").json(), wrong);
      var one = first + "/{FromQuantity}";
      check(document, one, "get", "200", client.get("/prices/A/1/10").json(), wrong);
      var changed = client.put("/prices/A/1/10", "{'Price':{'Price':8}}");
      check(document, one, "put", "200", changed.json(), wrong);
      assertThat(TestClient.keys(changed.json().path("Price")))
          .isEqualTo(fields(document, "fortnox_Price"));
      // What the document has for the list of all is one price; that of one item's is right.
      assertThat(TestClient.keys(client.get("/prices").json().at("/Prices/0")))
          .isEqualTo(fields(document, "fortnox_PriceListItem"));
      assertThat(client.get("/articles/1").json().at("/Article/SalesPrice").decimalValue())
          .isEqualByComparingTo("8");
      assertThat(client.post("/prices", price).code()).isEqualTo(2000762);
      assertThat(client.get("/prices/A/2").code()).isEqualTo(2000430);
      assertThat(client.delete("/prices/A/1/10").status()).isEqualTo(204);
      assertThat(client.get("/articles/1").json().at("/Article/SalesPrice").isNull()).isTrue();
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void offersAndOrdersFitFortnoxsOpenApiDocument() throws IOException {
    var document = document();
    var wrong = new ArrayList<String>();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      sandbox.registerApp("all", "secret", TestClient.CALLBACK, SCOPES, true);
      var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));
      client.post("/customers", MINIMAL.get("customers"));
      client.post("/articles", MINIMAL.get("articles"));
      for (var kind : List.of("Offer", "Order")) {
        var list = "/" + kind.toLowerCase(Locale.ROOT) + "s";
        var one = "/3" + list + "/{DocumentNumber}";
        var quantity = kind.equals("Offer") ? "Quantity" : "DeliveredQuantity";
        var body =
            "{'%s':{'CustomerNumber':'1','%sRows':[{'ArticleNumber':'1','%s':2,'Price':10.5},{'Description':'Text'}]}}"
                .formatted(kind, kind, quantity);
        var created = client.post(list, body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        check(document, "/3" + list, "post", "201", created.json(), wrong);
        check(document, "/3" + list, "get", "200", client.get(list).json(), wrong);
        var change = "{'%s':{'Comments':'A'}}".formatted(kind);
        check(document, one, "put", "200", client.put(list + "/1", change).json(), wrong);
        var sent = client.api("PUT", list + "/1/externalprint", "");
        check(document, one + "/externalprint", "put", "200", sent.json(), wrong);
        check(document, one + "/email", "get", "200", client.get(list + "/1/email").json(), wrong);
        var read = client.get(list + "/1").json();
        check(document, one, "get", "200", read, wrong);
        assertThat(TestClient.keys(read.path(kind))).isEqualTo(fields(document, "fortnox_" + kind));
        assertThat(TestClient.keys(read.path(kind).path(kind + "Rows").path(0)))
            .isEqualTo(fields(document, "fortnox_%s_%sRow".formatted(kind, kind)));
        assertThat(TestClient.keys(client.get(list).json().path(kind + "s").path(0)))
            .isEqualTo(fields(document, "fortnox_" + kind + "ListItem"));
        sandbox.clock().advance(Duration.ofSeconds(5));
      }
      var ordered = client.api("PUT", "/offers/1/createorder", "");
      check(
          document, "/3/offers/{DocumentNumber}/createorder", "put", "200", ordered.json(), wrong);
      var invoiced = client.api("PUT", "/orders/1/createinvoice", "");
      check(
          document,
          "/3/orders/{DocumentNumber}/createinvoice",
          "put",
          "200",
          invoiced.json(),
          wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void filesAndTheirConnectionsFitFortnoxsOpenApiDocument() throws IOException {
    var document = document();
    var wrong = new ArrayList<String>();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      sandbox.registerApp("all", "secret", TestClient.CALLBACK, SCOPES, true);
      sandbox.company("123456").addFolder("Avtal");
      var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));
      var received = client.upload("/inbox?folderId=inbox_s", "a.txt", "Hej");
      var archived = client.upload("/archive?path=Avtal", "b.txt", "Hej");
      check(document, "/3/inbox", "post", "201", received.json(), wrong);
      check(document, "/3/archive", "post", "201", archived.json(), wrong);
      check(document, "/3/inbox", "get", "200", client.get("/inbox").json(), wrong);
      check(document, "/3/archive", "get", "200", client.get("/archive").json(), wrong);
      assertThat(TestClient.keys(received.json().path("File")))
          .isEqualTo(fields(document, "fortnox_Folder_FileRow"));
      assertThat(TestClient.keys(client.get("/inbox").json().path("Folder")))
          .isEqualTo(fields(document, "fortnox_Folder"));

      client.post("/articles", MINIMAL.get("articles"));
      var file = archived.json().at("/File/Id").asText();
      var articles = "/3/articlefileconnections";
      var connected =
          client.post(
              "/articlefileconnections",
              "{'ArticleFileConnection':{'FileId':'" + file + "','ArticleNumber':'1'}}");
      check(document, articles, "post", "201", connected.json(), wrong);
      check(document, articles, "get", "200", client.get("/articlefileconnections").json(), wrong);
      check(
          document,
          articles + "/{FileId}",
          "get",
          "200",
          client.get("/articlefileconnections/" + file).json(),
          wrong);
      assertThat(TestClient.keys(connected.json().path("ArticleFileConnection")))
          .isEqualTo(fields(document, "fortnox_ArticleFileConnection"));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void supplierInvoicesFitFortnoxsOpenApiDocument() throws IOException {
    var document = document();
    var wrong = new ArrayList<String>();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      sandbox.registerApp("all", "secret", TestClient.CALLBACK, SCOPES, true);
      var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));
      client.post("/suppliers", MINIMAL.get("suppliers"));
      client.post("/articles", MINIMAL.get("articles"));
      var created =
          client.post(
              "/supplierinvoices",
              "{'SupplierInvoice':{'SupplierNumber':'1','DueDate':'2026-12-01','Total':'125.5',"
                  + "'VAT':'25.5','SupplierInvoiceRows':[{'ArticleNumber':'1','Quantity':10,"
                  + "'Price':5},{'Account':6110,'Debit':50}]}}");
      assertThat(created.status()).as(created.body()).isEqualTo(201);
      var list = "/3/supplierinvoices";
      var one = list + "/{GivenNumber}";
      check(document, list, "post", "201", created.json(), wrong);
      check(document, one, "get", "200", client.get("/supplierinvoices/1").json(), wrong);
      var change = "{'SupplierInvoice':{'Comments':'A'}}";
      check(document, one, "put", "200", client.put("/supplierinvoices/1", change).json(), wrong);
      for (var action : List.of("approvalbookkeep", "bookkeep", "approvalpayment", "credit")) {
        var done = client.api("PUT", "/supplierinvoices/1/" + action, "");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        check(document, one + "/" + action, "put", "200", done.json(), wrong);
      }
      check(document, list, "get", "200", client.get("/supplierinvoices").json(), wrong);
      var booked = client.get("/supplierinvoices/1").json();
      var expected = fields(document, "fortnox_SupplierInvoice");
      assertThat(TestClient.keys(booked.path("SupplierInvoice")))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(TestClient.keys(booked.at("/SupplierInvoice/SupplierInvoiceRows/0")))
          .isEqualTo(fields(document, "fortnox_SupplierInvoice_SupplierInvoiceRow"));
      assertThat(TestClient.keys(client.get("/supplierinvoices").json().at("/SupplierInvoices/0")))
          .isEqualTo(fields(document, "fortnox_SupplierInvoiceListItem"));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFieldOfTheDocumentIsInTheTables() throws IOException {
    var document = document();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      var client = TestClient.connected(sandbox, "123456");
      client.post("/customers", MINIMAL.get("customers"));
      client.post("/suppliers", MINIMAL.get("suppliers"));

      assertThat(TestClient.keys(client.get("/customers/1").json().path("Customer")))
          .isEqualTo(fields(document, "fortnox_Customer"));
      assertThat(TestClient.keys(client.get("/customers").json().path("Customers").path(0)))
          .isEqualTo(fields(document, "fortnox_CustomerListItem"));
      assertThat(TestClient.keys(client.get("/suppliers/1").json().path("Supplier")))
          .isEqualTo(fields(document, "fortnox_Supplier"));
      assertThat(TestClient.keys(client.get("/suppliers").json().path("Suppliers").path(0)))
          .isEqualTo(fields(document, "fortnox_SupplierListItem"));
      client.post("/articles", MINIMAL.get("articles"));
      assertThat(TestClient.keys(client.get("/articles/1").json().path("Article")))
          .isEqualTo(fields(document, "fortnox_Article"));
      assertThat(TestClient.keys(client.get("/articles").json().path("Articles").path(0)))
          .isEqualTo(fields(document, "fortnox_ArticleListItem"));
      assertThat(
              TestClient.keys(client.get("/companyinformation").json().path("CompanyInformation")))
          .isEqualTo(fields(document, "fortnox_CompanyInfo"));
    }
  }

  @Test
  void everyFieldOfTheLedgersDocumentIsInItsTables() throws IOException {
    var document = document();
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      sandbox.registerApp("all", "secret", TestClient.CALLBACK, SCOPES, true);
      var client = TestClient.with(sandbox, sandbox.connect("all", "123456", SCOPES, true));

      assertThat(TestClient.keys(client.get("/accounts").json().path("Accounts").path(0)))
          .isEqualTo(fields(document, "fortnox_AccountListItem"));
      assertThat(TestClient.keys(client.get("/accounts/1930").json().path("Account")))
          .isEqualTo(fields(document, "fortnox_AccountSingleItem"));
      assertThat(TestClient.keys(client.get("/voucherseries/A").json().path("VoucherSeries")))
          .isEqualTo(fields(document, "fortnox_VoucherSeries"));
      assertThat(TestClient.keys(client.get("/settings/company").json().path("CompanySettings")))
          .isEqualTo(fields(document, "fortnox_CompanySettings"));
      assertThat(TestClient.keys(client.get("/settings/lockedperiod").json().path("LockedPeriod")))
          .isEqualTo(fields(document, "fortnox_LockedPeriod"));
      assertThat(TestClient.keys(client.get("/financialyears/1").json().path("FinancialYear")))
          .isEqualTo(fields(document, "fortnox_FinancialYear"));
      assertThat(TestClient.keys(client.get("/projects/P1").json().path("Project")))
          .isEqualTo(fields(document, "fortnox_Project"));
      assertThat(TestClient.keys(client.get("/costcenters/BU").json().path("CostCenter")))
          .isEqualTo(fields(document, "fortnox_CostCenter"));
    }
  }

  private static String change(Map.Entry<String, String> register) {
    return register.getValue().replaceAll("'Code':'[^']+',", "");
  }

  private static void check(
      ObjectNode document,
      String path,
      String method,
      String status,
      JsonNode answer,
      List<String> wrong) {
    var content =
        document
            .path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(status)
            .path("content");
    assertThat(content).as("%s %s %s", method, path, status).isNotEmpty();
    var schema = document.deepCopy();
    schema.setAll((ObjectNode) content.iterator().next().path("schema"));
    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(answer)
        .stream()
        .map(ValidationMessage::getMessage)
        .forEach(message -> wrong.add(method + " " + path + " " + message));
  }

  private static String pathWithKey(ObjectNode document, String path) {
    return TestClient.keys(document.path("paths")).stream()
        .filter(candidate -> candidate.matches(path + "/\\{\\w+}"))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> fields(ObjectNode document, String schema) {
    return new LinkedHashSet<>(
        TestClient.keys(
            document.path("components").path("schemas").path(schema).path("properties")));
  }

  private static ObjectNode document() throws IOException {
    var facts = Facts.folder();
    assumeTrue(facts.isPresent(), "Skipped: no Fortnox OpenAPI document beside the repository.");
    var document =
        (ObjectNode)
            FortnoxJson.read(Files.readString(facts.orElseThrow().resolve("openapi.json")))
                .orElseThrow();
    var schemas = document.path("components").path("schemas");
    schemas.forEach(OpenApiTest::asJsonSchema);
    // Sent as text, answered as a number: recorded.
    property(schemas, "fortnox_Customer", "SalesAccount").removeAll();
    // An account that isn't set reads as 0, and of the April edition's fields one is answered.
    property(schemas, "fortnox_Article", "ConstructionAccount").remove("minimum");
    ((ObjectNode) schemas.path("fortnox_Article").path("properties")).putObject("CommodityCode");
    // Recorded: numbers of other documents as text, what isn't set as an empty text, a rate in
    // lists
    // as text; and two fields of the April edition.
    property(schemas, "fortnox_Invoice", "ContractReference").removeAll();
    property(schemas, "fortnox_Invoice", "PaymentWay").remove("enum");
    property(schemas, "fortnox_InvoiceListItem", "CurrencyRate").removeAll();
    ((ObjectNode) schemas.path("fortnox_Invoice").path("properties")).putObject("InvoiceReference");
    ((ObjectNode) schemas.path("fortnox_Invoice_InvoiceRow").path("properties")).putObject("Cost");
    ((ObjectNode) schemas.path("fortnox_InvoiceListItem_Wrap").path("properties"))
        .putObject("MetaInformation");
    ((ObjectNode) schemas.path("fortnox_Order_OrderRow").path("properties")).putObject("Cost");
    // Fortnox's own SDK knows who is to approve a supplier invoice of the single one too.
    ((ObjectNode) schemas.path("fortnox_SupplierInvoice").path("properties"))
        .putObject("AuthorizerName");
    // A list has as text what the article has as a number.
    property(schemas, "fortnox_ArticleListItem", "QuantityInStock").removeAll();
    // The document leaves out what stands beside every list.
    schemas
        .properties()
        .forEach(
            schema -> {
              if (schema.getKey().matches(".*_(List|WrapList)|.*ListItem_Wrap")) {
                ((ObjectNode) schema.getValue().path("properties")).putObject("MetaInformation");
              }
            });
    return document;
  }

  private static ObjectNode property(JsonNode schemas, String schema, String name) {
    return (ObjectNode) schemas.path(schema).path("properties").path(name);
  }

  /** Real answers hold null for what is unset, although nothing in the document is nullable. */
  private static void asJsonSchema(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      if (schema.path("type").isTextual()) {
        var type = schema.path("type").asText();
        schema.putArray("type").add(type).add("null");
      }
      if (schema.get("enum") instanceof ArrayNode choices) {
        choices.addNull();
      }
      // An empty text stands for what is unset, whatever the shortest length is.
      schema.remove("minLength");
      if (schema.path("properties").isObject()) {
        schema.put("additionalProperties", false);
      }
    }
    node.forEach(OpenApiTest::asJsonSchema);
  }
}
