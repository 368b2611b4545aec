package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was accepted is carried out once, in order, whatever Fortnox does meanwhile. */
@ExtendWith(SystemExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriteTest {

  private static final String CUSTOMERS = "/accounting/customers";
  private static final String AKERI = "{\"companyName\":\"Åkeri Öst AB\"}";

  private final LocalSystem system;
  private Begun afterAnError;
  private Begun afterAStorm;
  private Begun afterALimit;
  private List<Begun> lastOfMany;

  WriteTest(LocalSystem system) {
    this.system = system;
  }

  /** A write that was accepted, and when. */
  private record Begun(Company company, String task, Instant since) {

    JsonNode finished() {
      return company.finished(task);
    }
  }

  /** What takes seconds to settle begins together, before the tests that it shan't hold up. */
  @BeforeAll
  void begin() {
    system.fortnox().faults().on("POST", "/3/customers").once().failsAfterwardsWith(500);
    afterAnError = begin("POST", CUSTOMERS, "/3/customers");
    system.fortnox().faults().on("POST", "/3/suppliers").times(2).answers(503);
    afterAStorm = begin("POST", "/accounting/suppliers", "/3/suppliers");
    // Without a number of its own the fault would meet other tests' requests.
    system.fortnox().faults().on("PUT", "/3/customers/LIMIT").once().answers(429);
    afterALimit = begin("PATCH", CUSTOMERS + "/LIMIT", "/3/customers/LIMIT");
    lastOfMany = acceptThirtyEach(List.of(system.company(), system.company()));
  }

  /** Returns when Fortnox has got it, and with it the trouble. */
  private Begun begin(String method, String path, String fortnoxPath) {
    Company company = system.company();
    company
        .atFortnox()
        .seed(
            "customers",
            JsonNodeFactory.instance.objectNode().put("CustomerNumber", "LIMIT").put("Name", "Bo"));
    Instant since = Instant.now();
    String task = company.later(method, path, AKERI);
    Company.eventually(
        () -> company.received(method.replace("PATCH", "PUT"), fortnoxPath),
        received -> !received.isEmpty());
    return new Begun(company, task, since);
  }

  /** Writes of these companies in turn; each company's last. */
  private static List<Begun> acceptThirtyEach(List<Company> companies) {
    var tasks = new ArrayList<Begun>();
    for (int i = 1; i <= 30; i++) {
      String body = "{\"companyName\":\"Kund %02d\"}".formatted(i);
      for (Company company : companies) {
        String task = company.later("POST", CUSTOMERS, body);
        tasks.add(new Begun(company, task, Instant.now()));
      }
    }
    return tasks.subList(tasks.size() - companies.size(), tasks.size());
  }

  @Test
  void manyIdenticalRequestsAtOnceCreateOneCustomer() throws Exception {
    Company company = system.company();

    List<Answer> answers =
        atOnce(
            64,
            () ->
                company
                    .api()
                    .post(CUSTOMERS, AKERI, "Idempotency-Key", "order-1", "Prefer", "wait=25"));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(answer -> answer.data().path("id").asText()).distinct())
        .hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.header("idempotency-replayed").isEmpty())
        .hasSize(1);
    assertThat(company.received("POST", "/3/customers")).hasSize(1);
    assertThat(company.atFortnox().customers()).hasSize(1);
  }

  @Test
  void anIdempotencyKeyBelongsToOneRequest() {
    Company company = system.company();
    Answer first = company.api().post(CUSTOMERS, AKERI, "Idempotency-Key", "\"order-1\"");

    Answer reordered =
        company
            .api()
            .post(
                CUSTOMERS,
                " {\n\"companyName\" : \"Åkeri Öst AB\" } ",
                "Idempotency-Key",
                "order-1");
    Answer otherBody =
        company
            .api()
            .post(CUSTOMERS, "{\"companyName\":\"Annan AB\"}", "Idempotency-Key", "order-1");
    Answer otherResource =
        company.api().post("/accounting/suppliers", AKERI, "Idempotency-Key", "order-1");

    assertThat(reordered.text()).isEqualTo(first.text());
    assertThat(reordered.header("idempotency-replayed")).isEqualTo("true");
    for (Answer refused : List.of(otherBody, otherResource)) {
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("idempotency-key-reused");
      assertThat(refused.problem().path("pointer").asText()).isEqualTo("Idempotency-Key");
    }
    assertThat(company.atFortnox().customers()).hasSize(1);
    assertThat(company.atFortnox().suppliers()).isEmpty();
  }

  @Test
  void aRefusalIsReplayedToo() {
    Company company = system.company();
    String unknownTerms = "{\"companyName\":\"Bo\",\"paymentTerms\":\"NIX\"}";

    Answer first = company.api().post(CUSTOMERS, unknownTerms, "Idempotency-Key", "k");
    Answer again = company.api().post(CUSTOMERS, unknownTerms, "Idempotency-Key", "k");

    assertThat(first.status()).isBetween(400, 499);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(company.received("POST", "/3/customers")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"respond-async", "wait=0", "Respond-Async, wait=20"})
  void whoeverDoesNotWaitGetsATask(String preference) {
    Company company = system.company();

    Answer accepted = company.api().post(CUSTOMERS, AKERI, "Prefer", preference);

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    assertThat(accepted.json().path("errors").isNull()).isTrue();
    assertThat(Integer.parseInt(accepted.header("retry-after"))).isPositive();
    String address = accepted.header("location");
    assertThat(address)
        .isEqualTo("/accounting/asyncTask/" + accepted.data().path("taskId").asText());
    JsonNode task = company.finished(address);
    assertThat(task.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(task.path("state").asText()).isEqualTo("DONE");
    assertThat(task.path("operation").asText()).isEqualTo("CREATE");
    assertThat(task.path("responseData").path("companyName").asText()).isEqualTo("Åkeri Öst AB");
    assertThat(task.path("problems")).isEmpty();
    assertThat(company.api().get(CUSTOMERS + "/" + task.path("resourceId").asText()).status())
        .isEqualTo(200);
  }

  @Test
  void aPreferenceThatIsNotUnderstoodIsIgnored() {
    Company company = system.company();

    for (String preference :
        List.of("wait=soon", "wait=-1", "wait", "return=minimal", ";;,,=", "wait=9999999")) {
      assertThat(company.api().post(CUSTOMERS, AKERI, "Prefer", preference).status())
          .as(preference)
          .isEqualTo(201);
    }
  }

  @Test
  void aCompanysWritesArriveInTheOrderInWhichTheyWereAcceptedAndCompaniesDoNotWait() {
    for (Begun last : lastOfMany) {
      assertThat(last.finished().path("status").asText()).isEqualTo("SUCCESS");
      Company company = last.company();
      List<Entry> posts = company.received("POST", "/3/customers");
      assertThat(posts.stream().map(WriteTest::name)).isSorted().hasSize(30);
      assertThat(posts).allMatch(entry -> entry.answered().equals("201"));
      assertThat(system.fortnox().ledger().mostWithin(Duration.ofSeconds(5), company.number()))
          .isLessThanOrEqualTo(25);
    }
    List<Entry> ones = lastOfMany.get(0).company().received("POST", "/3/customers");
    List<Entry> others = lastOfMany.get(1).company().received("POST", "/3/customers");
    assertThat(others.getFirst().at()).isBefore(ones.getLast().at());
    assertThat(ones.getFirst().at()).isBefore(others.getLast().at());
  }

  @Test
  void aChangeThatFortnoxMadeAndAnsweredWithAnErrorIsFoundAndNotRepeated() {
    JsonNode task = afterAnError.finished();

    assertThat(task.path("status").asText()).isEqualTo("SUCCESS");
    Company company = afterAnError.company();
    assertThat(company.received("POST", "/3/customers")).hasSize(1);
    assertThat(company.atFortnox().customers())
        .filteredOn(customer -> customer.path("Name").asText().equals("Åkeri Öst AB"))
        .singleElement()
        .extracting(customer -> customer.path("CustomerNumber").asText())
        .isEqualTo(task.path("resourceId").asText());
  }

  @Test
  void aFewServerErrorsEndWithOneSupplier() {
    assertThat(afterAStorm.finished().path("status").asText()).isEqualTo("SUCCESS");
    assertThat(afterAStorm.company().atFortnox().suppliers()).hasSize(1);
    assertThat(afterAStorm.company().received("POST", "/3/suppliers")).hasSize(3);
  }

  @Test
  void aRateLimitOfFortnoxsIsWaitedFor() {
    JsonNode task = afterALimit.finished();

    assertThat(task.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(afterALimit.company().received("PUT", "/3/customers/LIMIT")).hasSize(2);
    // Without a Retry-After it's one whole window of Fortnox's limit.
    assertThat(Instant.parse(task.path("finishedDate").asText()))
        .isAfter(afterALimit.since().plusSeconds(4));
  }

  @Test
  void whatWasWrittenInPartSaysSo() {
    Company company = system.company();
    system.fortnox().faults().on("POST", "/3/customerreferences").once().answers(400);

    Answer created =
        company
            .api()
            .post(CUSTOMERS, "{\"companyName\":\"Bo\",\"contactPersons\":[{\"lastName\":\"Ek\"}]}");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings().findValuesAsText("code")).containsExactly("partly-stored");
    assertThat(company.atFortnox().customers()).hasSize(1);
  }

  @Test
  void aWriteForAConnectionThatEndedMeanwhileIsNotCarriedOut() {
    Company company = system.company();
    company
        .atFortnox()
        .seed(
            "customers",
            JsonNodeFactory.instance.objectNode().put("CustomerNumber", "BUSY").put("Name", "Bo"));
    // The writer is kept busy with the first, so that the second is still waiting.
    system.fortnox().faults().on("PUT", "/3/customers/BUSY").once().delays(Duration.ofSeconds(1));
    company.later("PATCH", CUSTOMERS + "/BUSY", AKERI);
    company.later("POST", CUSTOMERS, "{\"companyName\":\"För sent AB\"}");
    assertThat(company.api().delete("/auth/connection").status()).isEqualTo(200);

    Company.eventually(() -> system.inside().messages(), messages -> sum(messages.values()) == 0);

    assertThat(company.received("POST", "/3/customers")).isEmpty();
  }

  private static int sum(Iterable<Integer> numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  private static String name(Entry entry) {
    return tree(entry.body()).path("Customer").path("Name").asText();
  }

  private static <T> List<T> atOnce(int count, Callable<T> work)
      throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    var running = new ArrayList<Future<T>>();
    var results = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      start.countDown();
      for (Future<T> one : running) {
        results.add(one.get());
      }
    }
    return results;
  }
}
