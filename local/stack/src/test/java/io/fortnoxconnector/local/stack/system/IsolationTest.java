package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Caller.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What belongs to another vendor or company answers exactly as what never was. Made from the
 * template's routes: one that nobody wrote a row for fails.
 */
@ExtendWith(SystemExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest {

  private static final String NEW_NAME = "{\"companyName\":\"Taken over\"}";

  /** As long and as well-formed as a real one, and nobody's. */
  private static final String NOBODY = "a".repeat(26);

  /** What the other companies have, under an id that the curious one hasn't. */
  private record Entity(
      String route,
      List<String> methods,
      String foreign,
      String unknown,
      String body,
      String register,
      Map<String, String> record) {}

  private static final int CURIOUS_ONES = 8;
  private static final List<String> ALL_METHODS = List.of("GET", "PUT", "PATCH", "DELETE");
  private static final List<String> READS = List.of("GET");

  private static final Map<String, String> HIDDEN_INVOICE =
      Map.of("DocumentNumber", "91", "CustomerNumber", "1", "CustomerName", "Hemlig");

  private static final Map<String, String> HIDDEN_BILL =
      Map.of("GivenNumber", "91", "SupplierNumber", "91", "DueDate", "2026-12-24", "Total", "-1");

  private static Entity below(String route, List<String> methods, String register) {
    String body = methods.equals(READS) ? "" : "{\"description\":\"Taken over\"}";
    return new Entity(route, methods, "91", "92", body, register, HIDDEN_INVOICE);
  }

  private static List<Entity> document(String path, String register, String lines) {
    return List.of(
        new Entity(
            path,
            List.of("GET", "PUT", "PATCH"),
            "91",
            "92",
            "{\"contactId\":\"1\",\"remarks\":\"Taken over\"}",
            register,
            HIDDEN_INVOICE),
        below(path + "/document", READS, register),
        below(path + "/" + lines, List.of("GET", "POST"), register),
        below(path + "/" + lines + "/{lineItemId}", ALL_METHODS, register));
  }

  private static final List<Entity> ENTITIES =
      List.of(
          new Entity(
              "/accounting/bills/{billId}",
              ALL_METHODS,
              "91",
              "92",
              "{\"contactId\":\"1\",\"dueDate\":\"2026-12-24\",\"comments\":\"Taken over\"}",
              "supplierinvoices",
              HIDDEN_BILL),
          new Entity(
              "/accounting/bills/{billId}/document",
              READS,
              "91",
              "92",
              "",
              "supplierinvoices",
              HIDDEN_BILL),
          new Entity(
              "/accounting/vendorCredits/{vendorCreditId}",
              ALL_METHODS,
              "91",
              "92",
              "{\"contactId\":\"1\",\"dueDate\":\"2026-12-24\",\"totalGrossAmount\":-1}",
              "supplierinvoices",
              HIDDEN_BILL),
          new Entity(
              "/accounting/vendorCredits/{vendorCreditId}/lineItems",
              List.of("GET", "POST"),
              "91",
              "92",
              "{\"description\":\"Taken over\"}",
              "supplierinvoices",
              HIDDEN_BILL),
          new Entity(
              "/accounting/vendorCredits/{vendorCreditId}/lineItems/{lineItemId}",
              ALL_METHODS,
              "91",
              "92",
              "{\"description\":\"Taken over\"}",
              "supplierinvoices",
              HIDDEN_BILL),
          new Entity(
              "/accounting/expenses/{expenseId}",
              ALL_METHODS,
              "A-71-2",
              "A-72-2",
              "{\"description\":\"Taken over\"}",
              "vouchers",
              Map.of("VoucherSeries", "A", "VoucherNumber", "71", "Description", "Hemligt")),
          new Entity(
              "/accounting/bills/{billId}/lineItems",
              List.of("GET", "POST"),
              "91",
              "92",
              "{\"description\":\"Taken over\"}",
              "supplierinvoices",
              HIDDEN_BILL),
          new Entity(
              "/accounting/bills/{billId}/lineItems/{lineItemId}",
              ALL_METHODS,
              "91",
              "92",
              "{\"description\":\"Taken over\"}",
              "supplierinvoices",
              HIDDEN_BILL),
          new Entity(
              "/accounting/accounts/{accountId}",
              ALL_METHODS,
              "1999",
              "1998",
              "{\"name\":\"Taken over\",\"number\":\"1999\"}",
              "accounts",
              Map.of("Number", "1999", "Description", "Hemligt konto")),
          new Entity(
              "/accounting/priceLists/{priceListId}",
              List.of("GET", "PUT", "PATCH"),
              "H1",
              "H2",
              "{\"name\":\"Taken over\",\"code\":\"H1\"}",
              "pricelists",
              Map.of("Code", "H1", "Description", "Hemlig")),
          new Entity(
              "/accounting/prices/{priceId}",
              ALL_METHODS,
              "A:H-1:7",
              "A:H-2:7",
              "{\"priceListId\":\"A\",\"itemId\":\"H-1\",\"price\":1}",
              "prices",
              Map.of("PriceList", "A", "ArticleNumber", "H-1", "FromQuantity", "7")),
          new Entity(
              "/accounting/invoicePayments/{invoicePaymentId}",
              ALL_METHODS,
              "91",
              "92",
              "{\"invoiceId\":\"91\",\"amount\":1}",
              "invoicepayments",
              Map.of("Number", "91")),
          new Entity(
              "/accounting/billPayments/{billPaymentId}",
              ALL_METHODS,
              "91",
              "92",
              "{\"billId\":\"91\",\"amount\":1}",
              "supplierinvoicepayments",
              Map.of("Number", "91")),
          new Entity(
              "/accounting/transactions/{transactionId}",
              ALL_METHODS,
              "91",
              "92",
              "{\"invoiceId\":\"91\",\"amount\":1}",
              "invoicepayments",
              Map.of("Number", "91")),
          new Entity(
              "/accounting/projects/{projectId}",
              ALL_METHODS,
              "H1",
              "H2",
              "{\"name\":\"Taken over\"}",
              "projects",
              Map.of("ProjectNumber", "H1", "Description", "Hemligt projekt")),
          new Entity(
              "/accounting/costCenters/{costCenterId}",
              ALL_METHODS,
              "H1",
              "H2",
              "{\"name\":\"Taken over\",\"code\":\"H1\"}",
              "costcenters",
              Map.of("Code", "H1", "Description", "Hemligt")),
          new Entity(
              "/accounting/trackingCategories/{dimension}/options/{optionId}",
              ALL_METHODS,
              "H1",
              "H2",
              "{\"name\":\"Taken over\"}",
              "projects",
              Map.of("ProjectNumber", "H1", "Description", "Hemligt projekt")),
          new Entity(
              "/accounting/journals/{journalId}",
              List.of("GET", "PUT", "PATCH"),
              "H1",
              "H2",
              "{\"code\":\"H1\",\"description\":\"Taken over\"}",
              "voucherseries",
              Map.of("Code", "H1", "Description", "Hemligt")),
          new Entity(
              "/accounting/journalEntries/{journalEntryId}",
              ALL_METHODS,
              "A-71-2",
              "A-72-2",
              "{\"description\":\"Taken over\"}",
              "vouchers",
              Map.of("VoucherSeries", "A", "VoucherNumber", "71", "Description", "Hemligt")),
          new Entity(
              "/accounting/journalEntries/{journalEntryId}/reverse",
              List.of("POST"),
              "A-71-2",
              "A-72-2",
              "{\"description\":\"Taken over\"}",
              "vouchers",
              Map.of("VoucherSeries", "A", "VoucherNumber", "71", "Description", "Hemligt")),
          new Entity(
              "/accounting/fiscalYears/{fiscalYearId}",
              READS,
              "71",
              "72",
              "",
              "financialyears",
              Map.of("Id", "71", "FromDate", "1971-01-01", "ToDate", "1971-12-31")),
          new Entity(
              "/accounting/paymentTerms/{paymentTermId}",
              READS,
              "H1",
              "H2",
              "",
              "termsofpayments",
              Map.of("Code", "H1", "Description", "Hemligt")),
          new Entity(
              "/accounting/paymentMethods/{paymentMethodId}",
              READS,
              "H1",
              "H2",
              "",
              "modesofpayments",
              Map.of("Code", "H1", "Description", "Hemligt")),
          new Entity(
              "/accounting/units/{unitId}",
              READS,
              "H1",
              "H2",
              "",
              "units",
              Map.of("Code", "H1", "Description", "Hemligt")),
          new Entity(
              "/accounting/currencies/{currencyId}",
              READS,
              "XAU",
              "XAG",
              "",
              "currencies",
              Map.of("Code", "XAU", "Description", "Guld")));

  private static final List<Entity> DOCUMENTS =
      Stream.of(
              document("/accounting/invoices/{invoiceId}", "invoices", "lineItems"),
              document("/accounting/creditNotes/{creditNoteId}", "invoices", "creditNoteLines"),
              document("/accounting/offers/{offerId}", "offers", "lineItems"),
              document("/accounting/salesOrders/{salesOrderId}", "orders", "lineItems"))
          .flatMap(List::stream)
          .toList();

  private final LocalSystem system;

  /** Whoever tries. */
  private Company curious;

  /** The same vendor's further ones, who try in turn: one alone would wait for Fortnox's pace. */
  private Iterator<Company> curiousOnes;

  /** Another company of the same vendor. */
  private Company sister;

  /** Another vendor's company. */
  private Company stranger;

  private String strangersTask;
  private String strangersWebhook;
  private String sistersTask;
  private String strangersRun;
  private String sistersRun;

  IsolationTest(LocalSystem system) {
    this.system = system;
  }

  @BeforeAll
  void connect() {
    curious = system.company();
    List<Company> others =
        Stream.generate(() -> curious.vendor().connect(system.newCompany()))
            .limit(CURIOUS_ONES)
            .toList();
    curiousOnes = Stream.generate(() -> others).flatMap(List::stream).iterator();
    sister = curious.vendor().connect(system.newCompany());
    stranger = system.company();
    for (Company other : List.of(sister, stranger)) {
      other.create("{\"companyName\":\"Hemlig AB\",\"number\":\"H-1\"}");
      Answer supplier =
          other.api().post("/accounting/suppliers", "{\"companyName\":\"Dold\",\"number\":\"91\"}");
      assertThat(supplier.status()).as(supplier.text()).isEqualTo(201);
      Answer item =
          other.api().post("/accounting/items", "{\"name\":\"Hemlig\",\"itemNumber\":\"H-1\"}");
      assertThat(item.status()).as(item.text()).isEqualTo(201);
    }
    for (Company other : List.of(sister, stranger)) {
      for (Entity entity : entities()) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        entity.record().forEach(record::put);
        other.atFortnox().seed(entity.register(), record);
      }
    }
    sistersTask = task(sister);
    strangersTask = task(stranger);
    Answer webhook =
        stranger
            .vendor()
            .api()
            .post("/webhooks", "{\"callbackUrl\":\"https://stranger.example/in\"}");
    assertThat(webhook.status()).as(webhook.text()).isEqualTo(201);
    strangersWebhook = webhook.data().path("id").asText();
    sistersRun = run(sister);
    strangersRun = run(stranger);
  }

  private static String run(Company company) {
    Answer accepted =
        company
            .api()
            .post(
                "/accounting/customers/bulk",
                "[{\"companyName\":\"Dold rad\"}]",
                "Idempotency-Key",
                "run");
    company.finished(accepted.header("location"));
    return accepted.data().path("taskId").asText();
  }

  private static List<Entity> entities() {
    return Stream.concat(ENTITIES.stream(), DOCUMENTS.stream()).toList();
  }

  private static String task(Company company) {
    String address =
        company.later("POST", "/accounting/customers", "{\"companyName\":\"Väntande\"}");
    company.finished(address);
    return address.substring(address.lastIndexOf('/') + 1);
  }

  @TestFactory
  Stream<DynamicTest> anotherCompanysKeyOpensWhatAnUnknownKeyDoes() {
    Caller mine = curious.vendor().api();
    return Routes.ofACompany().stream()
        .map(
            route ->
                dynamicTest(
                    route,
                    () -> {
                      Function<String, Answer> with =
                          key ->
                              mine.with("X-ACCOUNT-KEY", key)
                                  .json(Routes.method(route), Routes.path(route, "H-1"), NEW_NAME);
                      Answer unknown = with.apply("fxa_" + NOBODY + "_" + "A".repeat(43));
                      Answer foreign = with.apply(stranger.accountKey());

                      assertThat(unknown.status()).isEqualTo(401);
                      assertSame(foreign, unknown);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> anotherVendorsKeyOpensNothingOfMine() {
    return Routes.ofACompany().stream()
        .map(
            route ->
                dynamicTest(
                    route,
                    () -> {
                      Answer answer =
                          stranger
                              .vendor()
                              .api()
                              .with("X-ACCOUNT-KEY", curious.accountKey())
                              .json(Routes.method(route), Routes.path(route, "H-1"), NEW_NAME);

                      assertThat(answer.status()).isEqualTo(401);
                      assertThat(answer.code()).isEqualTo("key-invalid");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> anothersIdAnswersLikeAnUnknownOne() {
    Map<String, List<Pair>> rows = rows();
    return Routes.all().stream()
        .filter(route -> route.contains("{") || rows.containsKey(route))
        .flatMap(
            route -> {
              assertThat(rows).as("no row for the route " + route).containsKey(route);
              return rows.get(route).stream()
                  .map(
                      pair ->
                          dynamicTest(
                              route + ": " + pair.what(),
                              () ->
                                  assertSame(
                                      pair.ask().apply(pair.foreign()),
                                      pair.ask().apply(pair.unknown()))));
            });
  }

  /** The same question about what is another's and about what never was. */
  private record Pair(String what, String foreign, String unknown, Function<String, Answer> ask) {}

  private Map<String, List<Pair>> rows() {
    var rows = new HashMap<String, List<Pair>>();
    // The same facts for everybody.
    rows.put("GET /problems/{code}", List.of());
    // Its variable names Fortnox, not anything of anybody's: see the test of it below.
    rows.put("DELETE /tenants/delete-registered-system/{targetSystem}", List.of());
    for (String[] resource :
        new String[][] {
          {"customers", "H-1", "H-2", "contactId"},
          {"suppliers", "91", "92", "contactId"},
          {"contacts", "customer-H-1", "customer-H-2", "contactId"},
          {"v2/contacts", "supplier-91", "supplier-92", "contactId"},
          {"items", "H-1", "H-2", "itemId"}
        }) {
      String route = "/accounting/" + resource[0] + "/{" + resource[3] + "}";
      for (String method : ALL_METHODS) {
        Company asks = curiousOnes.next();
        rows.put(
            method + " " + route,
            List.of(
                new Pair(
                    "another company's",
                    resource[1],
                    resource[2],
                    id ->
                        asks.api()
                            .json(method, "/accounting/" + resource[0] + "/" + id, NEW_NAME))));
      }
    }
    for (Entity entity : entities()) {
      for (String method : entity.methods()) {
        String route = method + " " + entity.route();
        Company asks = curiousOnes.next();
        rows.put(
            route,
            List.of(
                new Pair(
                    "another company's",
                    entity.foreign(),
                    entity.unknown(),
                    id -> asks.api().json(method, Routes.path(route, id), entity.body()))));
      }
    }
    for (String route : Routes.all()) {
      if (Routes.isAction(route)) {
        Company asks = curiousOnes.next();
        rows.put(
            route,
            List.of(
                new Pair(
                    "another company's",
                    "91",
                    "92",
                    id -> asks.api().post(Routes.path(route, id), ""))));
      }
    }
    fileRows(rows);
    // These name a register that every company has.
    rows.put("GET /accounting/v2/dimensions/{dimension}", List.of());
    rows.put("GET /accounting/trackingCategories/{dimension}/options", List.of());
    rows.put("POST /accounting/trackingCategories/{dimension}/options", List.of());
    for (String method : List.of("GET", "PATCH", "DELETE")) {
      Function<String, Answer> task =
          id ->
              curious
                  .api()
                  .json(method, "/accounting/asyncTask/" + id, "{\"status\":\"CANCELLED\"}");
      rows.put(
          method + " /accounting/asyncTask/{taskId}",
          List.of(
              new Pair("the vendor's other company's", sistersTask, NOBODY, task),
              new Pair("another vendor's", strangersTask, NOBODY, task),
              new Pair("another vendor's run", strangersRun, NOBODY, task),
              new Pair("another vendor's row", strangersRun + "r0", NOBODY, task)));
    }
    for (String part : List.of("/rows", "/result")) {
      Function<String, Answer> rowsOf =
          id -> curious.api().get("/accounting/asyncTask/" + id + part);
      rows.put(
          "GET /accounting/asyncTask/{taskId}" + part,
          List.of(
              new Pair("the vendor's other company's", sistersRun, NOBODY, rowsOf),
              new Pair("another vendor's", strangersRun, NOBODY, rowsOf)));
    }
    for (String route : Routes.OF_A_VENDOR) {
      if (route.contains("{webhookId}")) {
        rows.put(
            route,
            List.of(
                new Pair(
                    "another vendor's",
                    strangersWebhook,
                    NOBODY,
                    id ->
                        curious
                            .vendor()
                            .api()
                            .json(
                                Routes.method(route),
                                Routes.path(route, id),
                                route.startsWith("PATCH") ? "{\"status\":\"PAUSED\"}" : ""))));
      }
    }
    rows.put(
        "DELETE /tenants/keys/{keyId}",
        List.of(
            new Pair(
                "another vendor's",
                stranger.vendor().apiKeyId(),
                NOBODY,
                id -> curious.vendor().api().delete("/tenants/keys/" + id))));
    rows.put(
        "DELETE /tenants/delete-end-user",
        List.of(
            new Pair(
                "another vendor's",
                stranger.connection(),
                NOBODY,
                id ->
                    curious.vendor().api().delete("/tenants/delete-end-user?connectionId=" + id))));
    rows.put(
        "GET /tenants/get-end-user-list",
        List.of(
            new Pair(
                "a page after another vendor's connection",
                stranger.connection(),
                NOBODY,
                id -> curious.vendor().api().get("/tenants/get-end-user-list?after=" + id))));
    var browser = new UserBrowser(system);
    browser.depart(curious.vendor().loginLink());
    rows.put(
        "GET /auth/callback/fortnox",
        List.of(
            new Pair(
                "the state of another vendor's user",
                strangersState(),
                "guessed",
                state -> browser.open(callback(state)))));
    rows.put(
        "POST /auth/token",
        List.of(
            new Pair(
                "another vendor's code",
                strangersCode(),
                "guessed",
                code -> curious.vendor().exchange(code))));
    return rows;
  }

  private void fileRows(Map<String, List<Pair>> rows) {
    String hidden =
        stranger
            .api()
            .post("/accounting/files", "{\"fileName\":\"hemlig.txt\",\"content\":\"SGVq\"}")
            .data()
            .path("id")
            .asText();
    for (String method : ALL_METHODS) {
      String route = method + " /accounting/files/{fileId}";
      Company asks = curiousOnes.next();
      rows.put(
          route,
          List.of(
              new Pair(
                  "another company's",
                  hidden,
                  "inbox-0",
                  id -> asks.api().json(method, Routes.path(route, id), "{}"))));
    }
    for (String[] owner :
        new String[][] {
          {"journalEntries/{journalEntryId}/attachments", "A-91-1", "A-92-1"},
          {"journalEntries/{journalEntryId}/Attachments", "A-91-1", "A-92-1"},
          {"invoices/{invoiceId}/attachments", "91", "92"},
          {"items/{itemId}/attachments", "H-1", "H-2"},
          {"bills/{billId}/attachments", "91", "92"},
          {"offers/{offerId}/attachments", "91", "92"},
          {"salesOrders/{salesOrderId}/attachments", "91", "92"}
        }) {
      for (String route :
          List.of(
              "GET /accounting/" + owner[0],
              "POST /accounting/" + owner[0],
              "GET /accounting/" + owner[0] + "/{attachmentId}",
              "DELETE /accounting/" + owner[0] + "/{attachmentId}")) {
        Company asks = curiousOnes.next();
        rows.put(
            route,
            List.of(
                new Pair(
                    "another company's",
                    owner[1],
                    owner[2],
                    id -> asks.api().json(Routes.method(route), Routes.path(route, id), "{}"))));
      }
    }
  }

  /** Of a sign-in that a user in another browser has begun and not finished. */
  private String strangersState() {
    URI fortnox = new UserBrowser(system).depart(stranger.vendor().loginLink());
    return Vendor.parameter(fortnox, "state");
  }

  private URI callback(String state) {
    return URI.create(system.stack().baseUrl() + "/auth/callback/fortnox?code=c&state=" + state);
  }

  private String strangersCode() {
    Vendor vendor = stranger.vendor();
    return Vendor.parameter(vendor.walk(vendor.loginLink(), stranger.number(), "approve"), "code");
  }

  @Test
  void whatWasTriedChangedNothing() {
    assertThat(stranger.api().get("/accounting/customers/H-1").data().path("companyName").asText())
        .isEqualTo("Hemlig AB");
    assertThat(sister.api().get("/accounting/customers/H-1").data().path("companyName").asText())
        .isEqualTo("Hemlig AB");
    assertThat(stranger.vendor().api().get("/tenants/keys").data()).hasSize(1);
    assertThat(stranger.vendor().api().get("/tenants/get-end-user-list").data()).hasSize(1);
  }

  @Test
  void anotherVendorsCodeStillWorksForItsOwner() {
    String code = strangersCode();

    assertThat(curious.vendor().exchange(code).status()).isEqualTo(400);
    assertThat(stranger.vendor().exchange(code).status()).isEqualTo(201);
  }

  @Test
  void whatAVendorRegistersTouchesNobodyElses() {
    Vendor newcomer = system.vendor();
    Vendor other = system.vendor();
    Answer before = other.api().get("/tenants/get-registered-systems");

    assertThat(newcomer.api().delete("/tenants/delete-registered-system/fortnox").status())
        .isEqualTo(200);
    assertThat(newcomer.api().delete("/tenants/delete-registered-system/fortnox").status())
        .isEqualTo(404);
    newcomer.api().post("/tenants/keys", "{}");
    newcomer
        .api()
        .post("/tenants/add-callback-urls", "{\"callbackUrls\":[\"https://newcomer.example/\"]}");

    assertSame(other.api().get("/tenants/get-registered-systems"), before);
    assertThat(other.api().get("/tenants/keys").data()).hasSize(1);
    assertThat(other.api().get("/tenants/get-callback-urls").text())
        .doesNotContain("newcomer.example");
    for (String query :
        List.of(
            "callbackUrl=",
            "callbackUrl=" + encoded(LocalSystem.CALLBACK) + "&cancelCallbackUrl=")) {
      assertSame(
          other.api().get("/auth/fortnox?" + query + encoded("https://newcomer.example/")),
          other.api().get("/auth/fortnox?" + query + encoded("https://nobody.example/")));
    }
  }

  @Test
  void listsShowTheVendorsOwn() {
    var seen = new ArrayList<String>();
    for (String route : Routes.OF_A_VENDOR) {
      if (Routes.method(route).equals("GET") && !route.endsWith("/auth/fortnox")) {
        seen.add(curious.vendor().api().get(Routes.path(route, "1")).text());
      }
    }
    seen.add(curious.api().get("/auth/connection").text());
    seen.add(curious.api().get("/accounting/customers?limit=500").text());
    seen.add(curious.api().get("/accounting/suppliers?limit=500").text());
    seen.add(curious.api().get("/accounting/asyncTask?limit=500").text());
    seen.add(curious.api().get("/accounting/events?limit=500").text());

    assertThat(seen)
        .noneMatch(
            text ->
                Stream.of(
                        stranger.vendor().tenantId(),
                        stranger.vendor().apiKeyId(),
                        stranger.vendor().clientId() + "\"",
                        stranger.connection(),
                        stranger.number(),
                        strangersTask,
                        sistersTask,
                        strangersRun,
                        sistersRun,
                        "Hemlig",
                        "Dold")
                    .anyMatch(text::contains));
  }

  @Test
  void twoVendorsOfOneCompanyShareNothingHere() {
    Vendor first = system.vendor();
    Vendor second = system.vendor();
    String company = system.newCompany();
    Company firsts = first.connect(company);
    Company seconds = second.connect(company);

    assertThat(firsts.connection()).isNotEqualTo(seconds.connection());
    assertThat(
            first
                .api()
                .with("X-ACCOUNT-KEY", seconds.accountKey())
                .get("/auth/connection")
                .status())
        .isEqualTo(401);
    assertThat(firsts.api().delete("/auth/connection").status()).isEqualTo(200);
    assertThat(seconds.api().get("/accounting/customers").status()).isEqualTo(200);
  }

  @Test
  void anIdempotencyKeyIsTheConnectionsOwn() {
    Company other = curious.vendor().connect(system.newCompany());
    String body = "{\"companyName\":\"Samma nyckel\"}";
    Answer first = curious.api().post("/accounting/customers", body, "Idempotency-Key", "k-1");
    Answer second = other.api().post("/accounting/customers", body, "Idempotency-Key", "k-1");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("idempotency-replayed")).isEmpty();
    assertThat(curious.api().get("/accounting/asyncTask?idempotencyKey=k-1").data()).hasSize(1);
    assertThat(stranger.api().get("/accounting/asyncTask?idempotencyKey=k-1").data()).isEmpty();
  }

  /** Apart from what names the request itself. */
  private static void assertSame(Answer one, Answer other) {
    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.json()).isEqualTo(other.json());
    assertThat(one.text()).isEqualTo(other.text());
    var names = new java.util.TreeSet<>(one.headers().map().keySet());
    assertThat(names).isEqualTo(new java.util.TreeSet<>(other.headers().map().keySet()));
  }
}
