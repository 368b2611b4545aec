package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the template's parameters promise, with values so small that a test can wait for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorSettingsTest {

  private static final String CUSTOMERS = "/accounting/customers";
  private static final String AKERI = "{\"companyName\":\"Åkeri Öst AB\"}";

  private LocalSystem system;

  @BeforeAll
  void start() {
    system =
        LocalSystem.start(
            (options, _) ->
                options.parameter("MostOpenWrites", "3").parameter("SettlingSeconds", "1"));
  }

  @AfterAll
  void close() {
    system.close();
  }

  /** A company whose first write takes three seconds. */
  private Company busy(String number) {
    Company company = system.company();
    company
        .atFortnox()
        .seed(
            "customers",
            JsonNodeFactory.instance.objectNode().put("CustomerNumber", number).put("Name", "Bo"));
    system
        .fortnox()
        .faults()
        .on("PUT", "/3/customers/" + number)
        .once()
        .delays(Duration.ofSeconds(3));
    company.later("PATCH", CUSTOMERS + "/" + number, AKERI);
    return company;
  }

  @Test
  void aCompanyWithTooManyUnfinishedWritesIsToldWhenToComeBackAndNothingIsStored() {
    Company company = busy("FULL");
    company.later("POST", CUSTOMERS, AKERI);
    Answer third = accept(company, "third");
    assertThat(third.status()).as(third.text()).isEqualTo(202);

    Answer refused = accept(company, "fourth");

    assertThat(refused.status()).as(refused.text()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too-many-open-writes");
    assertThat(refused.problem().path("retriable").asBoolean()).isTrue();
    assertThat(Integer.parseInt(refused.header("retry-after"))).isPositive();
    assertThat(company.api().get("/accounting/asyncTask?idempotencyKey=fourth").data()).isEmpty();
    Answer repeated = accept(company, "third");
    assertThat(repeated.status()).isEqualTo(202);
    assertThat(repeated.header("idempotency-replayed")).isEqualTo("true");
    assertThat(system.company().create(AKERI)).isNotEmpty();

    Company.eventually(() -> accept(company, "fourth").status(), status -> status != 429);
    JsonNode task = company.finished("/accounting/asyncTask?idempotencyKey=fourth");
    assertThat(task.path("status").asText()).isEqualTo("SUCCESS");
  }

  private static Answer accept(Company company, String key) {
    return company.api().post(CUSTOMERS, AKERI, "Idempotency-Key", key, "Prefer", "respond-async");
  }

  @Test
  void jobsForAFullCompanyWaitOnTheirQueueAndComeInOrder() {
    Company company = busy("QUEUED");
    for (int i = 1; i <= 6; i++) {
      put(company, "job-" + i, "{\"companyName\":\"Kund " + i + "\"}");
    }

    for (int i = 1; i <= 6; i++) {
      JsonNode task = company.finished("/accounting/asyncTask?idempotencyKey=job-" + i);
      assertThat(task.path("status").asText()).isEqualTo("SUCCESS");
    }
    assertThat(company.received("POST", "/3/customers").stream().map(Entry::body))
        .hasSize(6)
        .isSorted();
  }

  private void put(Company company, String key, String body) {
    system
        .inside()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(system.stack().queueUrl("JobsQueue"))
                    .messageBody(
                        """
                        {"connection":"%s","resource":"customers","operation":"CREATE",
                         "idempotencyKey":"%s","body":%s}
                        """
                            .formatted(company.connection(), key, body))
                    .messageGroupId(company.connection())
                    .messageDeduplicationId(UUID.randomUUID().toString()));
  }

  @Test
  void aWriteWhoseReplyWasLostIsLookedUpOnceItHasSettledAndNotRepeated() {
    Company company = system.company();
    system.fortnox().faults().on("POST", "/3/suppliers").once().losesTheReply();

    JsonNode task = company.finished(company.later("POST", "/accounting/suppliers", AKERI));

    assertThat(company.received("POST", "/3/suppliers")).hasSize(1);
    // Fortnox doesn't tell since when it has a supplier: a mere name is no proof.
    assertThat(task.path("state").asText()).isEqualTo("UNCERTAIN");
  }
}
