package io.fortnoxconnector.local.stack.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.system.WebhookReceiver.Message;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What changes at Fortnox comes to the vendor's own address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {

  private static final int COMPANIES = 2;
  private static final int CHANGES = 5000;

  private final List<Company> connected = new ArrayList<>();
  private LocalSystem system;
  private WebhookReceiver receiver;

  /** Each run of the schedule looks at everything. */
  @BeforeAll
  void start() throws IOException {
    system = LocalSystem.start((options, _) -> options.parameter("LookSeconds", "0"));
    receiver = WebhookReceiver.start();
  }

  @AfterAll
  void close() {
    receiver.close();
    system.close();
  }

  /** Or they would be looked at in every other test as well. */
  @AfterEach
  void disconnect() {
    connected.forEach(company -> company.api().delete("/auth/connection"));
    connected.clear();
  }

  /** A round that doesn't get through in its time is gone on with by the next. */
  private void lookUntil(BooleanSupplier done) {
    for (int round = 0; round < 20 && !done.getAsBoolean(); round++) {
      try {
        system.stack().runSchedule("LookEveryMinute");
      } catch (FunctionFailure e) {
        // It was stopped.
      }
    }
  }

  private Vendor vendor(String scopes) {
    Vendor vendor = system.vendor();
    Answer registered =
        vendor
            .api()
            .post(
                "/tenants/register-system",
                """
                {"targetSystem":"fortnox","clientId":"%s","clientSecret":"%s",
                 "customValues":[{"key":"scopes","value":"%s"}]}
                """
                    .formatted(vendor.clientId(), vendor.clientSecret(), scopes));
    assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    return vendor;
  }

  private Company company(Vendor vendor) {
    Company company = vendor.connect(system.newCompany());
    connected.add(company);
    return company;
  }

  private JsonNode webhook(Caller caller, String path, String more) {
    Answer made =
        caller.post("/webhooks", "{\"callbackUrl\":\"" + receiver.url(path) + "\"" + more + "}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.data();
  }

  private static void supplier(Company company, int number) {
    ObjectNode record =
        JsonNodeFactory.instance
            .objectNode()
            .put("SupplierNumber", "" + number)
            .put("Name", "Grossist " + number);
    company.atFortnox().seed("suppliers", record);
  }

  private List<Message> arrived(String path, int count) {
    return Company.eventually(
        Duration.ofMinutes(4), () -> receiver.at(path), messages -> messages.size() >= count);
  }

  private static List<String> signatures(Message message, String... secrets) {
    var signatures = new ArrayList<String>();
    for (String secret : secrets) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = message.id() + "." + message.timestamp() + "." + message.body();
        signatures.add(
            "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
    return signatures;
  }

  @Test
  void aChangeIsSentSignedAndLoggedAndCanBeSentAgain() {
    Vendor vendor = vendor("supplier");
    Company company = company(vendor);
    system.look();
    JsonNode webhook = webhook(vendor.api(), "/signed", ",\"resource\":\"suppliers\"");
    String secret = webhook.path("secret").asText();
    String address = "/webhooks/" + webhook.path("id").asText();
    supplier(company, 1);
    system.look();

    Message message = arrived("/signed", 1).getFirst();
    assertThat(message.gist()).isEqualTo(company.connection() + " supplier.created 1");
    assertThat(message.signature()).isEqualTo(signatures(message, secret).getFirst());

    String next = vendor.api().post(address + "/secret", "").data().path("secret").asText();
    JsonNode tested = vendor.api().post(address + "/test", "").data();
    assertThat(tested.path("outcome").asText()).isEqualTo("DELIVERED");
    assertThat(tested.path("status").asInt()).isEqualTo(204);
    Message test = receiver.at("/signed").getLast();
    assertThat(test.signature()).isEqualTo(String.join(" ", signatures(test, next, secret)));

    Answer log =
        Company.eventually(
            () -> vendor.api().get(address + "/deliveries"), answer -> answer.data().size() == 2);
    JsonNode delivery = log.data().path(1);
    assertThat(delivery.path("eventId").asText()).isEqualTo(message.id());
    assertThat(delivery.path("attempt").asInt()).isEqualTo(1);
    Answer first = vendor.api().get(address + "/deliveries?limit=1");
    assertThat(first.data()).hasSize(1);
    String after = first.json().at("/meta/after").asText();
    assertThat(vendor.api().get(address + "/deliveries?after=" + after).data().path(0))
        .isEqualTo(delivery);

    Answer replayed =
        vendor.api().post(address + "/deliveries/" + delivery.path("id").asText() + "/replay", "");
    assertThat(replayed.status()).as(replayed.text()).isEqualTo(202);
    assertThat(arrived("/signed", 3).getLast().id()).isEqualTo(message.id());
  }

  @Test
  void aWebhookIsListedChangedPausedAndDeleted() {
    Vendor vendor = vendor("supplier");
    JsonNode webhook = webhook(vendor.api(), "/changed", "");
    String address = "/webhooks/" + webhook.path("id").asText();

    JsonNode shown = vendor.api().get(address).data();
    assertThat(shown.path("secret").isNull()).isTrue();
    assertThat(vendor.api().get("/webhooks").data()).containsExactly(shown);

    Answer changed =
        vendor
            .api()
            .patch(
                address, "{\"eventType\":\"DELETED\",\"include\":\"data\",\"status\":\"PAUSED\"}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.data().path("eventType").asText()).isEqualTo("DELETED");
    assertThat(changed.data().path("include").asText()).isEqualTo("data");
    assertThat(changed.data().path("status").asText()).isEqualTo("PAUSED");
    Answer back = vendor.api().patch(address, "{\"eventType\":null,\"status\":\"ACTIVE\"}");
    assertThat(back.data().path("eventType").isNull()).isTrue();
    assertThat(back.data().path("include").asText()).isEqualTo("data");
    assertThat(back.data().path("status").asText()).isEqualTo("ACTIVE");

    assertThat(vendor.api().delete(address).status()).isEqualTo(200);
    assertThat(vendor.api().get(address).status()).isEqualTo(404);
    assertThat(vendor.api().get("/webhooks").data()).isEmpty();
  }

  @Test
  void oneMadeWithAnAccountKeyIsAboutThatConnectionAndMayBringTheEntity() {
    Vendor vendor = vendor("supplier");
    Company company = company(vendor);
    Company other = company(vendor);
    system.look();
    webhook(company.api(), "/own", ",\"include\":\"data\",\"resource\":\"suppliers\"");
    webhook(vendor.api(), "/both", ",\"resource\":\"suppliers\"");
    supplier(other, 1);
    supplier(company, 2);
    system.look();

    Set<String> both = arrived("/both", 2).stream().map(Message::gist).collect(Collectors.toSet());
    assertThat(both)
        .containsExactlyInAnyOrder(
            company.connection() + " supplier.created 2",
            other.connection() + " supplier.created 1");
    Message own = arrived("/own", 1).getFirst();
    assertThat(receiver.at("/own")).hasSize(1);
    assertThat(own.gist()).isEqualTo(company.connection() + " supplier.created 2");
    assertThat(own.body()).contains("\"entity\":{", "\"companyName\":\"Grossist 2\"");
  }

  @Test
  void tenThousandChangesArriveInOrderThoughAnotherVendorsReceiverHangs() {
    Vendor stuck = vendor("supplier");
    for (int i = 0; i < 4; i++) {
      company(stuck);
    }
    Vendor vendor = vendor("supplier");
    var companies = new ArrayList<Company>();
    for (int i = 0; i < COMPANIES; i++) {
      companies.add(company(vendor));
    }
    system.look();
    for (int i = 0; i < 4; i++) {
      webhook(stuck.api(), "/hanging/" + i, "");
    }
    webhook(vendor.api(), "/many", "");
    connected.forEach(company -> supplier(company, 0));
    for (Company company : companies) {
      for (int i = 1; i < CHANGES; i++) {
        supplier(company, i);
      }
    }
    lookUntil(() -> companies.stream().allMatch(company -> told(company).size() == CHANGES));

    List<Message> messages = arrived("/many", COMPANIES * CHANGES);

    assertThat(new HashSet<>(messages.stream().map(Message::id).toList()))
        .hasSize(COMPANIES * CHANGES);
    for (Company company : companies) {
      assertThat(
              messages.stream()
                  .map(Message::gist)
                  .filter(gist -> gist.startsWith(company.connection())))
          .containsExactlyElementsOf(told(company));
    }
  }

  /** What the company's own list of events has, in its order, since the first look. */
  private static List<String> told(Company company) {
    var told = new ArrayList<String>();
    String after = "";
    Answer part;
    do {
      part = company.api().get("/accounting/events?limit=500" + after);
      after = "&after=" + part.json().at("/meta/after").asText();
      for (JsonNode event : part.data()) {
        if (event.path("type").asText().startsWith("supplier.")) {
          told.add(
              company.connection()
                  + " "
                  + event.path("type").asText()
                  + " "
                  + event.at("/data/resourceId").asText());
        }
      }
    } while (!part.header("link").isEmpty());
    return told;
  }
}
