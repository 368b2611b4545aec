package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.twins.Samples.json;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.DELETE;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.translation.Files.FILES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Operation;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are taken off what they were connected with. */
class DetachTest {

  private static final String VOUCHERS = "/3/voucherfileconnections";
  private static final String ATTACHMENTS = "/api/fileattachments/attachments-v1";
  private static final String CONNECTED =
      "{'VoucherFileConnections':[{'FileId':'f-1','VoucherSeries':'A','VoucherNumber':'1',"
          + "'VoucherYear':2}]}";
  private static final String NONE = "{'VoucherFileConnections':[]}";

  private final World world = new World();

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  @Test
  void aFileIsTakenOffItsEntityByItsIdInTheArchive() {
    world.fortnox.on(GET, VOUCHERS, answer(CONNECTED)).on(DELETE, VOUCHERS + "/f-1", answer("{}"));
    Task task = accept("f-1", "journalEntries", "A-1-2");

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(Done.class, done -> assertThat(done.entityId()).isEqualTo("f-1"));
    assertThat(world.fortnox.sent().getFirst().call().query()).containsEntry("voucheryear", "2");
  }

  @Test
  void aDocumentsFileIsTakenOffByTheAttachmentsOwnId() {
    world.fortnox.on(
        GET,
        ATTACHMENTS,
        attachments(
            "[{'id':'x','entityId':1,'entityType':'O','fileId':'f-1'},"
                + "{'id':'y','entityId':1,'entityType':'OF','fileId':'f-1'}]"));
    world.fortnox.on(DELETE, ATTACHMENTS + "/y", answer("{}"));
    Task task = accept("f-1", "offers", "1");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(DELETE, ATTACHMENTS + "/x")).isZero();
  }

  @Test
  void aFileThatWasConnectedTwiceIsOffAltogether() {
    world.fortnox.on(
        GET,
        ATTACHMENTS,
        attachments(
            "[{'id':'x','entityId':1,'entityType':'F','fileId':'f-1'},"
                + "{'id':'y','entityId':1,'entityType':'F','fileId':'f-1'}]"));
    world.fortnox.on(DELETE, ATTACHMENTS + "/x", answer("{}"));
    world.fortnox.on(DELETE, ATTACHMENTS + "/y", answer("{}"));
    Task task = accept("f-1", "invoices", "1");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(DELETE, ATTACHMENTS + "/x")).isEqualTo(1);
    assertThat(world.fortnox.count(DELETE, ATTACHMENTS + "/y")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-2-2", "B-1-2", "A-1-1"})
  void aFileOfAnotherEntityIsNotTakenOffThroughThisOne(String entry) {
    world.fortnox.on(GET, VOUCHERS, answer(CONNECTED));
    Task task = accept("f-1", "journalEntries", entry);

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.problems())
                    .extracting(Problem::type)
                    .containsExactly(ProblemType.NOT_FOUND));
    assertThat(world.fortnox.count(DELETE, VOUCHERS + "/f-1")).isZero();
  }

  @Test
  void aFileThatIsOffAfterTheAnswerWasLostIsNotTakenOffAgain() {
    world.fortnox.on(GET, VOUCHERS, answer(CONNECTED)).on(GET, VOUCHERS, answer(NONE));
    world.fortnox.on(DELETE, VOUCHERS + "/f-1", FakeFortnox.silence());
    Task task = accept("f-1", "journalEntries", "A-1-2");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(DELETE, VOUCHERS + "/f-1")).isEqualTo(1);
  }

  @Test
  void aFileThatIsStillConnectedAfterTheAnswerWasLostIsTakenOffOnceMore() {
    world.fortnox.on(GET, VOUCHERS, answer(CONNECTED));
    world.fortnox.on(DELETE, VOUCHERS + "/f-1", FakeFortnox.trouble());
    world.fortnox.on(DELETE, VOUCHERS + "/f-1", answer("{}"));
    Task task = accept("f-1", "journalEntries", "A-1-2");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(DELETE, VOUCHERS + "/f-1")).isEqualTo(2);
  }

  @Test
  void troubleWithTheRegisterIsNoAnswer() {
    world.fortnox.on(GET, VOUCHERS, FakeFortnox.trouble()).on(GET, VOUCHERS, answer(CONNECTED));
    world.fortnox.on(DELETE, VOUCHERS + "/f-1", answer("{}"));
    Task task = accept("f-1", "journalEntries", "A-1-2");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'attachedTo':null}",
        "{'attachedTo':{'resource':'customers','id':'1'}}",
        "{'attachedTo':{'resource':'journalEntries','id':'nej'}}"
      })
  void whatItIsToBeTakenOffMustBeSaid(String body) {
    assertThat(world.desk().accept(request("f-1", body)))
        .isInstanceOfSatisfying(
            Acceptance.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .allSatisfy(
                        problem -> assertThat(problem.pointer()).startsWith("/attachedTo")));
  }

  private Task accept(String file, String resource, String id) {
    String body = "{'attachedTo':{'resource':'%s','id':'%s'}}".formatted(resource, id);
    return ((Accepted) world.desk().accept(request(file, body))).task();
  }

  private WriteRequest request(String file, String body) {
    return new WriteRequest(world.connection(), FILES, Operation.DETACH, file, json(body), null);
  }

  private static FortnoxReply answer(String document) {
    return FakeFortnox.answered(json(document));
  }

  private static FortnoxReply attachments(String list) {
    JsonNode rows = Objects.requireNonNull(json("{'rows':" + list + "}").get("rows"));
    return FakeFortnox.answered(rows);
  }
}
