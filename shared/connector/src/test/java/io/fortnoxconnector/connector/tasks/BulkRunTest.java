package io.fortnoxconnector.connector.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.BulkRequest.OnError;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Partial;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.Death;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxApi;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows behind one task. */
class BulkRunTest {

  private static final String ALL = "/3/customers";

  private World world = new World();

  @BeforeEach
  void aConnectedCompany() {
    begin();
  }

  private void begin() {
    world = new World();
    world.connect(Grant.REFRESH_TOKEN);
    world.fortnox.on(Method.POST, ALL, call -> made(call.body()));
  }

  /** Its number is its name's. */
  private static FortnoxReply made(@Nullable JsonNode sent) {
    JsonNode body = Objects.requireNonNull(sent).deepCopy();
    ObjectNode customer = (ObjectNode) body.path("Customer");
    if (customer.path("Name").asText().equals("refused")) {
      return FakeFortnox.refused(Kind.INVALID, "Nej.");
    }
    customer.put("CustomerNumber", customer.path("Name").asText().replace("Kund ", ""));
    return FakeFortnox.answered(body);
  }

  private static List<ObjectNode> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> row("Kund " + i)).toList();
  }

  private static ObjectNode row(String name) {
    return Samples.json("{'companyName':'" + name + "'}");
  }

  private Acceptance offer(List<ObjectNode> rows, OnError onError, String key) {
    return world
        .bulkDesk()
        .accept(new BulkRequest(world.connection(), Customers.CUSTOMERS, rows, null, onError, key));
  }

  private Task accept(List<ObjectNode> rows) {
    return ((Accepted) offer(rows, OnError.CONTINUE, "key")).task();
  }

  private Task accept(String name) {
    var request =
        new WriteRequest(
            world.connection(), Customers.CUSTOMERS, Operation.CREATE, null, row(name), null);
    return ((Accepted) world.desk().accept(request)).task();
  }

  private Task now(Task task) {
    return world.tasks.find(task.id()).orElseThrow();
  }

  private BulkProgress progress(Task run) {
    return BulkProgress.of(now(run)).orElseThrow();
  }

  private List<String> sent() {
    return world.fortnox.sent().stream()
        .filter(sent -> sent.call().method() == Method.POST)
        .map(
            sent ->
                String.valueOf(sent.call().body()).replaceAll(".*\"Name\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void itsRowsAreCarriedOutInTheirOrderEachAsATaskOfItsOwn() {
    Task run = accept(rows(3));
    assertThat(now(run).state()).isEqualTo(TaskState.OPEN);

    world.workOff();

    assertThat(sent()).containsExactly("Kund 0", "Kund 1", "Kund 2");
    assertThat(world.outcome(run)).isInstanceOf(Done.class);
    assertThat(now(run).summary().resourceId()).isNull();
    assertThat(progress(run).done()).isEqualTo(3);
    assertThat(progress(run).remaining()).isZero();
    for (int i = 0; i < 3; i++) {
      Task row = world.tasks.find(run.id() + "r" + i).orElseThrow();
      assertThat(row.writtenTo()).contains(Integer.toString(i));
    }
    assertThat(world.contents.keys()).isEmpty();
    assertThat(world.tasks.hasOpen(Samples.COMPANY)).isFalse();
  }

  @Test
  void rowsBeyondTheFirstPartAreReadFromTheNext() {
    Task run = accept(rows(203));

    world.workOff();

    assertThat(sent()).hasSize(203).doesNotHaveDuplicates().endsWith("Kund 202");
    assertThat(progress(run).done()).isEqualTo(203);
  }

  @Test
  void aWrongRowIsToldWithItsPlaceAndNothingIsStored() {
    List<ObjectNode> rows = new ArrayList<>(rows(2));
    rows.add(Samples.json("{'companyNam':'Bo'}"));

    Acceptance acceptance = offer(rows, OnError.REJECT, "key");

    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Acceptance.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .extracting(Problem::pointer)
                    .containsExactly("/2/companyNam", "/2/companyName"));
    assertThat(world.tasks.all()).isEmpty();
    assertThat(world.contents.keys()).isEmpty();
    assertThat(world.queue.messages()).isEmpty();
  }

  @Test
  void ofMoreProblemsThanAnswersHoldTheFirstAreNamedAndTheOthersCounted() {
    List<ObjectNode> rows =
        IntStream.range(0, 150).mapToObj(_ -> Samples.json("{'companyName':1}")).toList();

    assertThat(offer(rows, OnError.REJECT, "key"))
        .isInstanceOfSatisfying(
            Acceptance.Rejected.class,
            rejected -> {
              assertThat(rejected.problems()).hasSize(101);
              assertThat(rejected.problems().getLast().detail()).startsWith("50 more");
            });
  }

  @Test
  void wrongAndRefusedRowsFailByThemselvesWhereTheOthersAreWanted() {
    Task run =
        accept(List.of(row("Kund 0"), row("refused"), Samples.json("{'x':1}"), row("Kund 3")));

    world.workOff();

    assertThat(world.outcome(run))
        .isInstanceOfSatisfying(
            Partial.class,
            partial -> assertThat(partial.problem().type()).isEqualTo(ProblemType.ROWS_NOT_STORED));
    assertThat(progress(run).done()).isEqualTo(2);
    assertThat(progress(run).failed()).isEqualTo(2);
    Task wrong = world.tasks.find(run.id() + "r2").orElseThrow();
    assertThat(wrong.progress().outcome())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.problems().getFirst().pointer()).isEqualTo("/x"));
  }

  @Test
  void aRunOfWhichNothingWasStoredHasFailed() {
    Task run = accept(List.of(row("refused")));

    world.workOff();

    assertThat(world.outcome(run)).isInstanceOf(Failed.class);
  }

  @Test
  void anotherWriteOfTheCompanyOvertakesTheRunAfterOneRow() {
    Task run = accept(rows(5));
    Task other = accept("Sören");

    world.workOff();

    assertThat(sent()).containsExactly("Kund 0", "Sören", "Kund 1", "Kund 2", "Kund 3", "Kund 4");
    assertThat(now(other).isFinished()).isTrue();
    assertThat(world.outcome(run)).isInstanceOf(Done.class);
  }

  @Test
  void aRunMakesARowBetweenTwoWritesThatComeAllTheTime() {
    Task run = accept(rows(3));
    accept("A");
    world.run(run);
    accept("B");
    world.workOff();

    assertThat(sent()).containsExactly("Kund 0", "Kund 1", "A", "Kund 2", "B");
  }

  @Test
  void aTurnEndsAfterAWhileAndSoonerWhereOthersWaitForTheProcess() {
    world.fortnox.on(
        Method.POST,
        ALL,
        call -> {
          world.timing.advance(Duration.ofSeconds(1));
          return made(call.body());
        });
    Task run = accept(rows(60));

    assertThat(world.runner().run(run.id(), world.minute(), false)).isEqualTo(new Run.Continues());
    int shortTurn = progress(run).next();
    assertThat(world.runner().run(run.id(), world.minute(), true)).isEqualTo(new Run.Continues());
    int longTurn = progress(run).next() - shortTurn;

    assertThat(shortTurn).isBetween(2, 4);
    assertThat(longTurn).isBetween(13, 17);
    assertThat(world.queue.messages()).hasSize(3);
    assertThat(progress(run).ratePerMinute().orElseThrow()).isBetween(40.0, 65.0);
    assertThat(progress(run).expectedEnd().orElseThrow()).isAfter(world.timing.now());
  }

  @Test
  void theSameRequestAgainIsTheSameRunAndAnotherOneIsRefused() {
    Task run = accept(rows(2));

    assertThat(offer(rows(2), OnError.CONTINUE, "key"))
        .isInstanceOfSatisfying(
            Accepted.class,
            again -> {
              assertThat(again.replayed()).isTrue();
              assertThat(again.task().id()).isEqualTo(run.id());
            });
    assertThat(offer(rows(3), OnError.CONTINUE, "key"))
        .isInstanceOfSatisfying(
            Acceptance.Rejected.class,
            rejected ->
                assertThat(rejected.problems().getFirst().type())
                    .isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
    world.workOff();
    assertThat(sent()).hasSize(2);
  }

  @Test
  void aCompanyHasAFewRunsAtMostAndTheyTakeNoRoomFromItsWrites() {
    world.mostOpen = 1;
    for (int i = 0; i < BulkDesk.MOST_OPEN; i++) {
      assertThat(offer(rows(1), OnError.REJECT, "key" + i)).isInstanceOf(Accepted.class);
    }

    assertThat(offer(rows(1), OnError.REJECT, "one more")).isInstanceOf(Acceptance.Later.class);
    accept("Sören");

    world.workOff();
    assertThat(sent()).hasSize(BulkDesk.MOST_OPEN + 1);
  }

  @Test
  void aRunThatIsCancelledStopsAtTheRowThatItIsAt() {
    Task run = accept(rows(5));
    world.fortnox.on(
        Method.POST,
        ALL,
        call -> {
          world.ownTasks().cancel(world.connection(), run.id());
          return made(call.body());
        });

    world.workOff();

    assertThat(sent()).containsExactly("Kund 0", "Kund 1");
    assertThat(now(run).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(progress(run).done()).isEqualTo(2);
    assertThat(world.tasks.find(run.id() + "r1").orElseThrow().state()).isEqualTo(TaskState.DONE);
    assertThat(world.contents.keys()).isEmpty();
  }

  @Test
  void aRowWhoseAnswerWasLostIsCountedWhenItIsFoundThoughItsRunIsCancelled() {
    world.fortnox.on(Method.POST, ALL, FakeFortnox.silence());
    world.fortnox.on(
        Method.GET,
        ALL,
        FakeFortnox.answered(
            Samples.json("{'Customers':[{'CustomerNumber':'77','Name':'Kund 1'}]}")));
    world.fortnox.on(
        Method.GET,
        ALL + "/77",
        FakeFortnox.answered(Samples.json("{'Customer':{'CustomerNumber':'77','Name':'Kund 1'}}")));
    Task run = accept(rows(5));
    world.run(run);
    world.ownTasks().cancel(world.connection(), run.id());
    world.workOff();
    assertThat(progress(run).done()).isEqualTo(1);

    Task row = world.tasks.find(run.id() + "r1").orElseThrow();
    world.runToTheEnd(row);

    assertThat(now(row).state()).isEqualTo(TaskState.DONE);
    assertThat(progress(run).done()).isEqualTo(2);
    assertThat(progress(run).remaining()).isEqualTo(3);
    world.run(row);
    world.run(run);
    assertThat(progress(run).done()).isEqualTo(2);
  }

  @Test
  void aRowThatWaitsWhenItsRunIsCancelledIsNotSent() {
    Task run = accept(rows(5));
    world.budget.pushBack(
        world.connection().budgetKey(), Duration.ofMinutes(5), world.timing.now());
    world.run(run);
    Task row = world.tasks.find(run.id() + "r0").orElseThrow();
    assertThat(row.isFinished()).isFalse();

    world.ownTasks().cancel(world.connection(), run.id());
    world.workOff();

    assertThat(now(row).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(sent()).isEmpty();
    assertThat(world.tasks.hasOpen(Samples.COMPANY)).isFalse();
  }

  @Test
  void aRowIsATaskBeforeItsTurnAndOnceCancelledItIsPassedOver() {
    Task run = accept(rows(3));
    OwnTasks own = world.ownTasks();
    Task second = own.find(world.connection(), run.id() + "r1").orElseThrow();
    assertThat(second.state()).isEqualTo(TaskState.OPEN);
    assertThat(own.find(world.connection(), run.id() + "r3")).isEmpty();
    assertThat(own.find(Samples.connection("another", Samples.TENANT), second.id())).isEmpty();

    assertThat(own.cancel(world.connection(), second.id()))
        .containsInstanceOf(TaskStore.Cancellation.Done.class);
    assertThat(own.cancel(world.connection(), second.id()))
        .containsInstanceOf(TaskStore.Cancellation.TooLate.class);
    world.workOff();

    assertThat(sent()).containsExactly("Kund 0", "Kund 2");
    assertThat(progress(run).cancelled()).isEqualTo(1);
    assertThat(world.outcome(run)).isInstanceOf(Done.class);
    assertThat(own.rows(now(run), 1, 10))
        .extracting(Task::state)
        .containsExactly(TaskState.CANCELLED, TaskState.DONE);
  }

  @Test
  void rowsThatARunHasntBegunWhenItEndsCountAsCancelled() {
    Task run = accept(rows(3));
    OwnTasks own = world.ownTasks();
    own.cancel(world.connection(), run.id());

    assertThat(own.rows(now(run), 0, 10))
        .extracting(Task::state)
        .containsOnly(TaskState.CANCELLED)
        .hasSize(3);
    assertThat(own.cancel(world.connection(), run.id() + "r0"))
        .containsInstanceOf(TaskStore.Cancellation.TooLate.class);
  }

  @Test
  void aRunWhoseRowsAreGoneEndsAndSaysSo() {
    Task run = accept(rows(2));
    world.contents.keys().forEach(world.contents::remove);

    world.workOff();

    assertThat(world.outcome(run))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.problems().getFirst().type())
                    .isEqualTo(ProblemType.CONTENT_LOST));
  }

  @Test
  void aRowWhoseAnswerWasLostHoldsTheRunUpUntilItIsFound() {
    world.fortnox.on(Method.POST, ALL, FakeFortnox.silence());
    world.fortnox.on(Method.POST, ALL, call -> made(call.body()));
    world.fortnox.on(
        Method.GET,
        ALL,
        FakeFortnox.answered(
            Samples.json("{'Customers':[{'CustomerNumber':'77','Name':'Kund 1'}]}")));
    world.fortnox.on(
        Method.GET,
        ALL + "/77",
        FakeFortnox.answered(Samples.json("{'Customer':{'CustomerNumber':'77','Name':'Kund 1'}}")));
    Task run = accept(rows(3));

    world.workOff();

    assertThat(sent()).containsExactly("Kund 0", "Kund 1", "Kund 2");
    assertThat(world.tasks.find(run.id() + "r1").orElseThrow().writtenTo()).contains("77");
    assertThat(world.outcome(run)).isInstanceOf(Done.class);
  }

  private List<String> workOffWith(Death death) {
    begin();
    Task run =
        accept(List.of(row("Kund 0"), row("Kund 1"), Samples.json("{'x':1}"), row("Kund 3")));
    accept("Sören");
    FakeRegister register = new FakeRegister();
    var runner = world.runner(death, register);
    world.workOff(task -> runner.run(task, world.minute()));
    assertThat(world.tasks.hasOpen(Samples.COMPANY)).isFalse();
    assertThat(progress(run).done()).isEqualTo(3);
    assertThat(progress(run).failed()).isEqualTo(1);
    assertThat(now(run).isFinished()).isTrue();
    assertThat(world.contents.keys()).isEmpty();
    return register.names();
  }

  @Test
  void whateverCallOfAStoreAProcessDiesAtNoRowIsLostAndNoneIsDoubled() {
    Death nobody = new Death(0, false);
    assertThat(workOffWith(nobody)).containsExactly("Kund 0", "Sören", "Kund 1", "Kund 3");
    for (int at = 1; at <= nobody.calls(); at++) {
      for (boolean done : List.of(false, true)) {
        assertThat(workOffWith(new Death(at, done)))
            .as("killed %s call %s", done ? "after" : "before", at)
            .containsExactlyInAnyOrder("Kund 0", "Sören", "Kund 1", "Kund 3");
      }
    }
  }

  /** The run is called off while its second row is at Fortnox. */
  private void workOffCancelledWith(Death death) {
    begin();
    Task run = accept(rows(4));
    FakeRegister register = new FakeRegister();
    FortnoxApi fortnox =
        (call, token, timeout) -> {
          if (call.method() == Method.POST && register.names().size() == 1) {
            world.ownTasks().cancel(world.connection(), run.id());
          }
          return register.send(call, token, timeout);
        };
    var runner = world.runner(death, fortnox);
    world.workOff(task -> runner.run(task, world.minute()));
    world.timing.advance(Duration.ofMinutes(5));
    world.housekeeper().tidy(world.minute());
    world.workOff(task -> runner.run(task, world.minute()));
    assertThat(now(run).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(register.names()).containsExactly("Kund 0", "Kund 1");
    assertThat(progress(run).done()).isEqualTo(2);
    assertThat(progress(run).remaining()).isEqualTo(2);
    assertThat(world.tasks.hasOpen(Samples.COMPANY)).isFalse();
  }

  @Test
  void whateverCallOfAStoreAProcessDiesAtARunThatIsCancelledCountsWhatWasSent() {
    Death nobody = new Death(0, false);
    workOffCancelledWith(nobody);
    for (int at = 1; at <= nobody.calls(); at++) {
      workOffCancelledWith(new Death(at, false));
      workOffCancelledWith(new Death(at, true));
    }
  }
}
