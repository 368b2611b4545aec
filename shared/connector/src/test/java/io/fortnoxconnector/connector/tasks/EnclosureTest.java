package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.twins.Samples.json;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.POST;
import static io.fortnoxconnector.translation.JournalEntries.JOURNAL_ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Partial;
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

/** Files that come with a journal entry: one request, one entry, and each file once. */
class EnclosureTest {

  private static final String VOUCHERS = "/3/vouchers";
  private static final String INBOX = "/3/inbox";
  private static final String CONNECTIONS = "/3/voucherfileconnections";
  private static final String MADE =
      "{'Voucher':{'VoucherSeries':'A','VoucherNumber':7,'Year':2,'Description':'Hyra'}}";

  private final World world = new World();

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
    world.fortnox.on(GET, CONNECTIONS, answer("{'VoucherFileConnections':[]}"));
  }

  @Test
  void anEntrysFilesAreUploadedAndConnectedOnceItIsThere() {
    world.fortnox.on(POST, VOUCHERS, answer(MADE));
    world.fortnox.on(POST, INBOX, uploaded("1")).on(POST, INBOX, uploaded("2"));
    world.fortnox.on(POST, CONNECTIONS, answer("{}"));
    Task task = accept("a.txt", "b.txt");
    assertThat(world.contents.keys()).hasSize(2);
    assertThat(world.queue.messages()).hasSize(1);

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(Done.class, done -> assertThat(done.entityId()).isEqualTo("A-7-2"));
    assertThat(world.fortnox.log())
        .containsExactly(
            "POST " + VOUCHERS,
            "POST " + INBOX,
            "GET " + CONNECTIONS,
            "POST " + CONNECTIONS,
            "POST " + INBOX,
            "GET " + CONNECTIONS,
            "POST " + CONNECTIONS);
    var sent = world.fortnox.sent().get(1).call();
    assertThat(sent.query()).containsEntry("folderId", "inbox_v");
    assertThat(sent.file()).isEqualTo(new FileContent("a.txt", "text/plain", bytes("in a.txt")));
    assertThat(String.valueOf(world.fortnox.sent().getLast().call().body()))
        .isEqualTo(
            json("{'VoucherFileConnection':{'FileId':'a-2','VoucherSeries':'A','VoucherNumber':'7'}}")
                .toString());
    assertThat(world.contents.keys()).isEmpty();
    assertThat(world.tasks.all()).allMatch(Task::isFinished).hasSize(3);
  }

  @Test
  void aFileThatCannotBeConnectedLeavesTheEntryAndTheOthersAndTheTaskSaysWhichItIs() {
    world.fortnox.on(POST, VOUCHERS, answer(MADE));
    world.fortnox.on(POST, INBOX, uploaded("1")).on(POST, INBOX, uploaded("2"));
    world.fortnox.on(POST, CONNECTIONS, FakeFortnox.refused(Kind.INVALID, "Nej."));
    world.fortnox.on(POST, CONNECTIONS, answer("{}"));
    Task task = accept("a.txt", "b.txt");

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(
            Partial.class,
            partial -> {
              assertThat(partial.entityId()).isEqualTo("A-7-2");
              assertThat(partial.problem().type()).isEqualTo(ProblemType.FORTNOX_REFUSED);
              assertThat(partial.problem().detail()).contains("a.txt").doesNotContain("b.txt");
            });
    assertThat(world.fortnox.count(POST, VOUCHERS)).isEqualTo(1);
    assertThat(world.fortnox.count(POST, CONNECTIONS)).isEqualTo(2);
  }

  @Test
  void anUploadThatIsRefusedLeavesTheEntry() {
    world.fortnox.on(POST, VOUCHERS, answer(MADE));
    world.fortnox.on(POST, INBOX, FakeFortnox.refused(Kind.INVALID, "Filtypen stöds inte."));
    Task task = accept("a.exe");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Partial.class);
    assertThat(world.contents.keys()).isEmpty();
    assertThat(world.fortnox.count(POST, CONNECTIONS)).isZero();
  }

  @Test
  void anEntryThatIsRefusedHasNoFilesAndNothingIsKeptOfThem() {
    world.fortnox.on(POST, VOUCHERS, FakeFortnox.refused(Kind.INVALID, "Nej."));
    Task task = accept("a.txt");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Failed.class);
    assertThat(world.contents.keys()).isEmpty();
    assertThat(world.tasks.all()).hasSize(1);
    assertThat(world.fortnox.count(POST, INBOX)).isZero();
  }

  @Test
  void anUploadWhoseAnswerWasLostIsLookedForAndTheEntryIsNotMadeAgain() {
    world.fortnox.on(POST, VOUCHERS, answer(MADE));
    world.fortnox.on(POST, INBOX, FakeFortnox.silence());
    world.fortnox.on(
        GET,
        "/3/inbox/inbox_v",
        answer(
            "{'Folder':{'Files':[{'Id':'i-1','Name':'a.txt','Size':8,'ArchiveFileId':'a-1'}]}}"));
    world.fortnox.on(GET, "/3/inbox/i-1", file("a.txt"));
    world.fortnox.on(POST, CONNECTIONS, answer("{}"));
    Task task = accept("a.txt");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(POST, VOUCHERS)).isEqualTo(1);
    assertThat(world.fortnox.count(POST, INBOX)).isEqualTo(1);
    assertThat(world.fortnox.count(POST, CONNECTIONS)).isEqualTo(1);
  }

  @Test
  void aProcessThatDiedBetweenTwoFilesGoesOnWithTheSecond() {
    world.fortnox.on(POST, VOUCHERS, answer(MADE));
    world.fortnox.on(POST, INBOX, uploaded("1"));
    world.fortnox.on(
        POST,
        INBOX,
        _ -> {
          throw new Killed();
        });
    world.fortnox.on(POST, INBOX, uploaded("2"));
    world.fortnox.on(GET, "/3/inbox/inbox_v", answer("{'Folder':{'Files':[]}}"));
    world.fortnox.on(POST, CONNECTIONS, answer("{}"));
    Task task = accept("a.txt", "b.txt");
    assertThatThrownBy(() -> world.run(task)).isInstanceOf(Killed.class);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(POST, VOUCHERS)).isEqualTo(1);
    assertThat(world.fortnox.count(POST, INBOX)).isEqualTo(3);
    assertThat(world.fortnox.count(POST, CONNECTIONS)).isEqualTo(2);
    assertThat(world.contents.keys()).isEmpty();
  }

  @Test
  void filesOfACompanyWhoseQueueIsFullAreStillCarriedOut() {
    world.mostOpen = 1;
    world.fortnox.on(POST, VOUCHERS, answer(MADE)).on(POST, INBOX, uploaded("1"));
    world.fortnox.on(POST, CONNECTIONS, answer("{}"));
    Task task = accept("a.txt");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
  }

  @Test
  void otherBytesUnderTheSameKeyAreAnotherRequest() {
    accept(request("key", "a.txt"));

    assertThat(world.desk().accept(request("key", "b.txt")))
        .isInstanceOfSatisfying(
            Acceptance.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .extracting(Problem::type)
                    .containsExactly(ProblemType.IDEMPOTENCY_KEY_REUSED));
    assertThat(world.desk().accept(request("key", "a.txt")))
        .isInstanceOfSatisfying(Accepted.class, again -> assertThat(again.replayed()).isTrue());
    assertThat(world.contents.keys()).hasSize(1);
  }

  private Task accept(String... names) {
    return accept(request(null, names));
  }

  private Task accept(WriteRequest request) {
    return ((Accepted) world.desk().accept(request)).task();
  }

  private WriteRequest request(@Nullable String key, String... names) {
    ObjectNode body =
        json(
            "{'journalCode':'A','description':'Hyra','transactionDate':'2026-05-01',"
                + "'fiscalYear':'2','journalLineItems':[{'accountId':'5010','debit':1},"
                + "{'accountId':'1930','credit':1}]}");
    var files = body.putArray("files");
    for (String name : names) {
      files.addObject().put("fileName", name).set("content", bytes("in " + name));
    }
    return new WriteRequest(world.connection(), JOURNAL_ENTRIES, Operation.CREATE, null, body, key);
  }

  private static BinaryNode bytes(String text) {
    return BinaryNode.valueOf(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FortnoxReply answer(String document) {
    return FakeFortnox.answered(json(document));
  }

  private static FortnoxReply uploaded(String id) {
    return answer(
        "{'File':{'Id':'i-%s','Name':'x','Size':8,'ArchiveFileId':'a-%s'}}".formatted(id, id));
  }

  private static FortnoxReply file(String name) {
    return FakeFortnox.answered(
        new FileContent(name, "text/plain", Objects.requireNonNull(bytes("in " + name))).answer());
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
