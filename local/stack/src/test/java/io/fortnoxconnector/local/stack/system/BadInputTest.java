package io.fortnoxconnector.local.stack.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.reading.Cursor;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, ids, parameters, headers and paths that no request should have. */
@ExtendWith(SystemExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

  private static final String NAMED = "{\"companyName\":\"Bo\"}";

  private static final List<String> MALFORMED =
      List.of(
          "   ",
          "{",
          "}",
          "{\"companyName\"}",
          "{\"companyName\":}",
          "{\"companyName\":\"a\",}",
          "{'companyName':'a'}",
          "{companyName:\"a\"}",
          "{\"companyName\":\"a\"} {}",
          "{\"companyName\":\"a\"}]",
          "{\"companyName\":\"a\"} // comment",
          "{\"companyName\":NaN}",
          "{\"companyName\":01}",
          "{\"companyName\":\"a\nb\"}",
          "{\"companyName\":\"\\x41\"}",
          "{\"companyName\":\"a\",\"companyName\":\"b\"}",
          "{\"companyName\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
          "{\"a\":".repeat(5000) + "1" + "}".repeat(5000),
          "{\"companyName\":" + "9".repeat(5000) + "}",
          "[{\"companyName\":\"a\"}]",
          "\"text\"",
          "1",
          "true",
          "null",
          "<customer/>",
          "companyName=a");

  private static final List<String> MEDIA_TYPES =
      List.of(
          "text/json",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/jsonp",
          "application/octet-stream",
          "application/json,text/plain",
          "nonsense");

  private final LocalSystem system;
  private Company company;
  private Vendor vendor;

  BadInputTest(LocalSystem system) {
    this.system = system;
  }

  @BeforeAll
  void connect() {
    company = system.company();
    vendor = company.vendor();
  }

  /** A few bodies for each route, and every one for one of them: all read them the same way. */
  @TestFactory
  Stream<DynamicTest> bodiesThatAreNoJsonObject() {
    var requests = new ArrayList<Request>();
    for (String route : Routes.withABody()) {
      Request request =
          Request.of(caller(route), Routes.method(route), Routes.path(route, "A-1-2"));
      for (String body : List.of("", "{", "[]")) {
        requests.add(request.named(body).json(body).gets(400, "body-malformed"));
      }
      requests.add(
          request
              .named("not UTF-8")
              .json("{\"name\":\"Åkeri\"}", ISO_8859_1)
              .gets(400, "body-malformed"));
      // A file may have more, and its base64 a third more than that; and so may many rows.
      int tooMuch = Routes.takesFiles(route) || Routes.takesRows(route) ? 7 : 1;
      requests.add(
          request
              .named(tooMuch + " MB")
              .json("{\"name\":\"" + "x".repeat(tooMuch * 1024 * 1024) + "\"}")
              .gets(413, "body-too-large"));
      requests.add(
          request
              .named("text/plain")
              .body(NAMED.getBytes(UTF_8))
              .header("Content-Type", "text/plain")
              .gets(415, "media-type-unsupported"));
    }
    Request create = Request.of(company.api(), "POST", "/accounting/customers");
    for (String body : MALFORMED) {
      requests.add(create.named(body).json(body).gets(400, "body-malformed"));
    }
    requests.add(create.named("UTF-16").json(NAMED, UTF_16).gets(400, "body-malformed"));
    for (String type : MEDIA_TYPES) {
      requests.add(
          create
              .named(type)
              .body(NAMED.getBytes(UTF_8))
              .header("Content-Type", type)
              .gets(415, "media-type-unsupported"));
    }
    return Refusals.of(system, requests);
  }

  @TestFactory
  Stream<DynamicTest> idsThatCannotBe() {
    var requests = new ArrayList<Request>();
    for (String id : List.of("..", "%2e%2e", "%00", "1%0d%0aX:%20y", "x".repeat(3000))) {
      for (String route : Routes.all()) {
        if (route.endsWith("}")) {
          requests.add(
              Request.of(caller(route), Routes.method(route), Routes.path(route, id))
                  .json(NAMED)
                  .gets(404, "not-found"));
        }
      }
      requests.add(
          Request.of(vendor.api(), "DELETE", "/tenants/delete-end-user?connectionId=" + id)
              .gets(404, "not-found"));
    }
    for (String id :
        List.of(
            ".",
            "%2E",
            "%2e.",
            "1%00",
            "%0a",
            "%09",
            "%7f",
            "%C2%85",
            "%3Cscript%3E",
            "1%3F",
            "1%23",
            "1%25",
            "1;x=y",
            "1,2",
            "1%26a=b",
            "%27%20OR%201=1",
            "%22",
            "*",
            "%7BcontactId%7D",
            "%F0%9F%92%A9",
            "..%2F..%2Fsettings%2Fcompany%3F",
            "x".repeat(101))) {
      for (String path :
          List.of(
              "/accounting/customers/",
              "/accounting/suppliers/",
              "/accounting/items/",
              "/accounting/invoices/",
              "/accounting/offers/",
              "/accounting/salesOrders/",
              "/accounting/asyncTask/")) {
        requests.add(Request.of(company.api(), "GET", path + id).gets(404, "not-found"));
      }
    }
    return Refusals.of(system, requests);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "..", "%00"})
  void aListThatGoesOnAfterNothingIsEmpty(String after) {
    Answer answer = vendor.api().get("/tenants/get-end-user-list?after=" + after);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> parametersThatAreWrong() {
    var requests = new ArrayList<Request>();
    for (String list : List.of("/accounting/customers", "/accounting/suppliers")) {
      for (String number :
          List.of("0", "-1", "1.5", "1e1", "abc", "", "01", "%2B1", "1,1", "9".repeat(20))) {
        parameter(list, "page", number, requests);
        parameter(list, "limit", number, requests);
      }
      parameter(list, "page", "1000001", requests);
      parameter(list, "limit", "501", requests);
      parameter(list, "limit", "101&expand=full", requests);
      parameter(list, "expand", "all", requests);
      parameter(list, "expand", "FULL", requests);
      parameter(list, "rawData", "yes", requests);
      parameter(list, "rawData", "", requests);
      for (String name : List.of("colour", "Name", "offset", "filter", "lastmodified")) {
        parameter(list, name, "1", requests);
      }
      for (String name : List.of("name", "email", "number", "organisationNumber", "city")) {
        for (String value : List.of("", "%20", "%3C", "a%3Eb")) {
          parameter(list, name, value, requests);
        }
      }
      for (String time :
          List.of(
              "yesterday",
              "",
              "0",
              "1767225600",
              "2026-13-01",
              "2026-02-30",
              "2026-01-01T25:00:00Z",
              "2026-01-01T12:00:00",
              "2026-01-01%2012:00",
              "2026-01-01T12:00:00Z%3Cb%3E")) {
        parameter(list, "lastModifiedAt", time, requests);
      }
      parameter(list, "sortBy", "id", requests);
      parameter(list, "sortOrder", "up", requests);
      parameter(list + "/1", "expand", "some", requests);
      parameter(list + "/1", "rawData", "1", requests);
    }
    parameter("/accounting/customers", "active", "maybe", requests);
    parameter("/accounting/items", "inWebshop", "maybe", requests);
    parameter("/accounting/items", "type", "SERVICE", requests);
    parameter("/accounting/items", "sortBy", "name", requests);
    parameter("/accounting/suppliers", "lastModifiedAt", "2026-01-01", requests);
    String tasks = "/accounting/asyncTask";
    for (String name : List.of("status", "state", "operation", "acceptedDateFrom", "after")) {
      parameter(tasks, name, "nonsense", requests);
      parameter(tasks, name, "", requests);
    }
    parameter(tasks, "state", "DONE&status=FAILED", requests);
    parameter(tasks, "operation", "READ", requests);
    parameter(tasks, "resource", "", requests);
    parameter(tasks, "acceptedDateTo", "2026-02-30", requests);
    parameter(tasks, "limit", "501", requests);
    parameter(tasks, "limit", "101&expand=full", requests);
    parameter(tasks, "page", "21&limit=50", requests);
    parameter(tasks, "colour", "1", requests);
    parameter(tasks, "state", "DONE&idempotencyKey=k", requests);
    String events = "/accounting/events";
    for (String value : List.of("nonsense", "", Cursor.start("events").text())) {
      parameter(events, "after", value, requests);
    }
    parameter(events, "after", new Cursor("asyncTask", 0, List.of("1")).text(), requests);
    parameter(events, "after", new Cursor("events", 0, List.of("-1")).text(), requests);
    parameter(events, "limit", "501", requests);
    parameter(events, "page", "1", requests);
    parameter(events, "type", "customer.created", requests);
    String webhooks = "/webhooks";
    for (String after : List.of("nonsense", "", new Cursor("events", 0, List.of("1")).text())) {
      parameter(webhooks, "after", after, requests);
    }
    parameter(webhooks, "limit", "501", requests);
    parameter(webhooks, "page", "1", requests);
    parameter(webhooks, "colour", "1", requests);
    requests.add(
        Request.of(vendor.api(), "DELETE", "/tenants/delete-end-user")
            .gets(400, "parameter-invalid", "connectionId"));
    return Refusals.of(system, requests);
  }

  private void parameter(String path, String name, String value, List<Request> requests) {
    requests.add(
        Request.of(company.api(), "GET", path + "?" + name + "=" + value)
            .gets(400, "parameter-invalid", name));
  }

  @TestFactory
  Stream<DynamicTest> idempotencyKeysThatAreWrong() {
    var requests = new ArrayList<Request>();
    for (String key :
        List.of(
            "",
            "\"\"",
            "x".repeat(256),
            "x".repeat(5000),
            "two words",
            "a\"b",
            "\"a",
            "\"a\"b\"",
            "a\tb")) {
      requests.add(
          Request.of(company.api(), "POST", "/accounting/customers")
              .named("Idempotency-Key " + key)
              .json(NAMED)
              .header("Idempotency-Key", key)
              .gets(400, "header-invalid", "Idempotency-Key"));
    }
    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      requests.add(
          Request.of(company.api(), method, "/accounting/customers/1")
              .json(NAMED)
              .header("Idempotency-Key", "two words")
              .gets(400, "header-invalid", "Idempotency-Key"));
    }
    return Refusals.of(system, requests);
  }

  @TestFactory
  Stream<DynamicTest> pathsAndMethodsThatDoNotExist() {
    var requests = new ArrayList<Request>();
    for (String path :
        List.of(
            "/",
            "/accounting",
            "/accounting/",
            "/accounting/nothing",
            "/accounting/customers/",
            "/accounting/customers/1/2",
            "//accounting/customers",
            "/ACCOUNTING/customers",
            "/accounting/customers%2F1",
            "/accounting/../tenants/keys",
            "/accounting/%2e%2e/tenants/keys",
            "/.env",
            "/3/customers",
            "/control/ledger",
            "/%3Cscript%3Ealert(1)%3C/script%3E",
            "/" + "x".repeat(4000))) {
      requests.add(Request.of(company.api(), "GET", path).gets(404, "route-unknown"));
      requests.add(Request.of(system.anybody(), "GET", path).gets(404, "route-unknown"));
    }
    for (String method : List.of("PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "X")) {
      requests.add(
          Request.of(company.api(), method, "/accounting/customers").gets(405, "method-unknown"));
      requests.add(Request.of(system.anybody(), method, "/health").gets(405, "method-unknown"));
    }
    requests.add(Request.of(company.api(), "GET", "/tenants").gets(405, "method-unknown"));
    requests.add(
        Request.of(company.api(), "POST", "/accounting/customers/1")
            .json(NAMED)
            .gets(405, "method-unknown"));
    requests.add(
        Request.of(company.api(), "DELETE", "/accounting/suppliers/1")
            .gets(405, "operation-not-possible"));
    return Refusals.of(system, requests);
  }

  @Test
  void aRequestIdIsTakenOverOnlyIfItLooksLikeOne() {
    Caller anybody = system.anybody();

    assertThat(anybody.with("X-Request-Id", "order-17.3:a").get("/health").header("x-request-id"))
        .isEqualTo("order-17.3:a");
    for (String strange : List.of("<script>", "a b", "x".repeat(129), "")) {
      assertThat(anybody.with("X-Request-Id", strange).get("/health").header("x-request-id"))
          .isNotEqualTo(strange)
          .isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /accounting/customers/%zz HTTP/1.1\r\nHost: x\r\n",
        "GET /accounting/customers/a b HTTP/1.1\r\nHost: x\r\n",
        "GET /accounting/customers HTTP/1.1\r\nHost: x\r\nX-API-KEY: a\u0001b\r\n",
        "GET /accounting/customers HTTP/1.1\r\nHost: x\r\nno colon\r\n",
        "POST /accounting/customers HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n",
        "GET /accounting/customers HTTP/9.9\r\nHost: x\r\n",
        "nonsense\r\n"
      })
  void whatIsHardlyHttpIsRefusedToo(String request) throws IOException {
    URI base = system.stack().baseUrl();
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer)
          .satisfiesAnyOf(
              closed -> assertThat(closed).isEmpty(),
              refused -> assertThat(refused).startsWith("HTTP/1.1 4"));
    }
  }

  /** RFC 9110, section 15.5.6. */
  @Test
  void aPathWithOtherMethodsSaysWhich() {
    assertThat(system.anybody().send("PUT", "/health", new byte[0]).header("allow"))
        .isEqualTo("GET");
    assertThat(
            system.anybody().send("TRACE", "/accounting/customers/1", new byte[0]).header("allow"))
        .isEqualTo("DELETE, GET, PATCH, PUT");
  }

  @Test
  void theTablesOfRoutesAreTheTemplates() {
    assertThat(Routes.all())
        .containsAll(Routes.OF_ANYBODY)
        .containsAll(Routes.OF_A_VENDOR)
        .contains(Routes.OF_THE_ADMINISTRATOR);
    assertThat(Routes.ofACompany())
        .allMatch(route -> route.contains(" /accounting/") || route.endsWith(" /auth/connection"));
    assertThat(Set.copyOf(Routes.all())).hasSameSizeAs(Routes.all());
  }

  private Caller caller(String route) {
    if (route.equals(Routes.OF_THE_ADMINISTRATOR)) {
      return system.admin();
    }
    return Routes.OF_A_VENDOR.contains(route) ? vendor.api() : company.api();
  }
}
