package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.LocalSystem.CALLBACK;
import static io.fortnoxconnector.local.stack.system.UserBrowser.target;
import static io.fortnoxconnector.local.stack.system.Vendor.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.net.URI;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a company is connected: all is well, and all that can go wrong on the way. */
@OverBackends
@ExtendWith(SystemExtension.class)
class ConnectTest {

  private static final String CANCELLED = "https://vendor.example/cancelled";

  private final LocalSystem system;

  ConnectTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void aCompanyThatConsentsIsConnected() {
    Vendor vendor = system.vendor();
    String company = system.newCompany();

    URI back = vendor.walk(vendor.loginLink("state", "user 17"), company, "approve");
    Answer exchanged = vendor.exchange(parameter(back, "code"));

    assertThat(back.toString()).startsWith(CALLBACK + "?code=").endsWith("&state=user+17");
    assertThat(exchanged.status()).as(exchanged.text()).isEqualTo(201);
    JsonNode data = exchanged.data();
    assertThat(data.path("companyId").asText()).isEqualTo(company);
    assertThat(data.path("companyName").asText()).isEqualTo("Bolag " + company + " AB");
    assertThat(data.path("organisationNumber").asText()).isEqualTo("556036-0793");
    assertThat(data.path("consent").asText()).isEqualTo("ACTIVE");
    assertThat(data.path("grant").asText()).isEqualTo("CLIENT_CREDENTIALS");
    assertThat(data.path("scopes").asText())
        .isEqualTo(
            "archive article bookkeeping companyinformation connectfile costcenter currency"
                + " customer inbox invoice offer order payment price project settings supplier"
                + " supplierinvoice");
  }

  @Test
  void theLinkMayBeAskedForByPostToo() {
    Vendor vendor = system.vendor();

    Answer link =
        vendor
            .api()
            .post("/auth/fortnox", "{\"callBackUrl\":\"" + CALLBACK + "\",\"state\":\"s\"}");

    assertThat(link.status()).isEqualTo(201);
    assertThat(link.header("content-type")).startsWith("text/html");
    assertThat(vendor.walk(URI.create(link.text()), system.newCompany(), "approve").toString())
        .startsWith(CALLBACK + "?code=");
  }

  @Test
  void theCookieIsKeptFromScriptsAndOtherSites() {
    Answer departure = new UserBrowser(system).open(system.vendor().loginLink());

    assertThat(departure.header("set-cookie"))
        .startsWith("__Host-")
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(departure.header("cache-control")).isEqualTo("no-store");
    assertThat(departure.header("referrer-policy")).isEqualTo("no-referrer");
  }

  @Test
  void aDenialLeadsToTheCancelUrlWithAFixedCode() {
    Vendor vendor = system.vendor();
    vendor.api().post("/tenants/add-callback-urls", "{\"callbackUrls\":[\"" + CANCELLED + "\"]}");

    URI back =
        vendor.walk(
            vendor.loginLink("cancelCallbackUrl", CANCELLED, "state", "17"),
            system.newCompany(),
            "deny");

    assertThat(back).hasToString(CANCELLED + "?error=access_denied&state=17");
    assertNotConnected(vendor);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            "access_denied",
            (company, vendor) -> atFortnox(company, vendor).userIsAdministrator(false)),
        refusal(
            "licence_missing",
            (company, vendor) -> atFortnox(company, vendor).missingLicences(Set.of("supplier"))),
        refusal(
            "app_licence_missing",
            (company, vendor) -> atFortnox(company, vendor).missingAppLicence(true)));
  }

  private static Arguments refusal(String code, BiConsumer<String, Vendor> cause) {
    return Arguments.of(code, cause);
  }

  private static io.fortnoxconnector.sandbox.Company atFortnox(String company, Vendor vendor) {
    return vendor.system().fortnox().company(company);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void whatFortnoxRefusesBecomesAFixedCode(String code, BiConsumer<String, Vendor> cause) {
    Vendor vendor = system.vendor();
    String company = system.newCompany();
    cause.accept(company, vendor);

    assertThat(vendor.walk(vendor.loginLink(), company, "approve"))
        .hasToString(CALLBACK + "?error=" + code);
    assertNotConnected(vendor);
  }

  @Test
  void aScopeThatIsNotEnabledIsRefusedBeforeTheConsentPage() {
    Vendor vendor = system.vendor();
    system.enable(vendor, Set.of("companyinformation"));
    var browser = new UserBrowser(system);

    URI callback = target(browser.open(browser.depart(vendor.loginLink())));

    assertThat(target(browser.open(callback))).hasToString(CALLBACK + "?error=scope_not_enabled");
  }

  @Test
  void anUnknownErrorOfFortnoxsIsNotPassedOn() {
    Vendor vendor = system.vendor();
    var browser = new UserBrowser(system);
    String state = parameter(browser.depart(vendor.loginLink()), "state");

    Answer answer =
        browser.open(callback("?error=%3Cscript%3E&error_description=%3Cb%3E&state=" + state));

    assertThat(target(answer)).hasToString(CALLBACK + "?error=fortnox_refused");
  }

  @Test
  void aWrongClientSecretIsToldToTheVendor() {
    Vendor vendor = system.vendor();
    Vendor mistaken =
        new Vendor(
            system,
            vendor.tenantId(),
            vendor.apiKeyId(),
            vendor.apiKey(),
            vendor.clientId(),
            "mistyped");
    mistaken.register("service");
    String company = system.newCompany();

    assertThat(vendor.walk(vendor.loginLink(), company, "approve"))
        .hasToString(CALLBACK + "?error=client_secret_refused");

    vendor.register("service");
    assertThat(parameter(vendor.walk(vendor.loginLink(), company, "approve"), "code"))
        .as("though the wrong one may still be in a function's memory")
        .isNotEmpty();
  }

  @Test
  void anotherCompanyThanTheVendorAskedForIsNotConnected() {
    Vendor vendor = system.vendor();
    String wanted = system.newCompany();
    URI link = vendor.loginLink("companyId", wanted);

    assertThat(vendor.walk(link, system.newCompany(), "approve"))
        .hasToString(CALLBACK + "?error=wrong_company");
    assertNotConnected(vendor);
    assertThat(parameter(vendor.walk(link, wanted, "approve"), "code")).isNotEmpty();
  }

  @Test
  void aLockedAccountGetsAPageInTheUsersLanguage() {
    Vendor vendor = system.vendor();
    String company = system.newCompany();
    system.fortnox().company(company).locked(true);
    var browser = new UserBrowser(system);
    URI callback = browser.approve(vendor.loginLink(), company);

    Answer english = browser.open(callback);
    Answer swedish = browser.open(callback, "Accept-Language", "de,sv-SE;q=0.9");

    assertPage(english, "locked");
    assertPage(swedish, "låst");
    assertThat(swedish.header("content-language")).isEqualTo("sv");
    assertNotConnected(vendor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?code=c&state=forged",
        "?code=c",
        "?code=c&state=",
        "?state=%3Cscript%3Ealert(1)%3C/script%3E",
        "?error=access_denied",
        "?error=access_denied&state=forged",
        "?code=c&state=x&state=y",
        ""
      })
  void aVisitWithoutAStateThatIsKnownGetsAPage(String query) {
    long calls = system.fortnox().ledger().count();

    assertPage(new UserBrowser(system).open(callback(query)), "<h1>");

    assertThat(system.fortnox().ledger().count()).isEqualTo(calls);
  }

  @Test
  void aStateWorksOnce() {
    Vendor vendor = system.vendor();
    var browser = new UserBrowser(system);
    URI callback = browser.approve(vendor.loginLink(), system.newCompany());
    Answer first = browser.open(callback);

    Answer second = browser.open(callback);

    assertThat(target(first).toString()).startsWith(CALLBACK + "?code=");
    assertPage(second, "can't be continued");
  }

  @Test
  void aStateWorksInItsOwnBrowserOnlyAndStillDoesAfterwards() {
    Vendor vendor = system.vendor();
    var browser = new UserBrowser(system);
    URI callback = browser.approve(vendor.loginLink(), system.newCompany());
    var withoutCookie = new UserBrowser(system);
    var withAnother = new UserBrowser(system);
    withAnother.depart(vendor.loginLink());

    assertPage(withoutCookie.open(callback), "another browser");
    assertPage(withAnother.open(callback), "another browser");
    assertNotConnected(vendor);
    assertThat(target(browser.open(callback)).toString()).startsWith(CALLBACK + "?code=");
  }

  @Test
  void whatIsTooOldNoLongerWorks() {
    Vendor vendor = system.vendor();
    var browser = new UserBrowser(system);
    URI link = vendor.loginLink();
    URI callback = browser.approve(link, system.newCompany());
    String code =
        parameter(vendor.walk(vendor.loginLink(), system.newCompany(), "approve"), "code");

    system.inside().letConnectFlowsExpire();

    assertPage(browser.open(callback), "ten minutes");
    assertPage(browser.open(link), "no longer valid");
    assertThat(vendor.exchange(code).code()).isEqualTo("code-invalid");
  }

  @Test
  void aCodeWorksOnce() {
    Vendor vendor = system.vendor();
    String code =
        parameter(vendor.walk(vendor.loginLink(), system.newCompany(), "approve"), "code");

    assertThat(vendor.exchange(code).status()).isEqualTo(201);
    Answer again = vendor.exchange(code);

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("code-invalid");
  }

  @Test
  void aLinkThatNeverWasGetsAPage() {
    assertPage(system.anybody().get("/auth/fortnox/login?ticket=%3Cscript%3E"), "no longer valid");
    assertPage(system.anybody().get("/auth/fortnox/login"), "no longer valid");
  }

  @Test
  void connectingAgainKeepsTheConnectionAndTheLatestTwoKeys() {
    Vendor vendor = system.vendor();
    String number = system.newCompany();
    Company first = vendor.connect(number);
    Company second = vendor.connect(number);

    assertThat(second.connection()).isEqualTo(first.connection());
    assertThat(second.accountKey()).isNotEqualTo(first.accountKey());
    assertThat(first.api().get("/accounting/customers").status()).isEqualTo(200);
    assertThat(second.api().get("/accounting/customers").status()).isEqualTo(200);

    Company third = vendor.connect(number);

    assertThat(first.api().get("/auth/connection").status()).isEqualTo(401);
    assertThat(second.api().get("/auth/connection").status()).isEqualTo(200);
    assertThat(third.api().get("/auth/connection").status()).isEqualTo(200);
    assertThat(vendor.api().get("/tenants/get-end-user-list").data()).hasSize(1);
  }

  @Test
  void withoutAnIntegrationThereIsNoLink() {
    Vendor vendor = system.vendor();
    vendor.api().delete("/tenants/delete-registered-system/fortnox");

    Answer answer = vendor.api().get("/auth/fortnox?callbackUrl=" + Caller.encoded(CALLBACK));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("system-not-registered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "user"})
  void endingAConnectionRevokesItAtFortnox(String accountType) {
    Company company = system.vendor(accountType).connect(system.newCompany());

    Answer ended = company.api().delete("/auth/connection");

    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    assertThat(ended.data().path("revokedAtFortnox").asBoolean()).isTrue();
    assertThat(company.api().get("/auth/connection").status()).isEqualTo(401);
    assertThat(company.api().get("/accounting/customers").status()).isEqualTo(401);
    assertThat(company.received("POST", "/oauth-v1/revoke")).hasSize(1);
    assertNotConnected(company.vendor());
    assertThat(company.vendor().connect(company.number()).connection())
        .isEqualTo(company.connection());
  }

  @Test
  void aConnectionIsEndedEvenIfFortnoxDoesNotHear() {
    Company company = system.company();
    system.fortnox().faults().on("POST", "/oauth-v1/revoke").once().answers(503);

    Answer ended =
        company
            .vendor()
            .api()
            .delete("/tenants/delete-end-user?connectionId=" + company.connection());

    assertThat(ended.data().path("revokedAtFortnox").asBoolean(true)).isFalse();
    assertThat(company.api().get("/auth/connection").status()).isEqualTo(401);
  }

  private URI callback(String query) {
    return URI.create(system.stack().baseUrl() + "/auth/callback/fortnox" + query);
  }

  private static void assertNotConnected(Vendor vendor) {
    assertThat(vendor.api().get("/tenants/get-end-user-list").data()).isEmpty();
  }

  /** A page of the connector's own: fixed words, nothing that came with the request. */
  private static void assertPage(Answer page, String words) {
    assertThat(page.status()).as(page.text()).isEqualTo(400);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    assertThat(page.text()).contains(words).doesNotContain("<script", "Exception", "forged");
  }
}
