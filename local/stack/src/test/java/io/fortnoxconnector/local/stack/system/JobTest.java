package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** The second door for writes: a message on the jobs queue is taken exactly as a request is. */
@OverBackends
@ExtendWith(SystemExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobTest {

  private final LocalSystem system;

  /** Nothing is ever written to it. */
  private Company untouched;

  JobTest(LocalSystem system) {
    this.system = system;
  }

  @BeforeAll
  void connect() {
    untouched = system.company();
  }

  @Test
  void aJobIsCarriedOutAndFoundAgainByItsKey() {
    Company company = system.company();

    put(
        company,
        """
        {"connection":"%s","resource":"customers","operation":"CREATE","idempotencyKey":"job-1",
         "body":{"companyName":"Köad Kund AB"}}
        """);

    JsonNode task = company.finished("/accounting/asyncTask?idempotencyKey=job-1");
    assertThat(task.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(task.path("responseData").path("companyName").asText()).isEqualTo("Köad Kund AB");

    put(
        company,
        """
        {"connection":"%s","resource":"customers","operation":"PATCH","idempotencyKey":"job-2",
         "id":"ID","body":{"comments":"Ändrad"}}
        """
            .replace("ID", task.path("resourceId").asText()));

    assertThat(
            company
                .finished("/accounting/asyncTask?idempotencyKey=job-2")
                .path("responseData")
                .path("comments")
                .asText())
        .isEqualTo("Ändrad");
  }

  @Test
  void theSameJobTwiceIsOneWriteWhicheverDoorItComesBy() {
    Company company = system.company();
    String job =
        """
        {"connection":"%s","resource":"customers","operation":"CREATE","idempotencyKey":"job-1",
         "body":{"companyName":"Bo Ek"}}
        """;
    put(company, job);
    put(company, job + " ");
    company.finished("/accounting/asyncTask?idempotencyKey=job-1");

    Answer request =
        company
            .api()
            .post(
                "/accounting/customers", "{\"companyName\":\"Bo Ek\"}", "Idempotency-Key", "job-1");

    assertThat(request.status()).isEqualTo(201);
    assertThat(request.header("idempotency-replayed")).isEqualTo("true");
    assertThat(company.received("POST", "/3/customers")).hasSize(1);
  }

  @Test
  void aWrongBodyFailsWithTheProblemsThatARequestWouldGet() {
    Company company = system.company();
    String body = "{\"companyNam\":\"Typo\",\"currency\":\"SKR\",\"addresses\":[{}]}";
    Answer request = company.api().post("/accounting/customers", body);

    put(
        company,
        "{\"connection\":\"%s\",\"resource\":\"customers\",\"operation\":\"CREATE\","
            + "\"idempotencyKey\":\"job-1\",\"body\":"
            + body
            + "}");

    JsonNode task = company.finished("/accounting/asyncTask?idempotencyKey=job-1");
    assertThat(task.path("status").asText()).isEqualTo("FAILED");
    assertThat(task.path("problems")).isEqualTo(request.json().path("errors"));
    assertThat(company.received("POST", "/3/customers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'resource':'salaries','operation':'CREATE','body':{}} | field-invalid | /resource",
        "{'operation':'CREATE','body':{'companyName':'Bo'}} | field-invalid | /resource",
        "{'resource':'customers','operation':'READ','id':'1'} | field-invalid | /operation",
        "{'resource':'customers','operation':1,'id':'1'} | field-invalid | /operation",
        "{'resource':'customers','operation':'CREATE','id':'1','body':{}} | field-invalid | /id",
        "{'resource':'customers','operation':'PATCH','body':{}} | field-invalid | /id",
        "{'resource':'customers','operation':'PATCH','id':1,'body':{}} | field-invalid | /id",
        "{'resource':'customers','operation':'PATCH','id':'1'} | field-invalid | /body",
        "{'resource':'customers','operation':'PATCH','id':'1','body':[]} | field-invalid | /body",
        "{'resource':'customers','operation':'CREATE','body':{},'x':1} | field-unknown | /x",
        "{'resource':'customers','operation':'PATCH','id':'..','body':{}} | not-found |",
        "{'resource':'customers','operation':'DELETE','id':'.'} | not-found |",
        "{'resource':'customers','operation':'DELETE','id':''} | not-found |",
        "{'resource':'customers','operation':'DELETE','id':'1?x=y'} | not-found |",
        "{'resource':'suppliers','operation':'DELETE','id':'1'} | operation-not-possible |"
      })
  void aJobThatCannotBeAcceptedBecomesATaskThatFailed(String job, String code, String pointer) {
    String key = UUID.randomUUID().toString();
    put(
        untouched,
        job.replace('\'', '"')
            .replaceFirst("\\{", "{\"connection\":\"%s\",\"idempotencyKey\":\"" + key + "\","));

    JsonNode task = untouched.finished("/accounting/asyncTask?idempotencyKey=" + key);
    assertThat(task.path("status").asText()).isEqualTo("FAILED");
    assertThat(
            StreamSupport.stream(task.path("problems").spliterator(), false)
                .map(
                    problem ->
                        problem.path("code").asText() + " " + problem.path("pointer").asText("")))
        .contains(code + " " + (pointer == null ? "" : pointer));
    assertThat(untouched.received("POST", "/3/")).isEmpty();
    assertThat(untouched.received("PUT", "/3/")).isEmpty();
    assertThat(untouched.received("DELETE", "/3/")).isEmpty();
  }

  @Test
  void aJobThatFortnoxRefusesDoesNotHoldUpTheNext() {
    Company company = system.company();
    put(
        company,
        """
        {"connection":"%s","resource":"customers","operation":"DELETE","idempotencyKey":"first",
         "id":"404"}
        """);
    put(
        company,
        """
        {"connection":"%s","resource":"customers","operation":"CREATE","idempotencyKey":"second",
         "body":{"companyName":"Bo Ek"}}
        """);

    assertThat(
            company.finished("/accounting/asyncTask?idempotencyKey=second").path("status").asText())
        .isEqualTo("SUCCESS");
    assertThat(
            company
                .finished("/accounting/asyncTask?idempotencyKey=first")
                .path("problems")
                .path(0)
                .path("fortnox")
                .path("message")
                .asText())
        .isEqualTo("Kan inte hitta kunden.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not JSON",
        "[]",
        "{}",
        "{\"connection\":1}",
        "{\"connection\":\"unknown\",\"resource\":\"customers\"}"
      })
  void whatNobodyCouldFindAgainIsKeptAside(String message) {
    send(message, "anybody");

    List<Message> kept =
        Company.eventually(
            () ->
                system
                    .inside()
                    .sqs()
                    .receiveMessage(
                        request -> request.queueUrl(system.stack().queueUrl("JobsDeadLetters")))
                    .messages(),
            messages -> !messages.isEmpty());

    assertThat(kept).extracting(Message::body).containsExactly(message);
    system
        .inside()
        .sqs()
        .deleteMessage(
            request ->
                request
                    .queueUrl(system.stack().queueUrl("JobsDeadLetters"))
                    .receiptHandle(kept.getFirst().receiptHandle()));
  }

  private void put(Company company, String job) {
    send(job.replace("%s", company.connection()), company.connection());
  }

  private void send(String message, String group) {
    system
        .inside()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(system.stack().queueUrl("JobsQueue"))
                    .messageBody(message)
                    .messageGroupId(group)
                    .messageDeduplicationId(UUID.randomUUID().toString()));
  }
}
