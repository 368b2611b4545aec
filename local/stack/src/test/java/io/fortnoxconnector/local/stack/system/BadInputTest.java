package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Caller.encoded;
import static io.fortnoxconnector.local.stack.system.LocalSystem.CALLBACK;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is wrong with a request is answered with a 4xx problem that names the culprit, and nothing
 * else happens: nothing is stored, nothing queued, Fortnox isn't called.
 */
@ExtendWith(SystemExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

  private static final Set<String> WITH_A_BODY = Set.of("POST", "PUT", "PATCH");

  private final LocalSystem system;
  private Company company;
  private Company foreign;
  private Vendor vendor;
  private String withdrawnKey;

  BadInputTest(LocalSystem system) {
    this.system = system;
  }

  @BeforeAll
  void connect() {
    company = system.company();
    foreign = system.company();
    vendor = company.vendor();
    Answer second = vendor.api().post("/tenants/keys", "{}");
    withdrawnKey = second.data().path("apiKey").asText();
    vendor.api().delete("/tenants/keys/" + second.data().path("apiKeyId").asText());
  }

  @TestFactory
  Stream<DynamicTest> bodiesThatAreNoJsonObject() {
    var requests = new ArrayList<Request>();
    for (String route : Routes.all()) {
      // A new key needs no body.
      if (!takesABody(route) || route.equals("POST /tenants/keys")) {
        continue;
      }
      Request request = Request.of(caller(route), Routes.method(route), Routes.path(route, "1"));
      malformed()
          .forEach(
              (name, body) ->
                  requests.add(request.named(name).json(body).gets(400, "body-malformed")));
      byte[] latin = "{\"companyName\":\"Åkeri\",\"name\":\"Åkeri\"}".getBytes(ISO_8859_1);
      byte[] utf16 = "{\"companyName\":\"Akeri\"}".getBytes(UTF_16);
      for (byte[] bytes : List.of(latin, utf16, new byte[] {(byte) 0xc0, (byte) 0x80})) {
        requests.add(
            request
                .named("not UTF-8")
                .body(bytes)
                .header("Content-Type", "application/json")
                .gets(400, "body-malformed"));
      }
      requests.add(
          request
              .named("a body of 1 MB")
              .json("{\"companyName\":\"" + "x".repeat(1024 * 1024) + "\"}")
              .gets(413, "body-too-large"));
      for (String type :
          List.of(
              "text/plain",
              "text/json",
              "application/xml",
              "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x",
              "application/jsonp",
              "application/octet-stream",
              "application/json,text/plain",
              "nonsense")) {
        requests.add(
            request
                .named(type)
                .body("{\"companyName\":\"Akeri\"}".getBytes(UTF_8))
                .header("Content-Type", type)
                .gets(415, "media-type-unsupported"));
      }
    }
    return refused(requests);
  }

  private static Map<String, String> malformed() {
    var bodies = new java.util.LinkedHashMap<String, String>();
    for (String body :
        List.of(
            "",
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
            "[]",
            "[{\"companyName\":\"a\"}]",
            "\"text\"",
            "1",
            "true",
            "null",
            "<customer/>",
            "companyName=a")) {
      bodies.put(body.isBlank() ? "blank of " + body.length() : body, body);
    }
    bodies.put("5000 arrays deep", "{\"companyName\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
    bodies.put("5000 objects deep", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
    bodies.put("a number of 5000 digits", "{\"companyName\":" + "9".repeat(5000) + "}");
    return bodies;
  }

  @TestFactory
  Stream<DynamicTest> fieldsOfCustomersThatAreWrong() {
    var requests = new ArrayList<Request>();
    Map<String, Object[]> wrong = new java.util.LinkedHashMap<>();
    field(wrong, "{\"contactType\":\"COMPANY\"}", "field-required", "/companyName");
    for (String name : List.of("1", "true", "{}", "[]", "[\"a\"]")) {
      field(wrong, customer("\"companyName\":" + name), "field-invalid", "/companyName");
    }
    for (String name : List.of("null", "\"\"", "\"   \"")) {
      field(wrong, customer("\"companyName\":" + name), "field-required", "/companyName");
    }
    for (String name :
        List.of(
            "\"" + "x".repeat(1025) + "\"", "\"a\\u0000b\"", "\"a\\ud800b\"", "\"API_BLANK\"")) {
      field(wrong, customer("\"companyName\":" + name), "field-invalid", "/companyName");
    }
    Map.ofEntries(
            Map.entry("\"contactType\":\"FIRM\"", "/contactType"),
            Map.entry("\"contactType\":1", "/contactType"),
            Map.entry("\"active\":\"yes\"", "/active"),
            Map.entry("\"active\":1", "/active"),
            Map.entry("\"currency\":\"SKR\"", "/currency"),
            Map.entry("\"currency\":752", "/currency"),
            Map.entry("\"vatType\":\"MOMS\"", "/vatType"),
            Map.entry("\"organisationNumber\":\"556036-0794\"", "/organisationNumber"),
            Map.entry("\"organisationNumber\":5560360793", "/organisationNumber"),
            Map.entry("\"vatId\":\"SE12\"", "/vatId"),
            Map.entry("\"gln\":\"1234567890123\"", "/gln"),
            Map.entry("\"salesAccount\":\"30\"", "/salesAccount"),
            Map.entry("\"salesAccount\":\"abcd\"", "/salesAccount"),
            Map.entry("\"website\":\"javascript:alert(1)\"", "/website"),
            Map.entry("\"invoiceDiscountPercentage\":101", "/invoiceDiscountPercentage"),
            Map.entry("\"invoiceDiscountPercentage\":-1", "/invoiceDiscountPercentage"),
            Map.entry("\"invoiceDiscountPercentage\":1e400", "/invoiceDiscountPercentage"),
            Map.entry("\"invoiceDiscountPercentage\":\"5\"", "/invoiceDiscountPercentage"),
            Map.entry("\"invoiceDiscountPercentage\":1e999999999", "/invoiceDiscountPercentage"),
            Map.entry("\"invoiceFreight\":1e999999999", "/invoiceFreight"),
            Map.entry("\"invoiceFreight\":\"much\"", "/invoiceFreight"),
            Map.entry("\"number\":\"a<b\"", "/number"),
            Map.entry("\"addresses\":{}", "/addresses"),
            Map.entry("\"addresses\":\"Storgatan 1\"", "/addresses"),
            Map.entry("\"addresses\":[1]", "/addresses/0"),
            Map.entry("\"addresses\":[{\"type\":\"HOME\"}]", "/addresses/0/type"),
            Map.entry("\"addresses\":[{\"type\":1}]", "/addresses/0/type"),
            Map.entry(
                "\"addresses\":[{\"type\":\"BILLING\"},{\"type\":\"BILLING\"}]",
                "/addresses/1/type"),
            Map.entry(
                "\"addresses\":[{\"type\":\"BILLING\",\"countryCode\":\"XX\"}]",
                "/addresses/0/countryCode"),
            Map.entry(
                "\"addresses\":[{\"type\":\"BILLING\",\"postalCode\":\"12345678901\"}]",
                "/addresses/0/postalCode"),
            Map.entry(
                "\"emailAddresses\":[{\"type\":\"BUSINESS\",\"email\":\"nobody\"}]",
                "/emailAddresses/0/email"),
            Map.entry("\"contactPersons\":{}", "/contactPersons"),
            Map.entry("\"contactPersons\":[\"Anna\"]", "/contactPersons/0"),
            Map.entry("\"visitingAddress\":[]", "/visitingAddress"),
            Map.entry("\"visitingAddress\":{\"city\":1}", "/visitingAddress/city"),
            Map.entry("\"invoiceEmails\":{\"cc\":\"x\"}", "/invoiceEmails/cc"),
            Map.entry(
                "\"defaultDeliveryTypes\":{\"offer\":\"FAX\"}", "/defaultDeliveryTypes/offer"))
        .forEach((field, pointer) -> field(wrong, customer(field), "field-invalid", pointer));
    field(wrong, customer("\"companyNam\":\"a\""), "field-unknown", "/companyNam");
    field(wrong, customer("\"addresses\":[{}]"), "field-required", "/addresses/0/type");
    field(
        wrong,
        customer("\"addresses\":[{\"type\":\"BILLING\",\"street\":\"a\"}]"),
        "field-unknown",
        "/addresses/0/street");
    field(
        wrong, customer("\"contactPersons\":[{}]"), "field-required", "/contactPersons/0/lastName");
    field(
        wrong,
        customer("\"<script>alert(1)</script>\":1"),
        "field-unknown",
        "/<script>alert(1)<~1script>");
    wrong.forEach(
        (body, expected) -> {
          String code = (String) expected[0];
          String pointer = (String) expected[1];
          requests.add(
              Request.of(company.api(), "POST", "/accounting/customers")
                  .named(body)
                  .json(body)
                  .gets(400, code, pointer));
          for (String method : List.of("PUT", "PATCH")) {
            if (!onCreateAlone(method, body, pointer)) {
              requests.add(
                  Request.of(company.api(), method, "/accounting/customers/1")
                      .named(body)
                      .json(body)
                      .gets(400, code, pointer));
            }
          }
        });
    for (String field :
        List.of("companyName", "contactType", "active", "currency", "vatType", "priceList")) {
      requests.add(
          Request.of(company.api(), "PATCH", "/accounting/customers/1")
              .named(field + " null")
              .json("{\"" + field + "\":null}")
              .gets(400, "field-not-clearable", "/" + field));
    }
    return refused(requests);
  }

  /** What is wrong in a new customer, and in a change is read-only, absent or can't be checked. */
  private static boolean onCreateAlone(String method, String body, String pointer) {
    return pointer.equals("/companyName")
        || pointer.equals("/number")
        || (method.equals("PATCH") && body.contains("556036-0794"));
  }

  @TestFactory
  Stream<DynamicTest> fieldsOfSuppliersThatAreWrong() {
    var requests = new ArrayList<Request>();
    Map.ofEntries(
            Map.entry("\"bankgiro\":\"5805-6202\"", "/bankgiro"),
            Map.entry("\"bankgiro\":58056201", "/bankgiro"),
            Map.entry("\"plusgiro\":\"1-1\"", "/plusgiro"),
            Map.entry("\"predefinedAccount\":\"20\"", "/predefinedAccount"),
            Map.entry("\"vatType\":\"SEVAT\"", "/vatType"),
            Map.entry("\"paymentFileDisabled\":\"no\"", "/paymentFileDisabled"),
            Map.entry(
                "\"bankAccounts\":[{\"iban\":\"SE4550000000058398257467\"}]",
                "/bankAccounts/0/iban"),
            Map.entry("\"bankAccounts\":[{\"bic\":\"X\"}]", "/bankAccounts/0/bic"),
            Map.entry("\"bankAccounts\":[{},{}]", "/bankAccounts/1"),
            Map.entry("\"bankAccounts\":{}", "/bankAccounts"),
            Map.entry("\"role\":\"CUSTOMER\"", "/role"),
            Map.entry("\"contactType\":\"FIRM\"", "/contactType"),
            Map.entry("\"organisationNumber\":1", "/organisationNumber"))
        .forEach(
            (field, pointer) -> {
              for (String[] target :
                  List.of(
                      new String[] {"POST", "/accounting/suppliers"},
                      new String[] {"PUT", "/accounting/suppliers/1"},
                      new String[] {"PATCH", "/accounting/suppliers/1"})) {
                requests.add(
                    Request.of(company.api(), target[0], target[1])
                        .named(field)
                        .json("{\"companyName\":\"Bo\"," + field + "}")
                        .gets(400, "field-invalid", pointer));
              }
            });
    requests.add(
        Request.of(company.api(), "POST", "/accounting/suppliers")
            .named("{}")
            .json("{}")
            .gets(400, "field-required", "/companyName"));
    return refused(requests);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Answer answer =
        company
            .api()
            .post(
                "/accounting/customers",
                "{\"companyNam\":\"a\",\"currency\":\"SKR\",\"organisationNumber\":\"556036-0794\"}");

    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .contains("/companyNam", "/companyName", "/currency", "/organisationNumber");
    assertThat(answer.text()).contains("Did you mean companyName", "556036-0793");
  }

  @TestFactory
  Stream<DynamicTest> bodiesOfTheVendorsOwnRoutesThatAreWrong() {
    var requests = new ArrayList<Request>();
    UnaryOperator<Request> none = request -> request;
    for (String name : List.of("1", "{}", "[]", "\"\"", "\" \"", "\"a\\nb\"", text(201))) {
      requests.add(
          post(system.admin(), "/tenants", "{\"name\":" + name + "}", none)
              .gets(400, "field-invalid", "/name"));
    }
    requests.add(post(system.admin(), "/tenants", "{}", none).gets(400, "field-required", "/name"));
    requests.add(
        post(system.admin(), "/tenants", "{\"name\":\"a\",\"apiKey\":\"b\"}", none)
            .gets(400, "field-unknown", "/apiKey"));

    String register = "/tenants/register-system";
    registration("\"targetSystem\":\"visma\"", "field-invalid", "/targetSystem", requests);
    registration("\"targetSystem\":null", "field-required", "/targetSystem", requests);
    registration("\"clientId\":null", "field-required", "/clientId", requests);
    for (String clientId : List.of("1", "\"a/b\"", "\"a b\"", "\"../x\"", "\"å\"", text(201))) {
      registration("\"clientId\":" + clientId, "field-invalid", "/clientId", requests);
    }
    registration("\"clientSecret\":null", "field-required", "/clientSecret", requests);
    registration("\"clientSecret\":[\"a\"]", "field-invalid", "/clientSecret", requests);
    registration("\"customValues\":{}", "field-invalid", "/customValues", requests);
    registration("\"customValues\":[1]", "field-invalid", "/customValues/0/key", requests);
    registration(
        "\"customValues\":[{\"key\":\"x\"}]", "field-invalid", "/customValues/0/key", requests);
    registration(
        "\"customValues\":[{\"key\":\"accountType\",\"value\":\"admin\"}]",
        "field-invalid",
        "/customValues/0/value",
        requests);
    registration(
        "\"customValues\":[{\"key\":\"scopes\",\"value\":\"customer,supplier\"}]",
        "field-invalid",
        "/customValues/0/value",
        requests);
    requests.add(
        post(vendor.api(), register, "{\"baseUrl\":\"https://x\"}", none)
            .gets(400, "field-unknown", "/baseUrl"));

    String add = "/tenants/add-callback-urls";
    for (String url :
        List.of(
            "1",
            "null",
            "{}",
            "\"\"",
            "\"/relative\"",
            "\"vendor.example/connected\"",
            "\"http://vendor.example/connected\"",
            "\"http://localhost.evil.example/\"",
            "\"ftp://vendor.example/\"",
            "\"javascript:alert(1)\"",
            "\"data:text/html,x\"",
            "\"https://\"",
            "\"https:///path\"",
            "\"https://user@vendor.example/\"",
            "\"https://user:pass@vendor.example/\"",
            "\"https://vendor.example/#done\"",
            "\"https://vendor.example/a b\"",
            "\"https://vendor.example/\\u0000\"",
            "\"https://vendor.example/\\r\\nSet-Cookie: a=b\"",
            "\"https://*.vendor.example/\"",
            "\"https://vendor.example/" + "x".repeat(2100) + "\"")) {
      requests.add(
          post(vendor.api(), add, "{\"callbackUrls\":[" + url + "]}", none)
              .gets(400, "field-invalid", "/callbackUrls/0"));
    }
    requests.add(
        post(vendor.api(), add, "{\"callbackUrls\":\"https://a.example\"}", none)
            .gets(400, "field-invalid", "/callbackUrls"));
    requests.add(
        post(vendor.api(), add, "{\"callbackUrls\":" + urls(51) + "}", none)
            .gets(400, "field-invalid", "/callbackUrls"));
    requests.add(
        post(vendor.api(), add, "{\"callbackUrls\":" + urls(50) + "}", none)
            .gets(400, "field-invalid", "/callbackUrls"));
    requests.add(
        post(vendor.api(), add, "{\"urls\":[]}", none).gets(400, "field-unknown", "/urls"));

    for (String code : List.of("1", "{}", "\"\"", text(2049))) {
      requests.add(
          post(vendor.api(), "/auth/token", "{\"code\":" + code + "}", none)
              .gets(400, "field-invalid", "/code"));
    }
    requests.add(
        post(vendor.api(), "/auth/token", "{}", none).gets(400, "field-required", "/code"));
    requests.add(
        post(vendor.api(), "/auth/token", "{\"code\":\"guessed\"}", none)
            .gets(400, "code-invalid", "/code"));
    requests.add(
        post(vendor.api(), "/auth/token", "{\"token\":\"x\"}", none)
            .gets(400, "field-unknown", "/token"));
    return refused(requests);
  }

  /** One wrong member, the others right. */
  private void registration(String wrong, String code, String pointer, List<Request> requests) {
    String body = "{\"targetSystem\":\"fortnox\",\"clientId\":\"a\",\"clientSecret\":\"b\"}";
    String name = wrong.substring(0, wrong.indexOf(':'));
    String changed =
        body.contains(name)
            ? body.replaceFirst(
                name + ":\"[a-z]+\"", java.util.regex.Matcher.quoteReplacement(wrong))
            : body.replace("}", "," + wrong + "}");
    requests.add(
        post(vendor.api(), "/tenants/register-system", changed, UnaryOperator.identity())
            .gets(400, code, pointer));
  }

  @TestFactory
  Stream<DynamicTest> callbackUrlsThatOnlyLookLikeAnAllowedOne() {
    var requests = new ArrayList<Request>();
    for (String url :
        List.of(
            "",
            CALLBACK + "/",
            CALLBACK + "?",
            CALLBACK + "?next=1",
            CALLBACK + "#",
            CALLBACK + "#x",
            CALLBACK + "/../connected",
            CALLBACK + "%2f",
            CALLBACK + " ",
            " " + CALLBACK,
            CALLBACK + "\u0000",
            CALLBACK + "," + CALLBACK,
            CALLBACK + "\r\nX: y",
            CALLBACK.replace("https", "http"),
            CALLBACK.replace("https", "HTTPS"),
            CALLBACK.replace("vendor.example", "Vendor.example"),
            CALLBACK.replace("vendor.example", "vendor.example."),
            CALLBACK.replace("vendor.example", "vendor.example:443"),
            CALLBACK.replace("vendor.example", "vendor.example.evil.example"),
            CALLBACK.replace("vendor.example", "evil-vendor.example"),
            CALLBACK.replace("vendor.example", "evil.example@vendor.example"),
            CALLBACK.replace("vendor.example", "vendor.example@evil.example"),
            CALLBACK.replace("vendor.example", "vendor.example%40evil.example"),
            CALLBACK.replace("connected", "Connected"),
            CALLBACK.replace("connected", "%63onnected"),
            CALLBACK.replace("/connected", "//connected"),
            CALLBACK.replace("/connected", "\\connected"),
            "//vendor.example/connected",
            "https:vendor.example/connected",
            "https://evil.example/?" + CALLBACK,
            "javascript:alert(1)")) {
      requests.add(
          Request.of(vendor.api(), "GET", "/auth/fortnox?callbackUrl=" + encoded(url))
              .gets(400, "callback-url-not-allowed", "callbackUrl"));
      requests.add(
          Request.of(
                  vendor.api(),
                  "GET",
                  "/auth/fortnox?callbackUrl="
                      + encoded(CALLBACK)
                      + "&cancelCallbackUrl="
                      + encoded(url))
              .gets(400, "callback-url-not-allowed", "cancelCallbackUrl"));
      if (!url.isEmpty() && url.chars().noneMatch(Character::isISOControl)) {
        requests.add(
            post(
                    vendor.api(),
                    "/auth/fortnox",
                    "{\"callbackUrl\":\"" + url.replace("\\", "\\\\") + "\"}",
                    UnaryOperator.identity())
                .gets(400, "callback-url-not-allowed", "callbackUrl"));
      }
    }
    requests.add(
        Request.of(
                vendor.api(),
                "GET",
                "/auth/fortnox?callbackUrl=" + encoded(CALLBACK) + "&callbackUrl=https://evil")
            .gets(400, "callback-url-not-allowed", "callbackUrl"));
    requests.add(
        Request.of(
                vendor.api(),
                "GET",
                "/auth/fortnox?callbackUrl=" + encoded(CALLBACK) + "&state=" + "x".repeat(513))
            .gets(400, "parameter-invalid", "state"));
    requests.add(
        Request.of(vendor.api(), "GET", "/auth/fortnox?redirect_uri=https://evil.example")
            .gets(400, "parameter-invalid", "redirect_uri"));
    return refused(requests);
  }

  @TestFactory
  Stream<DynamicTest> keysThatOpenNothing() {
    var requests = new ArrayList<Request>();
    Caller anybody = system.anybody();
    String apiKey = vendor.apiKey();
    String accountKey = company.accountKey();
    for (String route : Routes.all()) {
      if (Routes.OF_ANYBODY.contains(route)) {
        continue;
      }
      boolean ofTheAdministrator = route.equals(Routes.OF_THE_ADMINISTRATOR);
      boolean ofACompany = Routes.ofACompany().contains(route);
      String header = ofTheAdministrator ? "X-ADMIN-KEY" : "X-API-KEY";
      Request request = Request.of(anybody, Routes.method(route), Routes.path(route, "1"));
      requests.add(request.named("no key").gets(401, "key-invalid", header));
      var wrong =
          new ArrayList<>(wrongForms(ofTheAdministrator ? system.stack().adminKey() : apiKey));
      wrong.addAll(
          ofTheAdministrator
              ? List.of(apiKey, accountKey)
              : List.of(accountKey, system.stack().adminKey(), withdrawnKey));
      for (String key : wrong) {
        Request with = request.named(header + " " + key).header(header, key);
        requests.add(
            (ofACompany ? with.header("X-ACCOUNT-KEY", accountKey) : with)
                .gets(401, "key-invalid", header));
      }
      requests.add(
          request
              .named("doubled")
              .header(header, apiKey)
              .header(header, apiKey)
              .gets(401, "key-invalid", header));
      if (ofACompany) {
        Request inside = request.header("X-API-KEY", apiKey);
        requests.add(inside.named("no account key").gets(401, "key-invalid", "X-ACCOUNT-KEY"));
        var wrongAccountKeys = new ArrayList<>(wrongForms(accountKey));
        wrongAccountKeys.addAll(List.of(apiKey, foreign.accountKey()));
        for (String key : wrongAccountKeys) {
          requests.add(
              inside
                  .named("X-ACCOUNT-KEY " + key)
                  .header("X-ACCOUNT-KEY", key)
                  .gets(401, "key-invalid", "X-ACCOUNT-KEY"));
        }
        requests.add(
            request
                .named("the two swapped")
                .header("X-API-KEY", accountKey)
                .header("X-ACCOUNT-KEY", apiKey)
                .gets(401, "key-invalid", "X-API-KEY"));
      }
    }
    return refused(requests);
  }

  /** Keys that differ from this one in a way that a careless comparison lets through. */
  private static List<String> wrongForms(String key) {
    int underscore = key.lastIndexOf('_');
    String other = key.endsWith("A") ? "B" : "A";
    return List.of(
        key.substring(0, key.length() - 1),
        key.substring(0, key.length() - 1) + other,
        key + "A",
        key + "," + key,
        "Bearer " + key,
        "\"" + key + "\"",
        underscore < 0 ? key.substring(1) : key.substring(0, underscore + 1),
        underscore < 0 ? "*" : key.substring(underscore + 1),
        key.toUpperCase(java.util.Locale.ROOT),
        "null",
        "*",
        "'; DROP TABLE tenants; --",
        "x".repeat(4000));
  }

  @TestFactory
  Stream<DynamicTest> idsThatCannotBe() {
    var requests = new ArrayList<Request>();
    for (String id :
        List.of(
            "..",
            ".",
            "%2e%2e",
            "%2E",
            "%2e.",
            "%00",
            "1%00",
            "%0a",
            "1%0d%0aX:%20y",
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
            "x".repeat(101),
            "x".repeat(3000))) {
      for (String collection : List.of("customers", "suppliers")) {
        String path = "/accounting/" + collection + "/" + id;
        requests.add(Request.of(company.api(), "GET", path).gets(404, "not-found"));
        requests.add(Request.of(company.api(), "DELETE", path).gets(404, "not-found"));
        requests.add(
            Request.of(company.api(), "PUT", path)
                .json("{\"companyName\":\"Bo\"}")
                .gets(404, "not-found"));
        requests.add(
            Request.of(company.api(), "PATCH", path)
                .json("{\"companyName\":\"Bo\"}")
                .gets(404, "not-found"));
      }
      requests.add(
          Request.of(company.api(), "GET", "/accounting/asyncTask/" + id).gets(404, "not-found"));
      requests.add(
          Request.of(vendor.api(), "DELETE", "/tenants/keys/" + id).gets(404, "not-found"));
      requests.add(
          Request.of(vendor.api(), "DELETE", "/tenants/delete-registered-system/" + id)
              .gets(404, "not-found"));
      requests.add(
          Request.of(vendor.api(), "DELETE", "/tenants/delete-end-user?connectionId=" + id)
              .gets(404, "not-found"));
      requests.add(Request.of(system.anybody(), "GET", "/problems/" + id).gets(404, "not-found"));
    }
    for (String after : List.of("nonsense", "x".repeat(3000), foreign.connection())) {
      // Where it would go on is nobody's business: nothing is there.
      assertThat(vendor.api().get("/tenants/get-end-user-list?after=" + after).status())
          .isLessThan(500);
    }
    return refused(requests);
  }

  @TestFactory
  Stream<DynamicTest> parametersThatAreWrong() {
    var requests = new ArrayList<Request>();
    for (String collection : List.of("/accounting/customers", "/accounting/suppliers")) {
      for (String number :
          List.of(
              "0", "-1", "1.5", "1e1", "abc", "", "01", "%2B1", "1,1", "99999999999999999999")) {
        for (String name : List.of("page", "limit")) {
          parameter(collection, name, number, requests);
        }
      }
      parameter(collection, "page", "1000001", requests);
      parameter(collection, "limit", "501", requests);
      parameter(collection, "limit", "101&expand=full", requests);
      parameter(collection, "expand", "all", requests);
      parameter(collection, "expand", "FULL", requests);
      parameter(collection, "rawData", "yes", requests);
      parameter(collection, "rawData", "", requests);
      parameter(collection, "colour", "red", requests);
      parameter(collection, "Name", "Bo", requests);
      parameter(collection, "offset", "1", requests);
      parameter(collection, "filter", "active", requests);
      for (String name : List.of("name", "email", "number", "organisationNumber", "city")) {
        for (String value : List.of("", "%20", "%3C", "a%3Eb", "%3Cscript%3E")) {
          parameter(collection, name, value, requests);
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
        parameter(collection, "lastModifiedAt", time, requests);
      }
      parameter(collection, "sortBy", "id", requests);
      parameter(collection, "sortOrder", "up", requests);
    }
    parameter("/accounting/customers", "active", "maybe", requests);
    parameter("/accounting/suppliers", "lastModifiedAt", "2026-01-01", requests);
    requests.add(
        Request.of(company.api(), "GET", "/accounting/customers/1?expand=some")
            .gets(400, "parameter-invalid", "expand"));
    requests.add(
        Request.of(company.api(), "GET", "/accounting/customers/1?rawData=1")
            .gets(400, "parameter-invalid", "rawData"));
    requests.add(
        Request.of(company.api(), "GET", "/accounting/asyncTask")
            .gets(400, "parameter-invalid", "idempotencyKey"));
    requests.add(
        Request.of(vendor.api(), "DELETE", "/tenants/delete-end-user")
            .gets(400, "parameter-invalid", "connectionId"));
    return refused(requests);
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
      for (String[] target :
          List.of(
              new String[] {"POST", "/accounting/customers"},
              new String[] {"PUT", "/accounting/customers/1"},
              new String[] {"PATCH", "/accounting/suppliers/1"},
              new String[] {"DELETE", "/accounting/customers/1"})) {
        Request request =
            Request.of(company.api(), target[0], target[1])
                .named("Idempotency-Key " + key)
                .header("Idempotency-Key", key)
                .gets(400, "header-invalid", "Idempotency-Key");
        requests.add(
            target[0].equals("DELETE") ? request : request.json("{\"companyName\":\"Bo\"}"));
      }
    }
    return refused(requests);
  }

  @TestFactory
  Stream<DynamicTest> pathsAndMethodsThatDoNotExist() {
    var requests = new ArrayList<Request>();
    for (String path :
        List.of(
            "/",
            "/accounting",
            "/accounting/",
            "/accounting/invoices",
            "/accounting/customers/",
            "/accounting/customers/1/2",
            "//accounting/customers",
            "/ACCOUNTING/customers",
            "/accounting/customers%2F1",
            "/accounting/../tenants/keys",
            "/accounting/%2e%2e/tenants/keys",
            "/tenants",
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
          Request.of(company.api(), method, "/accounting/customers").gets(404, "route-unknown"));
      requests.add(Request.of(system.anybody(), method, "/health").gets(404, "route-unknown"));
    }
    requests.add(
        Request.of(company.api(), "POST", "/accounting/customers/1")
            .json("{\"companyName\":\"Bo\"}")
            .gets(404, "route-unknown"));
    requests.add(
        Request.of(company.api(), "DELETE", "/accounting/suppliers/1")
            .gets(405, "operation-not-possible"));
    return refused(requests);
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

  @Test
  void theTableOfRoutesIsTheTemplates() {
    assertThat(Routes.all())
        .containsAll(Routes.OF_ANYBODY)
        .containsAll(Routes.OF_A_VENDOR)
        .contains(Routes.OF_THE_ADMINISTRATOR);
    assertThat(Routes.ofACompany())
        .allMatch(route -> route.contains(" /accounting/") || route.endsWith(" /auth/connection"));
  }

  /** Sends each and looks at its answer, and at the end at what they left behind. */
  private Stream<DynamicTest> refused(List<Request> requests) {
    var before = new Traces[1];
    return Stream.of(
            Stream.of(dynamicTest("before", () -> before[0] = traces())),
            requests.stream().map(request -> dynamicTest(request.name(), () -> check(request))),
            Stream.of(
                dynamicTest(
                    "nothing is stored, nothing queued, and Fortnox isn't called",
                    () -> assertThat(traces()).isEqualTo(before[0]))))
        .flatMap(tests -> tests);
  }

  private static void check(Request request) {
    Answer answer = request.send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(request.status());
    assertThat(answer.json().path("meta").path("warnings").isArray()).isTrue();
    assertThat(answer.json().path("data").isNull()).isTrue();
    assertThat(answer.json().path("rawData").isNull()).isTrue();
    JsonNode errors = answer.json().path("errors");
    assertThat(errors).isNotEmpty();
    for (JsonNode error : errors) {
      assertThat(new TreeSet<>(List.copyOf(fieldNames(error))))
          .contains("type", "title", "status", "detail", "pointer", "code", "retriable");
      assertThat(error.path("detail").asText()).isNotBlank();
      assertThat(error.path("retriable").asBoolean()).isFalse();
      assertThat(error.path("type").asText()).isEqualTo("/problems/" + error.path("code").asText());
    }
    JsonNode named = named(errors, request);
    assertThat(named.path("code").asText()).as(answer.text()).isEqualTo(request.code());
    assertThat(named.path("pointer").asText("")).as(answer.text()).isEqualTo(request.pointer());
    assertThat(named.path("status").asInt()).isEqualTo(request.status());
    assertThat(answer.text())
        .doesNotContain("Exception", "io.fortnoxconnector", "java.", "jackson", "\\tat ");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
  }

  /** Several things may be wrong at once; the one that the row is about must be among them. */
  private static JsonNode named(JsonNode errors, Request request) {
    for (JsonNode error : errors) {
      if (error.path("code").asText().equals(request.code())
          && error.path("pointer").asText("").equals(request.pointer())) {
        return error;
      }
    }
    return errors.path(0);
  }

  private static Set<String> fieldNames(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private record Traces(
      Map<String, Set<Map<String, AttributeValue>>> items,
      Map<String, Integer> messages,
      long calls) {}

  private Traces traces() {
    return new Traces(
        system.inside().items(), system.inside().messages(), system.fortnox().ledger().count());
  }

  private Caller caller(String route) {
    if (route.equals(Routes.OF_THE_ADMINISTRATOR)) {
      return system.admin();
    }
    return Routes.OF_A_VENDOR.contains(route) ? vendor.api() : company.api();
  }

  private static boolean takesABody(String route) {
    return !route.equals("$default") && WITH_A_BODY.contains(Routes.method(route));
  }

  private static Request post(
      Caller caller, String path, String body, UnaryOperator<Request> change) {
    return change.apply(Request.of(caller, "POST", path).named(body).json(body));
  }

  private static void field(Map<String, Object[]> wrong, String body, String code, String pointer) {
    wrong.put(body, new Object[] {code, pointer});
  }

  private static String customer(String field) {
    return field.startsWith("\"companyName\"") || field.startsWith("\"contactType\"")
        ? "{" + field + (field.startsWith("\"companyName\"") ? "" : ",\"companyName\":\"Bo\"") + "}"
        : "{\"contactType\":\"COMPANY\",\"companyName\":\"Bo\"," + field + "}";
  }

  private static String text(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }

  private static String urls(int count) {
    var urls = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      urls.add("\"https://vendor.example/" + i + "\"");
    }
    return "[" + String.join(",", urls) + "]";
  }
}
