package io.fortnoxconnector.local.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.Browser;
import io.fortnoxconnector.sandbox.Sandbox;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The story of the demo: a vendor, a company that consents, customers and suppliers, documents and
 * the ledger, a wrong body, a task, a job, a table of customers and its events.
 */
public final class Story {

  private static final String CALLBACK = "https://vendor.example/connected";

  private final Scene scene;
  private final Api anybody;
  private final Teller teller;
  private final Narrator narrator;

  /**
   * Where the story happens, besides the API.
   *
   * @param adminKey the key that registers vendors
   * @param sqs reaches the jobs queue
   * @param fortnox knows {@link DemoApp}
   * @param look runs the function that looks for changes
   */
  public record Scene(
      String adminKey, SqsClient sqs, String jobsQueueUrl, Sandbox fortnox, Runnable look) {

    /** Without the key. */
    @Override
    public String toString() {
      return "Scene[" + jobsQueueUrl + "]";
    }
  }

  public Story(Scene scene, Api anybody, Teller teller) {
    this.scene = scene;
    this.anybody = anybody;
    this.teller = teller;
    this.narrator = new Narrator(teller);
  }

  /**
   * From a vendor's registration to the end of its connection.
   *
   * @throws IllegalStateException if an answer isn't as it should be; the message says which
   */
  public void tell() {
    Api vendor = register();
    JsonNode connection = connect(vendor);
    Api company = vendor.with("X-ACCOUNT-KEY", connection.path("accountKey").asText());
    customers(company);
    suppliers(company);
    var paperwork = new Paperwork(company, narrator, teller);
    paperwork.invoice();
    paperwork.offer();
    paperwork.bill();
    paperwork.entry();
    task(company);
    wrongBody(company);
    job(company, connection.path("connectionId").asText());
    new Import(company, narrator, teller, scene.look()).tell();
    end(company);
  }

  private Api register() {
    teller.step(
        "A software vendor is registered, with the Fortnox integration it made in Fortnox's developer portal");
    JsonNode tenant =
        narrator
            .expect(
                201,
                anybody.with("X-ADMIN-KEY", scene.adminKey()),
                "POST",
                "/tenants",
                "{\"name\":\"Kvitto Systems AB\"}")
            .data();
    String apiKey = tenant.path("apiKey").asText();
    teller.say("       API key, shown this once: " + Teller.masked(apiKey));
    Api vendor = anybody.with("X-API-KEY", apiKey);
    narrator.expect(
        201,
        vendor,
        "POST",
        "/tenants/register-system",
        "{\"targetSystem\":\"fortnox\",\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
            .formatted(DemoApp.CLIENT_ID, DemoApp.CLIENT_SECRET));
    narrator.expect(
        200,
        vendor,
        "POST",
        "/tenants/add-callback-urls",
        "{\"callbackUrls\":[\"" + CALLBACK + "\"]}");
    return vendor;
  }

  private JsonNode connect(Api vendor) {
    teller.step("A user of Exempelbolaget AB consents at Fortnox");
    Api.Answer link =
        narrator.expect(
            200,
            vendor,
            "GET",
            "/auth/fortnox?callbackUrl=" + encoded(CALLBACK) + "&state=user-17",
            "");
    Browser.Walk walk;
    try (var browser = new Browser()) {
      walk = browser.consent(URI.create(link.json().asText()), DemoApp.COMPANY, "approve");
    }
    teller.say(
        "       browser: login link -> "
            + walk.fortnox().getPath()
            + " (approves) -> "
            + walk.vendor().getHost()
            + walk.vendor().getPath()
            + "?code=…&state=user-17");
    JsonNode connection =
        narrator
            .expect(
                201,
                vendor,
                "POST",
                "/auth/token",
                "{\"code\":\"" + parameter(walk.vendor(), "code") + "\"}")
            .data();
    teller.show(connection, "/companyName", "/companyId", "/consent", "/grant");
    teller.say(
        "       account key, shown this once: "
            + Teller.masked(connection.path("accountKey").asText()));
    return connection;
  }

  private void customers(Api company) {
    teller.step(
        "A customer is created, listed, read and changed; each write goes through the queue and the company's writer");
    String body =
        """
        {"contactType":"COMPANY","companyName":"Åkeri Öst AB","organisationNumber":"556036-0793",
         "addresses":[{"type":"BILLING","addressLine1":"Storgatan 1","addressLine2":null,"postalCode":"111 22","city":"Stockholm","countryCode":"SE"}],
         "emailAddresses":[{"type":"BUSINESS","email":"ekonomi@akeriost.example"}],
         "contactPersons":[{"firstName":"Anna","lastName":"Ek","emailAddresses":[],"phoneNumbers":[]}]}
        """;
    Api.Answer created =
        narrator.expect(
            201, company, "POST", "/accounting/customers", body, "Idempotency-Key", "order-4711");
    String id = created.data().path("id").asText();
    teller.show(
        created.data(), "/id", "/companyName", "/organisationNumber", "/currency", "/vatType");
    Api.Answer again =
        narrator.expect(
            201, company, "POST", "/accounting/customers", body, "Idempotency-Key", "order-4711");
    teller.say(
        "       the same request again, as after a lost answer: customer "
            + again.data().path("id").asText()
            + ", Idempotency-Replayed "
            + again.headers().get("idempotency-replayed"));
    Api.Answer list =
        narrator.expect(200, company, "GET", "/accounting/customers?name=" + encoded("åkeri"), "");
    teller.show(list.json(), "/meta/pagination", "/data/0/companyName");
    Api.Answer read =
        narrator.expect(200, company, "GET", "/accounting/customers/" + id + "?expand=full", "");
    teller.show(
        read.data(),
        "/addresses/0/city",
        "/contactPersons/0/firstName",
        "/contactPersons/0/lastName");
    Api.Answer patched =
        narrator.expect(
            200,
            company,
            "PATCH",
            "/accounting/customers/" + id,
            "{\"phoneNumbers\":[{\"type\":\"BUSINESS\",\"number\":\"08-123 456\"}],\"emailAddresses\":null}");
    teller.show(patched.data(), "/phoneNumbers/0/number", "/emailAddresses");
    teller.say(
        "       Fortnox now has: "
            + scene.fortnox().company(DemoApp.COMPANY).customers().getLast().path("Name").asText()
            + ", Phone1 "
            + scene.fortnox().company(DemoApp.COMPANY).customers().getLast().path("Phone1"));
  }

  private void suppliers(Api company) {
    teller.step("The same for a supplier, with a bankgiro number");
    Api.Answer created =
        narrator.expect(
            201,
            company,
            "POST",
            "/accounting/suppliers",
            "{\"contactType\":\"COMPANY\",\"companyName\":\"Papper & Penna AB\",\"bankgiro\":\"5805-6201\"}");
    String id = created.data().path("id").asText();
    Api.Answer patched =
        narrator.expect(
            200, company, "PATCH", "/accounting/suppliers/" + id, "{\"currency\":\"EUR\"}");
    teller.show(patched.data(), "/id", "/companyName", "/bankgiro", "/currency");
    Api.Answer list = narrator.expect(200, company, "GET", "/accounting/suppliers", "");
    teller.show(list.json(), "/meta/pagination/total", "/data/0/companyName");
    Api.Answer refused = narrator.expect(405, company, "DELETE", "/accounting/suppliers/" + id, "");
    teller.show(refused.json(), "/errors/0/detail");
  }

  private void task(Api company) {
    teller.step("A caller that doesn't wait gets a task");
    Api.Answer accepted =
        narrator.expect(
            202,
            company,
            "POST",
            "/accounting/customers",
            "{\"contactType\":\"CONTACT_PERSON\",\"companyName\":\"Nils Holgersson\"}",
            "Prefer",
            "respond-async");
    String location = String.valueOf(accepted.headers().get("location"));
    JsonNode task = narrator.finished(company, location);
    teller.show(task, "/status", "/resource", "/operation", "/resourceId");
  }

  private void wrongBody(Api company) {
    teller.step("A wrong body is refused before anything is stored or queued");
    Api.Answer refused =
        narrator.expect(
            400,
            company,
            "POST",
            "/accounting/customers",
            "{\"contactType\":\"COMPANY\",\"companyNam\":\"Typo AB\",\"organisationNumber\":\"556036-0794\",\"currency\":\"SKR\"}");
    refused
        .json()
        .path("errors")
        .forEach(
            error ->
                teller.say(
                    "       "
                        + error.path("pointer").asText()
                        + "  "
                        + error.path("detail").asText()));
  }

  private void job(Api company, String connection) {
    teller.step("Another program of the account puts a write on the jobs queue, with the AWS SDK");
    String message =
        """
        {"connection":"%s","resource":"customers","operation":"CREATE","idempotencyKey":"job-1",
         "body":{"contactType":"COMPANY","companyName":"Köad Kund AB"}}
        """
            .formatted(connection);
    scene
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(scene.jobsQueueUrl())
                    .messageBody(message)
                    .messageGroupId(connection)
                    .messageDeduplicationId("job-1"));
    JsonNode task = narrator.finished(company, "/accounting/asyncTask?idempotencyKey=job-1");
    teller.show(task, "/status", "/resourceId", "/responseData/companyName");
  }

  private void end(Api company) {
    teller.step("The company is disconnected");
    Api.Answer ended = narrator.expect(200, company, "DELETE", "/auth/connection", "");
    teller.show(ended.data(), "/revokedAtFortnox");
    Api.Answer closed = narrator.expect(401, company, "GET", "/accounting/customers", "");
    teller.show(closed.json(), "/errors/0/detail");
  }

  private static String parameter(URI address, String name) {
    for (String pair : address.getRawQuery().split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    throw new IllegalStateException("no " + name + " in " + address.getPath());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
