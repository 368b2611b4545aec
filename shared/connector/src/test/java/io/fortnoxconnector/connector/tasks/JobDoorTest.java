package io.fortnoxconnector.connector.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.JobDoor.Entered;
import io.fortnoxconnector.connector.tasks.JobDoor.Entry;
import io.fortnoxconnector.connector.tasks.JobDoor.Unreadable;
import io.fortnoxconnector.connector.tasks.JobDoor.Waiting;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.translation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobDoorTest {

  private final World world = new World();
  private int messages;

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  private static ObjectNode job() {
    return Samples.json(
        """
        {'connection':'connectionone','resource':'customers','operation':'CREATE',
         'body':{'companyName':'Åkeri Öst AB'},'idempotencyKey':'key'}
        """);
  }

  private static ObjectNode job(String member, @Nullable JsonNode value) {
    ObjectNode job = job();
    job.set(member, value);
    return job;
  }

  private Entry accept(@Nullable JsonNode message, String messageId) {
    return world.jobDoor().accept(message, messageId);
  }

  private Task entered(JsonNode message) {
    String id = ((Entered) accept(message, "message-" + ++messages)).taskId();
    return world.tasks.find(id).orElseThrow();
  }

  private List<Problem> problems(Task task) {
    return ((Failed) Objects.requireNonNull(task.progress().outcome())).problems();
  }

  private void assertRefused(JsonNode message, String pointer) {
    Task task = entered(message);
    assertThat(problems(task)).extracting(Problem::pointer).contains(pointer);
    assertThat(world.queue.messages()).isEmpty();
  }

  @Test
  void aJobIsAcceptedAsARequestIs() {
    Task task = entered(job());

    assertThat(task.isFinished()).isFalse();
    assertThat(task.id()).isEqualTo(WriteDesk.taskId("connectionone", "key"));
    assertThat(task.entity()).isEqualTo(Samples.json("{'Name':'Åkeri Öst AB'}"));
    assertThat(world.queue.messages()).containsExactly(task.id());
  }

  @Test
  void aRedeliveredMessageGivesTheSameTask() {
    ObjectNode withoutKey = job();
    withoutKey.remove("idempotencyKey");

    assertThat(accept(withoutKey, "message")).isEqualTo(accept(withoutKey, "message"));
    assertThat(accept(job(), "one")).isEqualTo(accept(job(), "two"));
    assertThat(world.queue.messages()).hasSize(2);
  }

  @Test
  void changesAndDeletionsNameWhatTheyAreAbout() {
    ObjectNode deletion = job("operation", JsonNodeFactory.instance.textNode("delete"));
    deletion.put("id", "17").remove("body");

    Task task = entered(deletion);

    assertThat(task.operation()).isEqualTo(Operation.DELETE);
    assertThat(task.entityId()).isEqualTo("17");
  }

  @Test
  void whatNamesNoConnectionIsUnreadable() {
    assertThat(accept(null, "m")).isInstanceOf(Unreadable.class);
    assertThat(accept(JsonNodeFactory.instance.arrayNode(), "m")).isInstanceOf(Unreadable.class);
    assertThat(accept(JsonNodeFactory.instance.textNode("x"), "m")).isInstanceOf(Unreadable.class);
    assertThat(accept(Samples.json("{}"), "m")).isInstanceOf(Unreadable.class);
    assertThat(accept(job("connection", null), "m")).isInstanceOf(Unreadable.class);
    assertThat(accept(job("connection", Samples.json("{}")), "m")).isInstanceOf(Unreadable.class);
    assertThat(accept(job("connection", JsonNodeFactory.instance.textNode("unknown")), "m"))
        .isInstanceOf(Unreadable.class);
    assertThat(world.tasks.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "extra | 1 | /extra",
        "resource | null | /resource",
        "resource | 'planets' | /resource",
        "resource | {} | /resource",
        "operation | null | /operation",
        "operation | 'READ' | /operation",
        "operation | 'UPSERT' | /operation",
        "operation | 'PATCH' | /id",
        "id | '17' | /id",
        "id | 17 | /id",
        "body | null | /body",
        "body | 'text' | /body",
        "body | [] | /body",
        "body | {} | /companyName",
        "body | {'companyName':'A','nonsense':1} | /nonsense",
        "idempotencyKey | {} | /idempotencyKey",
        "idempotencyKey | 5 | /idempotencyKey",
        "idempotencyKey | '' | /idempotencyKey",
        "idempotencyKey | 'å' | /idempotencyKey",
      })
  void whatIsWrongWithAJobIsSaidAsHttpWould(String member, String value, String pointer) {
    assertRefused(job(member, Samples.json("{'v':" + value + "}").path("v")), pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "1?x=2", "#", "a\\u0000b"})
  void anIdThatNothingCanHaveIsRefused(String id) {
    ObjectNode patch = job("operation", JsonNodeFactory.instance.textNode("PATCH"));
    patch.set("id", Samples.json("{'v':'" + id + "'}").path("v"));

    assertThat(problems(entered(patch)))
        .extracting(Problem::type)
        .containsExactly(ProblemType.NOT_FOUND);
  }

  @Test
  void aKeyOfMoreThan255CharactersIsRefused() {
    assertRefused(
        job("idempotencyKey", JsonNodeFactory.instance.textNode("k".repeat(256))),
        "/idempotencyKey");
    assertThat(
            entered(job("idempotencyKey", JsonNodeFactory.instance.textNode("k".repeat(255))))
                .isFinished())
        .isFalse();
  }

  @Test
  void aBodyThatNoTaskHasRoomForIsRefusedAndNotStored() {
    ObjectNode body = Samples.json("{}").put("companyName", "å".repeat(200_000));

    Task task = entered(job("body", body));

    assertThat(problems(task)).extracting(Problem::type).contains(ProblemType.BODY_TOO_LARGE);
    assertThat(task.entity()).isEmpty();
  }

  @Test
  void ofVeryManyProblemsTheFirstHundredAreStored() {
    ObjectNode body = Samples.json("{}");
    for (int i = 0; i < 1000; i++) {
      body.put("nonsense" + i, i);
    }

    assertThat(problems(entered(job("body", body)))).hasSize(100);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Task task = entered(Samples.json("{'connection':'connectionone','extra':1}"));

    assertThat(problems(task))
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder("/extra", "/resource", "/operation", "/body");
  }

  @Test
  void aRefusedJobIsFoundByItsKeyAndRedeliveredStaysOneTask() {
    ObjectNode wrong = job("body", Samples.json("{'nonsense':1}"));

    Entry first = accept(wrong, "message");

    assertThat(first).isEqualTo(new Entered(WriteDesk.taskId("connectionone", "key")));
    assertThat(accept(wrong, "message")).isEqualTo(first);
    assertThat(world.tasks.all()).hasSize(1);
  }

  @Test
  void aJobForACompanyWithTooManyUnfinishedWritesWaitsAndIsNoFailedTask() {
    world.mostOpen = 1;
    Task first = entered(job());
    ObjectNode next = job("idempotencyKey", JsonNodeFactory.instance.textNode("next"));

    assertThat(accept(next, "message")).isInstanceOf(Waiting.class);
    assertThat(world.tasks.all()).containsExactly(first);

    Instant now = world.timing.now();
    world.tasks.lease(first.id(), "writer", now, now.plusSeconds(60));
    world.tasks.finish(first, "writer", new Done("17", Samples.json("{}")), now);
    assertThat(accept(next, "message")).isInstanceOf(Entered.class);
  }

  @Test
  void aJobThatIsWrongFailsThoughTheCompanyIsFull() {
    world.mostOpen = 0;

    assertRefused(job("body", Samples.json("{'nonsense':1}")), "/nonsense");
  }

  @Test
  void aReusedKeyIsAFailedTaskOfItsOwn() {
    Task first = entered(job());
    ObjectNode other = job("body", Samples.json("{'companyName':'Annan AB'}"));

    Task second = entered(other);

    assertThat(problems(second))
        .extracting(Problem::type)
        .containsExactly(ProblemType.IDEMPOTENCY_KEY_REUSED);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(entered(other).id()).isEqualTo(second.id());
    assertThat(world.tasks.find(first.id()).orElseThrow().isFinished()).isFalse();
    assertThat(world.queue.messages()).containsExactly(first.id());
  }

  @Test
  void aFileIsTakenOffByQueueToo() {
    ObjectNode job =
        job("operation", JsonNodeFactory.instance.textNode("DETACH"))
            .put("resource", "files")
            .put("id", "f-1");
    assertRefused(job.deepCopy().set("body", Samples.json("{}")), "/attachedTo");
    job.put("idempotencyKey", "another")
        .set("body", Samples.json("{'attachedTo':{'resource':'bills','id':'17'}}"));

    Task task = entered(job);

    assertThat(task.isFinished()).isFalse();
    assertThat(task.operation()).isEqualTo(Operation.DETACH);
    assertThat(task.entity())
        .isEqualTo(Samples.json("{'attachedTo':{'resource':'bills','id':'17'}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "ACT, action, bookkeep",
    "ADD_LINE, body, ''",
    "PATCH_LINE, lineItemId, 2",
    "REPLACE_LINE, lineItemId, 2",
    "REMOVE_LINE, lineItemId, 2"
  })
  void linesAndActionsComeByQueueToo(Operation operation, String member, String value) {
    ObjectNode job =
        job("operation", JsonNodeFactory.instance.textNode(operation.name()))
            .put("resource", "invoices")
            .put("id", "17");
    job.set("body", Samples.json("{'quantity':3}"));
    if (!member.equals("body")) {
      job.put(member, value);
    }

    Task task = entered(job);

    assertThat(task.isFinished()).isFalse();
    assertThat(task.operation()).isEqualTo(operation);
    assertThat(task.entityId()).isEqualTo("17");
  }

  @ParameterizedTest
  @CsvSource({"ACT, /action", "PATCH_LINE, /lineItemId", "REMOVE_LINE, /lineItemId"})
  void aLineOrActionThatCannotBeIsRefused(String operation, String pointer) {
    ObjectNode job =
        job("operation", JsonNodeFactory.instance.textNode(operation))
            .put("resource", "invoices")
            .put("id", "17")
            .put("action", "burn")
            .put("lineItemId", "last");

    assertRefused(job, pointer);
  }
}
