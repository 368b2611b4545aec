package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Caller.encoded;
import static io.fortnoxconnector.local.stack.system.LocalSystem.CALLBACK;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A company's user is sent to an address of the vendor's list, and to nothing that resembles it.
 */
@ExtendWith(SystemExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallbackUrlTest {

  private static final List<String> RESEMBLING =
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
          "javascript:alert(1)");

  private static final List<String> IMPOSSIBLE =
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
          "\"https://vendor.example/" + "x".repeat(2100) + "\"");

  private final LocalSystem system;
  private Vendor vendor;

  CallbackUrlTest(LocalSystem system) {
    this.system = system;
  }

  @BeforeAll
  void register() {
    vendor = system.vendor();
  }

  @TestFactory
  Stream<DynamicTest> anAddressThatOnlyResemblesAListedOneIsRefused() {
    var requests = new ArrayList<Request>();
    String listed = "/auth/fortnox?callbackUrl=" + encoded(CALLBACK);
    for (String url : RESEMBLING) {
      requests.add(
          Request.of(vendor.api(), "GET", "/auth/fortnox?callbackUrl=" + encoded(url))
              .gets(400, "callback-url-not-allowed", "callbackUrl"));
      requests.add(
          Request.of(vendor.api(), "GET", listed + "&cancelCallbackUrl=" + encoded(url))
              .gets(400, "callback-url-not-allowed", "cancelCallbackUrl"));
      if (!url.isEmpty() && url.chars().noneMatch(Character::isISOControl)) {
        String body = "{\"callbackUrl\":\"" + url.replace("\\", "\\\\") + "\"}";
        requests.add(
            Request.of(vendor.api(), "POST", "/auth/fortnox")
                .named(url)
                .json(body)
                .gets(400, "callback-url-not-allowed", "callbackUrl"));
      }
    }
    requests.add(
        Request.of(vendor.api(), "GET", listed + "&callbackUrl=https://evil.example")
            .gets(400, "callback-url-not-allowed", "callbackUrl"));
    requests.add(
        Request.of(vendor.api(), "GET", listed + "&state=" + "x".repeat(513))
            .gets(400, "parameter-invalid", "state"));
    requests.add(
        Request.of(vendor.api(), "GET", "/auth/fortnox?redirect_uri=https://evil.example")
            .gets(400, "parameter-invalid", "redirect_uri"));
    return Refusals.of(system, requests);
  }

  @TestFactory
  Stream<DynamicTest> anImpossibleAddressIsNotListed() {
    var requests = new ArrayList<Request>();
    for (String url : IMPOSSIBLE) {
      requests.add(
          add("{\"callbackUrls\":[" + url + "]}").gets(400, "field-invalid", "/callbackUrls/0"));
    }
    for (String urls : List.of("\"https://a.example\"", urls(51), urls(50))) {
      requests.add(
          add("{\"callbackUrls\":" + urls + "}").gets(400, "field-invalid", "/callbackUrls"));
    }
    requests.add(add("{\"urls\":[]}").gets(400, "field-unknown", "/urls"));
    return Refusals.of(system, requests);
  }

  private Request add(String body) {
    return Request.of(vendor.api(), "POST", "/tenants/add-callback-urls").named(body).json(body);
  }

  private static String urls(int count) {
    var urls = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      urls.add("\"https://vendor.example/" + i + "\"");
    }
    return "[" + String.join(",", urls) + "]";
  }
}
