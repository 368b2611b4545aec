package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.twins.Samples.json;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.DELETE;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.POST;
import static io.fortnoxconnector.translation.Files.FILES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Partial;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Uncertain;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FileContent;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files: kept until they're at Fortnox, uploaded once, connected after. */
class UploadTest {

  private static final String INBOX = "/3/inbox";
  private static final String FOLDER = "/3/inbox/inbox_v";
  private static final String CONNECTIONS = "/3/voucherfileconnections";
  private static final String UPLOADED =
      "{'File':{'Id':'i-1','Name':'a.txt','Size':3,'ArchiveFileId':'a-1'}}";
  private static final String ATTACHED = ",'attachedTo':{'resource':'journalEntries','id':'A-1-2'}";

  private final World world = new World();

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  @Test
  void aFileIsKeptUntilItIsUploadedAndNoLonger() {
    world.fortnox.on(POST, INBOX, answer(UPLOADED));
    Task task = accept("Hej", "");
    assertThat(world.contents.keys()).hasSize(1);
    assertThat(task.entity().toString()).doesNotContain("SGVq");

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(
            Done.class, done -> assertThat(done.entityId()).isEqualTo("inbox-i-1"));
    assertThat(world.contents.keys()).isEmpty();
    var sent = world.fortnox.sent().getLast().call();
    assertThat(sent.query()).containsEntry("folderId", "inbox_v");
    assertThat(sent.file()).isEqualTo(new FileContent("a.txt", "text/plain", bytes("Hej")));
  }

  @Test
  void aFileWhoseAnswerWasLostIsFoundByItsNameAndBytesAndNotUploadedAgain() {
    world.fortnox.on(POST, INBOX, FakeFortnox.silence());
    world.fortnox.on(
        GET,
        FOLDER,
        answer(
            "{'Folder':{'Files':[{'Id':'i-0','Name':'a.txt','Size':3,'ArchiveFileId':'a-0'},"
                + "{'Id':'i-1','Name':'a.txt','Size':3,'ArchiveFileId':'a-1'},"
                + "{'Id':'i-2','Name':'b.txt','Size':3,'ArchiveFileId':'a-2'}]}}"));
    world.fortnox.on(GET, FOLDER.replace("inbox_v", "i-0"), file("Ha!"));
    world.fortnox.on(GET, FOLDER.replace("inbox_v", "i-1"), file("Hej"));
    Task task = accept("Hej", "");

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(
            Done.class, done -> assertThat(done.entityId()).isEqualTo("inbox-i-1"));
    assertThat(world.fortnox.count(POST, INBOX)).isEqualTo(1);
  }

  @Test
  void aFileThatIsNotThereIsUploadedOnceMore() {
    world.fortnox.on(POST, INBOX, FakeFortnox.trouble()).on(POST, INBOX, answer(UPLOADED));
    world.fortnox.on(GET, FOLDER, answer("{'Folder':{'Files':[]}}"));
    Task task = accept("Hej", "");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(POST, INBOX)).isEqualTo(2);
  }

  @Test
  void aFileThatAnotherTaskMadeIsNotTakenForTheLostOne() {
    world.fortnox.on(POST, INBOX, answer(UPLOADED)).on(POST, INBOX, FakeFortnox.trouble());
    world.fortnox.on(POST, INBOX, answer(UPLOADED.replace("-1", "-2")));
    world.fortnox.on(
        GET,
        FOLDER,
        answer(
            UPLOADED
                .replace("File'", "Folder'")
                .replace("{'Id'", "{'Files':[{'Id'")
                .replace("}}", "}]}}")));
    world.runToTheEnd(accept("Hej", ""));
    Task second = accept("Hej", "");

    world.runToTheEnd(second);

    assertThat(world.outcome(second))
        .isInstanceOfSatisfying(
            Done.class, done -> assertThat(done.entityId()).isEqualTo("inbox-i-2"));
  }

  @Test
  void twoFilesThatBothMayBeItLeaveItUncertain() {
    world.fortnox.on(POST, INBOX, FakeFortnox.silence());
    world.fortnox.on(
        GET,
        FOLDER,
        answer(
            "{'Folder':{'Files':[{'Id':'i-1','Name':'a.txt','ArchiveFileId':'a-1'},"
                + "{'Id':'i-2','Name':'a.txt','ArchiveFileId':'a-2'}]}}"));
    world.fortnox.on(GET, "/3/inbox/i-1", file("Hej")).on(GET, "/3/inbox/i-2", file("Hej"));
    Task task = accept("Hej", "");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.contents.keys()).isEmpty();
  }

  @Test
  void aFileIsConnectedByItsArchiveIdOnceItIsUploaded() {
    world.fortnox.on(POST, INBOX, answer(UPLOADED));
    world.fortnox.on(GET, CONNECTIONS, answer("{'VoucherFileConnections':[]}"));
    world.fortnox.on(POST, CONNECTIONS, answer("{}"));
    Task task = accept("Hej", ATTACHED);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    var connected = world.fortnox.sent().getLast().call();
    assertThat(connected.query()).containsEntry("financialyear", "2");
    assertThat(Objects.requireNonNull(connected.body()).toString())
        .isEqualTo(
            json("{'VoucherFileConnection':{'FileId':'a-1','VoucherSeries':'A','VoucherNumber':'1'}}")
                .toString());
  }

  @Test
  void aProcessThatDiedBetweenTheTwoGoesOnWithTheConnectionAlone() {
    world.fortnox.on(POST, INBOX, answer(UPLOADED));
    world.fortnox.on(
        GET,
        CONNECTIONS,
        _ -> {
          throw new Killed();
        });
    world.fortnox.on(
        GET,
        CONNECTIONS,
        answer(
            "{'VoucherFileConnections':[{'FileId':'a-1','VoucherSeries':'A','VoucherNumber':'1','VoucherYear':2}]}"));
    Task task = accept("Hej", ATTACHED);
    assertThatThrownBy(() -> world.run(task)).isInstanceOf(Killed.class);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(POST, INBOX)).isEqualTo(1);
    assertThat(world.fortnox.count(POST, CONNECTIONS)).isZero();
  }

  @Test
  void aFileThatFortnoxWillNotConnectIsThereAndTheTaskSaysSo() {
    world.fortnox.on(POST, INBOX, answer(UPLOADED));
    world.fortnox.on(GET, CONNECTIONS, answer("{'VoucherFileConnections':[]}"));
    world.fortnox.on(POST, CONNECTIONS, FakeFortnox.refused(Kind.INVALID, "Nej."));
    Task task = accept("Hej", ATTACHED);

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(
            Partial.class, partial -> assertThat(partial.entityId()).isEqualTo("inbox-i-1"));
  }

  @Test
  void bytesThatAreGoneEndTheTaskWithAWord() {
    Task task = accept("Hej", "");
    world.contents.keys().forEach(world.contents::remove);

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.problems().getFirst().type())
                    .isEqualTo(ProblemType.CONTENT_LOST));
  }

  @Test
  void otherBytesUnderTheSameKeyAreAnotherRequest() {
    accept("Hej", "", "key");

    assertThat(world.desk().accept(request("Hallå", "", "key")))
        .isInstanceOfSatisfying(
            Acceptance.Rejected.class,
            rejected ->
                assertThat(rejected.problems().getFirst().type())
                    .isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
    assertThat(world.desk().accept(request("Hej", "", "key")))
        .isInstanceOfSatisfying(Accepted.class, again -> assertThat(again.replayed()).isTrue());
    assertThat(world.contents.keys()).hasSize(1);
  }

  @Test
  void aDeletionWhoseAnswerWasLostIsLookedUp() {
    world.fortnox.on(DELETE, "/3/inbox/i-1", FakeFortnox.silence());
    world.fortnox.on(GET, "/3/inbox/i-1", FakeFortnox.notFound());
    Task task =
        ((Accepted)
                world
                    .desk()
                    .accept(
                        new WriteRequest(
                            world.connection(),
                            FILES,
                            Operation.DELETE,
                            "inbox-i-1",
                            json("{}"),
                            null)))
            .task();

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(DELETE, "/3/inbox/i-1")).isEqualTo(1);
  }

  private Task accept(String text, String more) {
    return accept(text, more, null);
  }

  private Task accept(String text, String more, @Nullable String key) {
    return ((Accepted) world.desk().accept(request(text, more, key))).task();
  }

  private WriteRequest request(String text, String more, @Nullable String key) {
    ObjectNode body = json("{'fileName':'a.txt','documentType':'VOUCHER'" + more + "}");
    body.set("content", bytes(text));
    return new WriteRequest(world.connection(), FILES, Operation.CREATE, null, body, key);
  }

  private static BinaryNode bytes(String text) {
    return BinaryNode.valueOf(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FortnoxReply answer(String document) {
    return FakeFortnox.answered(json(document));
  }

  private static FortnoxReply file(String text) {
    return FakeFortnox.answered(new FileContent("a.txt", "text/plain", bytes(text)).answer());
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
