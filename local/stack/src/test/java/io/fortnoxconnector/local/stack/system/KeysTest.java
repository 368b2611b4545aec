package io.fortnoxconnector.local.stack.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys that open nothing: missing, cut short, swapped, doubled, withdrawn, foreign, invented. */
@ExtendWith(SystemExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysTest {

  private final LocalSystem system;
  private Company company;
  private Company foreign;
  private String apiKey;
  private String withdrawn;

  KeysTest(LocalSystem system) {
    this.system = system;
  }

  @BeforeAll
  void connect() {
    company = system.company();
    foreign = system.company();
    apiKey = company.vendor().apiKey();
    Answer second = company.vendor().api().post("/tenants/keys", "{}");
    withdrawn = second.data().path("apiKey").asText();
    company.vendor().api().delete("/tenants/keys/" + second.data().path("apiKeyId").asText());
  }

  @TestFactory
  Stream<DynamicTest> everyRouteAsksForItsKeys() {
    var requests = new ArrayList<Request>();
    for (String route : Routes.all()) {
      if (Routes.OF_ANYBODY.contains(route)) {
        continue;
      }
      boolean isAdmin = route.equals(Routes.OF_THE_ADMINISTRATOR);
      String header = isAdmin ? "X-ADMIN-KEY" : "X-API-KEY";
      String right = isAdmin ? system.stack().adminKey() : apiKey;
      Request request = request(route);
      requests.add(request.named("no key").gets(401, "key-invalid", header));
      for (String key :
          List.of(altered(right), isAdmin ? apiKey : withdrawn, company.accountKey())) {
        Request with = request.named(key).header(header, key);
        requests.add(
            with.header("X-ACCOUNT-KEY", company.accountKey()).gets(401, "key-invalid", header));
      }
    }
    for (String route : Routes.ofACompany()) {
      Request request = request(route).header("X-API-KEY", apiKey);
      requests.add(request.named("no account key").gets(401, "key-invalid", "X-ACCOUNT-KEY"));
      for (String key : List.of(altered(company.accountKey()), foreign.accountKey(), apiKey)) {
        requests.add(
            request
                .named(key)
                .header("X-ACCOUNT-KEY", key)
                .gets(401, "key-invalid", "X-ACCOUNT-KEY"));
      }
      requests.add(
          request(route)
              .named("another vendor's API key")
              .header("X-API-KEY", foreign.vendor().apiKey())
              .header("X-ACCOUNT-KEY", company.accountKey())
              .gets(401, "key-invalid", "X-ACCOUNT-KEY"));
    }
    return Refusals.of(system, requests);
  }

  @TestFactory
  Stream<DynamicTest> whatOnlyResemblesAKeyOpensNothing() {
    var requests = new ArrayList<Request>();
    for (String key : resembling(apiKey)) {
      requests.add(
          request("GET /tenants/keys")
              .named(key)
              .header("X-API-KEY", key)
              .gets(401, "key-invalid", "X-API-KEY"));
    }
    for (String key : resembling(company.accountKey())) {
      requests.add(
          request("GET /accounting/customers")
              .named(key)
              .header("X-API-KEY", apiKey)
              .header("X-ACCOUNT-KEY", key)
              .gets(401, "key-invalid", "X-ACCOUNT-KEY"));
    }
    for (String key : resembling(system.stack().adminKey())) {
      requests.add(
          request(Routes.OF_THE_ADMINISTRATOR)
              .named(key)
              .header("X-ADMIN-KEY", key)
              .gets(401, "key-invalid", "X-ADMIN-KEY"));
    }
    requests.add(
        request("GET /tenants/keys")
            .named("the key twice")
            .header("X-API-KEY", apiKey)
            .header("X-API-KEY", apiKey)
            .gets(401, "key-invalid", "X-API-KEY"));
    return Refusals.of(system, requests);
  }

  /** In the ways that a careless comparison lets through. */
  private static List<String> resembling(String key) {
    return List.of(
        "",
        key.substring(0, key.length() - 1),
        key.substring(1),
        altered(key),
        key + "A",
        key + "," + key,
        "Bearer " + key,
        "\"" + key + "\"",
        key.substring(0, key.lastIndexOf('_') + 1),
        key.substring(key.lastIndexOf('_') + 2),
        key.toUpperCase(Locale.ROOT),
        "null",
        "*",
        "'; DROP TABLE tenants; --",
        "x".repeat(4000));
  }

  private static String altered(String key) {
    return key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");
  }

  private Request request(String route) {
    return Request.of(system.anybody(), Routes.method(route), Routes.path(route, "1"));
  }
}
