package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Vendor.parameter;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.fortnox.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * No secret lies in clear in a log, a table or a queue, whether all goes well or not; no key ever
 * stands in a URL.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {

  private static final String NAME = "Hemlig Kund AB";
  private static final String EMAIL = "hemlig.kund@example.com";
  private static final Pattern TOKENS =
      Pattern.compile("\"(?:access_token|refresh_token)\":\"([^\"]+)\"");
  private static final Pattern CODES = Pattern.compile("[?&](?:code|state)=([^&]+)");

  private final TreeSet<String> secrets = new TreeSet<>();
  private final List<URI> addresses = new ArrayList<>();
  private final AtomicReference<RecordingProxy> oauth = new AtomicReference<>();
  private Console console;
  private LocalSystem system;
  private List<Message> queued;
  private Vendor vendor;

  @BeforeAll
  void live() {
    console = new Console();
    system =
        LocalSystem.start(
            (options, fortnox) -> {
              try {
                oauth.set(new RecordingProxy(fortnox.apiUrl()));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
              return options
                  .parameter("FortnoxAuthUrl", oauth.get().url() + "/oauth-v1")
                  .parameter("WriterConcurrency", "2");
            });
    secrets.add(system.stack().adminKey());
    vendor = system.vendor("user");
    secrets.addAll(List.of(vendor.apiKey(), vendor.clientSecret()));
    Company company = connect();
    work(company);
    trouble(company);
    webhook();
    queued = waiting();
    end(company);
    for (String answer : oauth.get().answers()) {
      Stream.of(TOKENS, CODES)
          .map(pattern -> pattern.matcher(answer))
          .flatMap(Matcher::results)
          .forEach(found -> secrets.add(found.group(1)));
    }
  }

  @AfterAll
  void end() {
    system.close();
    oauth.get().close();
    console.close();
  }

  private void webhook() {
    Answer made =
        vendor.api().post("/webhooks", "{\"callbackUrl\":\"http://127.0.0.1:1/in?key=hidden\"}");
    String address = "/webhooks/" + made.data().path("id").asText();
    Answer rotated = vendor.api().post(address + "/secret", "");
    for (Answer answer : List.of(made, rotated)) {
      assertThat(answer.data().path("secret").asText()).startsWith("whsec_");
      secrets.add(answer.data().path("secret").asText());
    }
    assertThat(vendor.api().post(address + "/test", "").text()).contains("UNREACHABLE");
    assertThat(vendor.api().get("/webhooks").text()).doesNotContain("whsec_");
  }

  private Company connect() {
    String number = system.newCompany();
    var browser = new UserBrowser(system);
    URI link = vendor.loginLink("state", "17");
    secrets.add(parameter(link, "ticket"));
    Answer departure = browser.open(link);
    Matcher cookie = Pattern.compile("=([^;]+);").matcher(departure.header("set-cookie"));
    assertThat(cookie.find()).isTrue();
    secrets.add(cookie.group(1));
    URI atFortnox = URI.create(departure.header("location"));
    URI callback = browser.decide(atFortnox, number, "approve");
    URI back = UserBrowser.target(browser.open(callback));
    secrets.addAll(
        List.of(
            parameter(atFortnox, "state"), parameter(callback, "code"), parameter(back, "code")));
    addresses.addAll(List.of(link, atFortnox, callback, back));
    Answer exchanged = vendor.exchange(parameter(back, "code"));
    String accountKey = exchanged.data().path("accountKey").asText();
    secrets.add(accountKey);
    return new Company(vendor, number, exchanged.data().path("connectionId").asText(), accountKey);
  }

  private void work(Company company) {
    String id =
        company.create(
            """
            {"companyName":"%s","emailAddresses":[{"type":"BUSINESS","email":"%s"}],
             "contactPersons":[{"lastName":"Hemligsson"}]}
            """
                .formatted(NAME, EMAIL));
    company.api().get("/accounting/customers?name=" + Caller.encoded(NAME));
    company.api().get("/accounting/customers/" + id + "?expand=full&rawData=true");
    company.api().patch("/accounting/customers/" + id, "{\"comments\":\"Hemligt\"}");
    company.atFortnox().expireAccessTokens();
    company.api().get("/accounting/customers");
    vendor.api().get("/tenants/get-registered-systems");
    vendor.api().get("/tenants/get-registered-systems-masked");
    Answer second = vendor.api().post("/tenants/keys", "{}");
    secrets.add(second.data().path("apiKey").asText());
  }

  private void trouble(Company company) {
    vendor.exchange("guessed");
    vendor.api().with("X-ACCOUNT-KEY", vendor.apiKey()).get("/accounting/customers");
    vendor.walk(vendor.loginLink(), company.number(), "deny");
    company.api().post("/accounting/customers", "{\"companyName\":\"" + NAME + "\",\"x\":1}");
    company.api().post("/accounting/customers", "{\"companyName\":\"" + NAME + "\"");
    system.fortnox().faults().on("GET", "/3/customers").times(2).losesTheReply();
    company.api().get("/accounting/customers?email=" + Caller.encoded(EMAIL));
    system.fortnox().faults().on("GET", "/3/customers").once().answers(500);
    company.api().get("/accounting/customers?email=" + Caller.encoded(EMAIL));
    system.fortnox().faults().on("POST", "/oauth-v1/token").once().answers(500);
    company.atFortnox().expireAccessTokens();
    company.api().get("/accounting/customers");
    // An accident: the token's ciphertext can't be opened.
    Company broken = vendor.connect(system.newCompany());
    secrets.add(broken.accountKey());
    system.inside().spoilTokens(broken.connection());
    Answer accident = broken.api().get("/accounting/customers?name=" + Caller.encoded(NAME));
    assertThat(accident.status()).as(accident.text()).isEqualTo(500);
    assertThat(accident.code()).isEqualTo("internal");
    assertThat(accident.text()).doesNotContain("Exception", "kms", "Kms", "io.fortnox");
  }

  /** With both writers busy, further companies' messages can be looked at. */
  private List<Message> waiting() {
    List<Company> companies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Company company = vendor.connect(system.newCompany());
      secrets.add(company.accountKey());
      companies.add(company);
    }
    system.fortnox().faults().on("POST", "/3/customers").times(2).delays(Duration.ofSeconds(2));
    companies.forEach(
        company ->
            company.later(
                "POST",
                "/accounting/customers",
                "{\"companyName\":\"" + NAME + "\",\"comments\":\"" + EMAIL + "\"}"));
    String queue = system.stack().queueUrl("WritesQueue");
    List<Message> messages =
        system
            .inside()
            .sqs()
            .receiveMessage(
                request ->
                    request
                        .queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNamesWithStrings("All"))
            .messages();
    for (Message message : messages) {
      system
          .inside()
          .sqs()
          .changeMessageVisibility(
              request ->
                  request
                      .queueUrl(queue)
                      .receiptHandle(message.receiptHandle())
                      .visibilityTimeout(0));
    }
    return messages;
  }

  private void end(Company company) {
    company.atFortnox().revokeConsent(vendor.clientId());
    company.atFortnox().expireAccessTokens();
    assertThat(company.api().get("/accounting/customers").code()).isEqualTo("reconnect-required");
  }

  @Test
  void theSecretsAreKnownToThisTest() {
    assertThat(secrets).hasSizeGreaterThan(20).allMatch(secret -> secret.length() >= 16);
    assertThat(secrets).anyMatch(secret -> secret.startsWith("eyJ"));
  }

  @Test
  void noSecretIsInALog() {
    String log = console.text();

    assertThat(log).contains("\"request\"", "accident", "GET /accounting/customers");
    assertThat(log)
        .contains("\"_aws\"", "\"FortnoxCalls\"", "\"TokenRenewalsFailed\"", "\"Accidents\"");
    assertThat(secrets).noneMatch(secret -> isIn(log, secret));
  }

  @Test
  void noPersonalDataIsInALog() {
    assertThat(console.text()).doesNotContain(NAME, EMAIL, "Hemligsson", "Hemligt");
  }

  @Test
  void noSecretIsInATable() {
    List<String> stored = stored();

    assertThat(stored).anyMatch(value -> value.equals(vendor.tenantId()));
    assertThat(stored)
        .as("only its hash")
        .anyMatch(value -> value.contains(Key.hash(secretPart(vendor.apiKey()))));
    assertThat(stored)
        .allSatisfy(value -> assertThat(secrets).noneMatch(secret -> isIn(value, secret)));
  }

  @Test
  void aMessageInAQueueIsATasksIdAndNothingElse() {
    assertThat(queued).isNotEmpty();
    assertThat(queued).allMatch(message -> message.body().matches("[a-z2-7]{26}"));
    assertThat(queued).allMatch(message -> message.messageAttributes().isEmpty());
    assertThat(queued.toString()).doesNotContain(NAME, EMAIL);
    assertThat(secrets).noneMatch(secret -> isIn(queued.toString(), secret));
  }

  @Test
  void noKeyStandsInAnAddress() {
    assertThat(addresses.toString()).doesNotContain("fxk_", "fxa_", vendor.clientSecret());
  }

  @Test
  void aClientSecretIsNeverShownAgain() {
    for (String path : List.of("get-registered-systems", "get-registered-systems-masked")) {
      assertThat(vendor.api().get("/tenants/" + path).text())
          .contains(vendor.clientId())
          .doesNotContain(vendor.clientSecret());
    }
  }

  private List<String> stored() {
    var values = new ArrayList<String>();
    system
        .inside()
        .items()
        .values()
        .forEach(items -> items.forEach(item -> item.values().forEach(v -> add(v, values))));
    return values;
  }

  private static void add(AttributeValue value, List<String> values) {
    if (value.hasM()) {
      values.addAll(value.m().keySet());
      value.m().values().forEach(member -> add(member, values));
    } else if (value.b() != null) {
      values.add(new String(value.b().asByteArray(), ISO_8859_1));
    } else {
      values.add(value.toString());
      values.add(String.valueOf(value.s()));
    }
  }

  private static Secret secretPart(String key) {
    return new Secret(key.split("_", 3)[2]);
  }

  /** As it is, or in one of the forms in which it might have slipped in. */
  private static boolean isIn(String text, String secret) {
    byte[] bytes = secret.getBytes(UTF_8);
    String part = secret.startsWith("fx") ? secretPart(secret).reveal() : secret;
    return Stream.of(
            part,
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            HexFormat.of().formatHex(bytes),
            URLEncoder.encode(secret, UTF_8))
        .anyMatch(text::contains);
  }
}
