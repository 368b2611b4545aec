package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.fortnox.FortnoxCall.Method.DELETE;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.POST;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.RawCall;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.Run.Finished;
import io.fortnoxconnector.connector.tasks.Run.Later;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Partial;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Uncertain;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Accounts;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Projects;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Suppliers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {

  private static final String ALL = "/3/customers";
  private static final String ONE = "/3/customers/17";
  private static final String REFERENCES = "/3/customerreferences";
  private static final String BODY = "{'companyName':'Åkeri Öst AB'}";
  private static final ObjectNode CUSTOMER =
      Samples.json("{'CustomerNumber':'17','Name':'Åkeri Öst AB'}");
  private static final FortnoxReply MADE = single(CUSTOMER);

  private final World world = new World();

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  private static FortnoxReply single(ObjectNode customer) {
    ObjectNode document = Samples.json("{}");
    document.set("Customer", customer);
    return FakeFortnox.answered(document);
  }

  private static FortnoxReply listed(String rows) {
    return FakeFortnox.answered(Samples.json("{'Customers':[" + rows + "]}"));
  }

  private static final String ROW = "{'CustomerNumber':'17','Name':'Åkeri Öst AB'}";

  private Task create(String body) {
    return accept(Customers.CUSTOMERS, Operation.CREATE, null, body);
  }

  private Task accept(Resource resource, Operation operation, @Nullable String id, String body) {
    var request =
        new WriteRequest(world.connection(), resource, operation, id, Samples.json(body), null);
    return ((Accepted) world.desk().accept(request)).task();
  }

  private Task.Progress progress(Task task) {
    return world.tasks.find(task.id()).orElseThrow().progress();
  }

  private ProblemType failure(Task task) {
    return ((Failed) world.outcome(task)).problems().getFirst().type();
  }

  /** The process dies at this call: no answer is seen, nothing more is done. */
  private static Function<FortnoxCall, FortnoxReply> killed() {
    return _ -> {
      throw new Killed();
    };
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private void runUntilKilled(Task task) {
    assertThatThrownBy(() -> world.run(task)).isInstanceOf(Killed.class);
  }

  // What goes well.

  @Test
  void aCreationIsSentOnceAndItsAnswerKept() {
    world.fortnox.on(POST, ALL, MADE);
    Task task = create(BODY);

    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(progress(task).leaseOwner()).isNull();
    assertThat(Objects.requireNonNull(world.fortnox.sent().getFirst().call().body()).toString())
        .isEqualTo("{\"Customer\":{\"Name\":\"Åkeri Öst AB\"}}");
    assertThat(world.run(task)).isEqualTo(new Finished());
    assertThat(world.fortnox.sent()).hasSize(1);
  }

  @Test
  void replacingPatchingAndDeletingGoToTheEntity() {
    world.fortnox.on(PUT, ONE, MADE).on(DELETE, ONE, FakeFortnox.done());
    Task replaced = accept(Customers.CUSTOMERS, Operation.REPLACE, "17", BODY);
    Task patched = accept(Customers.CUSTOMERS, Operation.PATCH, "17", BODY);
    Task deleted = accept(Customers.CUSTOMERS, Operation.DELETE, "17", "{}");
    List.of(replaced, patched, deleted).forEach(world::runToTheEnd);

    assertThat(world.outcome(replaced)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.outcome(patched)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.outcome(deleted)).isEqualTo(new Done("17", Samples.json("{}")));
    assertThat(world.fortnox.log()).containsExactly("PUT " + ONE, "PUT " + ONE, "DELETE " + ONE);
  }

  @Test
  void aNumberWithASlashStaysOneSegment() {
    world.fortnox.on(DELETE, "/3/customers/A%2F1", FakeFortnox.done());
    Task task = accept(Customers.CUSTOMERS, Operation.DELETE, "A/1", "{}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("A/1", Samples.json("{}")));
  }

  @Test
  void anUnknownTaskIsNothingToDo() {
    assertThat(world.runner().run("unknown", world.minute())).isEqualTo(new Finished());
  }

  // What Fortnox refuses.

  @Test
  void aRefusalIsAnOutcomeAndAcknowledged() {
    world.fortnox.on(POST, ALL, FakeFortnox.refused(Kind.INVALID, "Värdet är fel"));
    Task task = create(BODY);

    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(failure(task)).isEqualTo(ProblemType.FORTNOX_REFUSED);
    assertThat(world.fortnox.sent()).hasSize(1);
  }

  @Test
  void aConnectionEndedOrLostMeanwhileEndsTheTask() {
    Task one = create(BODY);
    world.connections.setConsent("connectionone", Consent.RECONNECT_REQUIRED, null);
    assertThat(world.run(one)).isEqualTo(new Finished());
    assertThat(failure(one)).isEqualTo(ProblemType.RECONNECT_REQUIRED);

    world.connections.setConsent("connectionone", Consent.ACTIVE, null);
    Task two = create(BODY);
    world.connections.remove("connectionone", Samples.TENANT);
    assertThat(world.run(two)).isEqualTo(new Finished());
    assertThat(failure(two)).isEqualTo(ProblemType.RECONNECT_REQUIRED);
    assertThat(world.fortnox.sent()).isEmpty();
  }

  // What has to wait.

  @Test
  void a429LeavesTheTaskFreeForLater() {
    world
        .fortnox
        .on(POST, ALL, new FortnoxReply.Throttled(Duration.ofSeconds(5)))
        .on(POST, ALL, MADE);
    Task task = create(BODY);

    assertThat(world.run(task)).isEqualTo(new Later(Duration.ofSeconds(5)));
    assertThat(progress(task).sentAt()).isNull();
    assertThat(progress(task).leaseOwner()).isNull();

    world.timing.advance(Duration.ofSeconds(5));
    assertThat(world.run(task)).isEqualTo(new Finished());
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(2);
  }

  @Test
  void aFortnoxThatCanNotBeReachedIsTriedAgainWithoutALook() {
    world.fortnox.on(POST, ALL, new FortnoxReply.NoReply(false, "refused")).on(POST, ALL, MADE);
    Task task = create(BODY);

    world.runToTheEnd(task);

    assertThat(world.fortnox.log()).containsExactly("POST " + ALL, "POST " + ALL);
    assertThat(world.outcome(task)).isInstanceOf(Done.class);
  }

  @Test
  void troubleThatNeverEndsEndsTheTaskWithPausesThatGrow() {
    world.fortnox.on(POST, ALL, new FortnoxReply.NoReply(false, "refused"));
    Task task = create(BODY);
    var pauses = new ArrayList<Duration>();
    while (pauses.size() < 100 && world.run(task) instanceof Later(var pause)) {
      pauses.add(pause);
      world.timing.advance(pause);
    }

    assertThat(failure(task)).isEqualTo(ProblemType.TASK_ABANDONED);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(30);
    assertThat(pauses).isSorted().last().isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void anOutageThatLetsReadsThroughDoesNotUseUpAllAttemptsInAMinuteOrTwo() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed(""));
    Task task = create(BODY);
    Instant begun = world.timing.now();

    while (world.run(task) instanceof Later(var pause)) {
      world.timing.advance(pause);
    }

    assertThat(failure(task)).isEqualTo(ProblemType.TASK_ABANDONED);
    assertThat(Duration.between(begun, world.timing.now())).isGreaterThan(Duration.ofMinutes(15));
  }

  @Test
  void withoutTimeNothingIsBegun() {
    Task task = create(BODY);

    Run run = world.runner().run(task.id(), Deadline.in(Duration.ofSeconds(5), world.timing));

    assertThat(run).isEqualTo(new Later(Pauses.FOR_ANOTHER));
    assertThat(progress(task).leaseOwner()).isNull();
  }

  @Test
  void aTaskThatAnotherProcessHasIsLeftToIt() {
    Task task = create(BODY);
    Instant now = world.timing.now();
    world.tasks.lease(task.id(), "another", now, now.plusSeconds(40));

    assertThat(world.run(task)).isEqualTo(new Later(Duration.ofSeconds(40)));
    assertThat(world.fortnox.sent()).isEmpty();
  }

  // What nobody saw the answer of.

  @Test
  void afterA5xxThatDidItTheEntityIsFoundAndNotRepeated() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = create(BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void afterA5xxThatDidNothingTheWriteIsRepeated() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed("")).on(POST, ALL, MADE);
    Task task = create(BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.log()).containsExactly("POST " + ALL, "GET " + ALL, "POST " + ALL);
  }

  @Test
  void aWriteWhoseReplyWasLostIsLookedUpOnceItHasSettledAndNotRepeatedBlindly() {
    world.fortnox.on(POST, ALL, FakeFortnox.silence()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = create(BODY);

    assertThat(world.run(task)).isEqualTo(new Later(World.SETTLING_TIME));
    world.timing.advance(World.SETTLING_TIME.minusSeconds(1));
    assertThat(world.run(task)).isEqualTo(new Later(Duration.ofSeconds(1)));
    assertThat(world.fortnox.sent()).hasSize(1);

    world.timing.advance(Duration.ofSeconds(1));
    assertThat(world.run(task)).isEqualTo(new Finished());
    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void aProcessKilledBetweenSendingAndTheOutcomeLeavesATaskThatIsLookedUp() {
    world.fortnox.on(POST, ALL, killed()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = create(BODY);

    runUntilKilled(task);
    assertThat(progress(task).sentAt()).isNotNull();
    assertThat(world.run(task)).isInstanceOf(Later.class);
    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void theRequestOfAKilledProcessGetsAsLongToSettleAsOneWithoutAnAnswer() {
    world.fortnox.on(POST, ALL, killed()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = create(BODY);
    Instant sent = world.timing.now();
    assertThatThrownBy(
            () -> world.runner().run(task.id(), Deadline.in(Duration.ofSeconds(7), world.timing)))
        .isInstanceOf(Killed.class);

    world.runToTheEnd(task);

    assertThat(Duration.between(sent, world.timing.now()))
        .isGreaterThanOrEqualTo(World.SETTLING_TIME);
  }

  @Test
  void aLookThatFindsTwoEndsAsUncertain() {
    ObjectNode twin = CUSTOMER.deepCopy().put("CustomerNumber", "18");
    world
        .fortnox
        .on(POST, ALL, FakeFortnox.trouble())
        .on(GET, ALL, listed(ROW + "," + ROW.replace("17", "18")))
        .on(GET, ONE, MADE)
        .on(GET, "/3/customers/18", single(twin));
    Task task = create(BODY);

    world.runToTheEnd(task);

    assertThat(((Uncertain) world.outcome(task)).problem().type())
        .isEqualTo(ProblemType.OUTCOME_UNCERTAIN);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void anEarlierTwinMadeByAnotherTaskIsNotAdopted() {
    ObjectNode second = CUSTOMER.deepCopy().put("CustomerNumber", "18");
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(POST, ALL, FakeFortnox.trouble())
        .on(POST, ALL, single(second))
        .on(GET, ALL, listed(ROW));
    world.runToTheEnd(create(BODY));
    Task twin = create(BODY);

    world.runToTheEnd(twin);

    assertThat(world.outcome(twin)).isEqualTo(new Done("18", second));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(3);
  }

  @Test
  void onlyAnExactMatchIsFoundAlthoughFortnoxSearchesForParts() {
    world
        .fortnox
        .on(POST, ALL, FakeFortnox.trouble())
        .on(GET, ALL, listed("{'CustomerNumber':'5','Name':'Nya Åkeri Öst AB'}"))
        .on(POST, ALL, MADE);
    Task task = create(BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(GET, "/3/customers/5")).isZero();
  }

  @Test
  void theLookAsksForWhatChangedSinceSwedishTime() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);

    world.runToTheEnd(create("{'companyName':'Åkeri Öst AB','organisationNumber':'556036-0793'}"));

    Map<String, String> query = world.fortnox.sent().get(1).call().query();
    assertThat(query)
        .containsEntry("organisationnumber", "556036-0793")
        .containsEntry("lastmodified", "2026-03-02 08:58");
  }

  @Test
  void aSupplierFoundByItsNameAloneStaysUncertain() {
    ObjectNode supplier = Samples.json("{'SupplierNumber':'17','Name':'Åkeri Öst AB'}");
    ObjectNode document = Samples.json("{}");
    document.set("Supplier", supplier);
    world
        .fortnox
        .on(POST, "/3/suppliers", FakeFortnox.trouble())
        .on(
            GET,
            "/3/suppliers",
            FakeFortnox.answered(
                Samples.json("{'Suppliers':[{'SupplierNumber':'17','Name':'Åkeri Öst AB'}]}")))
        .on(GET, "/3/suppliers/17", FakeFortnox.answered(document));
    Task task = accept(Suppliers.SUPPLIERS, Operation.CREATE, null, BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
  }

  @Test
  void anAccountsYearStandsInTheAddressOfEachCall() {
    var account = "{'Number':1935,'Description':'Valuta','Year':5}";
    var answer = FakeFortnox.answered(Samples.json("{'Account':" + account + "}"));
    world
        .fortnox
        .on(POST, "/3/accounts", FakeFortnox.trouble())
        .on(GET, "/3/accounts/1935", answer);
    Task task =
        accept(
            Accounts.ACCOUNTS,
            Operation.CREATE,
            null,
            "{'number':'1935','name':'Valuta','fiscalYear':'5'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("1935", Samples.json(account)));
    assertThat(world.fortnox.log()).containsExactly("POST /3/accounts", "GET /3/accounts/1935");
    assertThat(world.fortnox.sent())
        .allSatisfy(
            sent -> assertThat(sent.call().query()).isEqualTo(Map.of("financialyear", "5")));
    assertThat(Objects.requireNonNull(world.fortnox.sent().getFirst().call().body()).toString())
        .isEqualTo("{\"Account\":{\"Description\":\"Valuta\",\"Number\":1935}}");
  }

  @Test
  void whatNamesOnlyTheYearChangesNothingAndIsRead() {
    world.fortnox.on(
        GET,
        "/3/accounts/1935",
        FakeFortnox.answered(Samples.json("{'Account':{'Number':1935,'Year':5}}")));
    Task task = accept(Accounts.ACCOUNTS, Operation.PATCH, "1935", "{'fiscalYear':'5'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.log()).containsExactly("GET /3/accounts/1935");
  }

  @Test
  void aProjectFoundByItsDescriptionAloneStaysUncertain() {
    world
        .fortnox
        .on(POST, "/3/projects", FakeFortnox.trouble())
        .on(
            GET,
            "/3/projects",
            FakeFortnox.answered(
                Samples.json("{'Projects':[{'ProjectNumber':'7','Description':'Flytt'}]}")))
        .on(
            GET,
            "/3/projects/7",
            FakeFortnox.answered(
                Samples.json("{'Project':{'ProjectNumber':'7','Description':'Flytt'}}")));
    Task task = accept(Projects.PROJECTS, Operation.CREATE, null, "{'name':'Flytt'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task))
        .isInstanceOfSatisfying(
            Uncertain.class, end -> assertThat(end.problem().detail()).contains("since when"));
    assertThat(world.fortnox.count(POST, "/3/projects")).isEqualTo(1);
  }

  @Test
  void aProjectThatIsNowhereIsSentAgain() {
    var made =
        FakeFortnox.answered(
            Samples.json("{'Project':{'ProjectNumber':'7','Description':'Flytt'}}"));
    world
        .fortnox
        .on(POST, "/3/projects", FakeFortnox.trouble())
        .on(POST, "/3/projects", made)
        .on(GET, "/3/projects", FakeFortnox.answered(Samples.json("{'Projects':[]}")));
    Task task = accept(Projects.PROJECTS, Operation.CREATE, null, "{'name':'Flytt'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(POST, "/3/projects")).isEqualTo(2);
  }

  @Test
  void aChosenNumberIsLookedForByItself() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ONE, MADE);
    Task task = create("{'companyName':'Åkeri Öst AB','number':'17'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.log()).containsExactly("POST " + ALL, "GET " + ONE);
  }

  @Test
  void aChosenNumberThatAnotherTaskHasTakenIsRefusedAndNotAdopted() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(POST, ALL, FakeFortnox.trouble())
        .on(POST, ALL, FakeFortnox.refused(Kind.CONFLICT, "Kundnumret är redan taget"))
        .on(GET, ONE, MADE);
    world.runToTheEnd(create("{'companyName':'Åkeri Öst AB','number':'17'}"));
    Task twin = create("{'companyName':'Åkeri Öst AB','number':'17'}");

    world.runToTheEnd(twin);

    assertThat(failure(twin)).isEqualTo(ProblemType.FORTNOX_CONFLICT);
  }

  @Test
  void aChangeWhoseReplyWasLostIsDoneWhereTheEntityHoldsIt() {
    world.fortnox.on(PUT, ONE, FakeFortnox.silence()).on(GET, ONE, MADE);
    Task task = accept(Customers.CUSTOMERS, Operation.PATCH, "17", BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.log()).containsExactly("PUT " + ONE, "GET " + ONE);
  }

  @Test
  void aChangeThatTheEntityDoesNotHoldIsRepeated() {
    ObjectNode before = CUSTOMER.deepCopy().put("Name", "Gamla Åkeriet");
    world
        .fortnox
        .on(PUT, ONE, FakeFortnox.trouble())
        .on(GET, ONE, single(before))
        .on(PUT, ONE, MADE);
    Task task = accept(Customers.CUSTOMERS, Operation.PATCH, "17", BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(PUT, ONE)).isEqualTo(2);
  }

  @Test
  void aDeletionWhoseReplyWasLostIsDoneWhereNothingIsLeft() {
    world.fortnox.on(DELETE, ONE, FakeFortnox.silence()).on(GET, ONE, FakeFortnox.notFound());
    Task task = accept(Customers.CUSTOMERS, Operation.DELETE, "17", "{}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", Samples.json("{}")));
    assertThat(world.fortnox.count(DELETE, ONE)).isEqualTo(1);
  }

  @Test
  void aDeletionThatDidNotHappenIsRepeated() {
    world
        .fortnox
        .on(DELETE, ONE, FakeFortnox.trouble())
        .on(DELETE, ONE, FakeFortnox.done())
        .on(GET, ONE, MADE);
    Task task = accept(Customers.CUSTOMERS, Operation.DELETE, "17", "{}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", Samples.json("{}")));
    assertThat(world.fortnox.count(DELETE, ONE)).isEqualTo(2);
  }

  @Test
  void aLookThatCanNotBeFinishedIsTakenUpAgainAndNothingRepeatedMeanwhile() {
    world
        .fortnox
        .on(POST, ALL, FakeFortnox.trouble())
        .on(GET, ALL, FakeFortnox.trouble())
        .on(GET, ALL, new FortnoxReply.Throttled(null))
        .on(GET, ALL, listed(ROW))
        .on(GET, ONE, MADE);
    Task task = create(BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void aConnectionLostBeforeTheLookEndsAsUncertainNotAsFailed() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble());
    Task task = create(BODY);
    world.run(task);
    world.connections.setConsent("connectionone", Consent.RECONNECT_REQUIRED, null);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
  }

  @Test
  void aConnectionEndedBeforeTheLookEndsAsUncertainNotAsFailed() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble());
    Task task = create(BODY);
    world.run(task);
    world.connections.remove("connectionone", Samples.TENANT);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
  }

  @Test
  void aSearchThatFortnoxDoesNotAnswerIsSoonRepeatedOnceAMinuteOnly() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble());
    for (int i = 0; i < 20; i++) {
      world.fortnox.on(GET, ALL, FakeFortnox.silence());
    }
    Task task = create(BODY);
    Instant begun = world.timing.now();
    var pauses = new ArrayList<Duration>();

    while (Duration.between(begun, world.timing.now()).toMinutes() < 10
        && world.run(task) instanceof Later(var pause)) {
      pauses.add(pause);
      world.timing.advance(pause);
    }

    assertThat(pauses).isSorted().endsWith(Duration.ofMinutes(1));
    assertThat(pauses).as("soon at first, then rarely").hasSizeLessThan(20);
  }

  @Test
  void aSearchThatFortnoxNeverAnswersEndsAsUncertainAfterADay() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, FakeFortnox.trouble());
    Task task = create(BODY);
    world.run(task);
    world.timing.advance(Duration.ofHours(23));
    assertThat(world.run(task)).isInstanceOf(Later.class);

    world.timing.advance(Duration.ofHours(2));
    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
  }

  @Test
  void whoeverLostTheTaskWhileFortnoxAnsweredGoesNoFurther() {
    world
        .fortnox
        .on(
            POST,
            ALL,
            _ -> {
              // So slow that the lease ran out, and another process has the task.
              world.timing.advance(Duration.ofMinutes(2));
              Instant now = world.timing.now();
              world.tasks.lease(
                  world.tasks.all().getFirst().id(), "another", now, now.plusSeconds(60));
              return MADE;
            })
        .on(GET, REFERENCES, references());
    Task task = create("{'companyName':'Åkeri Öst AB','contactPersons':[{'lastName':'Öst'}]}");

    assertThat(world.run(task)).isInstanceOf(Later.class);

    assertThat(world.fortnox.log()).containsExactly("POST " + ALL);
    assertThat(progress(task).leaseOwner()).isEqualTo("another");
  }

  @Test
  void whatAnotherProcessDidBetweenReadingATaskAndTakingItCounts() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = create(BODY);
    world.tasks.beforeLease(() -> world.run(task));

    assertThat(world.run(task)).isInstanceOf(Later.class);
    world.runToTheEnd(task);

    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
  }

  @Test
  void moreCandidatesThanCanBeSeenLeaveItUncertain() {
    world
        .fortnox
        .on(POST, ALL, killed())
        .on(
            GET,
            ALL,
            FakeFortnox.answered(
                Samples.json("{'MetaInformation':{'@TotalPages':2},'Customers':[]}")));
    Task task = create(BODY);
    runUntilKilled(task);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  // Cancelled by its owner.

  @Test
  void aCancelledTaskIsDroppedAndFortnoxNeverSeesIt() {
    Task task = create(BODY);

    assertThat(world.ownTasks().cancel(world.connection(), task.id()))
        .containsInstanceOf(TaskStore.Cancellation.Done.class);
    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.fortnox.sent()).isEmpty();
    assertThat(world.outcome(task)).isEqualTo(new TaskOutcome.Cancelled());
  }

  @Test
  void aTaskThatIsCancelledInTheWritersHandsIsNotSent() {
    Task task = accept(Customers.CUSTOMERS, Operation.PATCH, "17", BODY);
    world.budget.beforeTaking(() -> world.ownTasks().cancel(world.connection(), task.id()));

    assertThat(world.run(task)).isInstanceOf(Later.class);
    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.fortnox.sent()).isEmpty();
    assertThat(world.outcome(task)).isEqualTo(new TaskOutcome.Cancelled());
  }

  @Test
  void aTaskThatIsOnItsWayIsNotCancelled() {
    Task task = create(BODY);
    world.fortnox.on(
        POST,
        ALL,
        _ -> {
          assertThat(world.ownTasks().cancel(world.connection(), task.id()))
              .containsInstanceOf(TaskStore.Cancellation.TooLate.class);
          return MADE;
        });

    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
  }

  @Test
  void anotherConnectionsTaskIsUnknown() {
    Task task = create(BODY);
    Connection other = Samples.connection("another", Samples.TENANT);

    assertThat(world.ownTasks().find(other, task.id())).isEmpty();
    assertThat(world.ownTasks().cancel(other, task.id())).isEmpty();

    assertThat(progress(task).outcome()).isNull();
  }

  // A call that is passed on.

  private Task passOn(String key) {
    var call = new RawCall(POST, ALL, Map.of("x", "1"), Samples.json("{'Customer':{'Name':'Bo'}}"));
    return ((Accepted) world.desk().accept(world.connection(), call, key)).task();
  }

  @Test
  void aCallThatIsPassedOnLeavesAsItIsAndItsAnswerIsKept() {
    world.fortnox.on(POST, ALL, MADE);
    Task task = passOn("key");

    assertThat(world.run(task)).isEqualTo(new Finished());

    FortnoxCall sent = world.fortnox.sent().getFirst().call();
    assertThat(sent.query()).isEqualTo(Map.of("x", "1"));
    assertThat(sent.body()).isEqualTo(Samples.json("{'Customer':{'Name':'Bo'}}"));
    Done done = (Done) world.outcome(task);
    assertThat(RawAnswer.body(done.entity()).at("/Customer/CustomerNumber").asText())
        .isEqualTo("17");
    assertThat(passOn("key").id()).isEqualTo(task.id());
  }

  @Test
  void anAnswerThatIsTooLargeIsLeftOutAndTheCallIsDone() {
    world.fortnox.on(
        POST, ALL, FakeFortnox.answered(Samples.json("{'x':'" + "å".repeat(60_000) + "'}")));
    Task task = passOn("key");

    assertThat(world.run(task)).isEqualTo(new Finished());

    Done done = (Done) world.outcome(task);
    assertThat(RawAnswer.isLeftOut(done.entity())).isTrue();
    assertThat(RawAnswer.body(done.entity()).isNull()).isTrue();
  }

  @Test
  void aCallThatIsPassedOnAndWhoseAnswerIsLostIsUncertainAndNeverRepeated() {
    world.fortnox.on(POST, ALL, FakeFortnox.silence());
    Task task = passOn("key");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.fortnox.sent()).hasSize(1);
  }

  @Test
  void aCallThatIsPassedOnAndWhoseProcessDiesIsUncertainAndNeverRepeated() {
    world.fortnox.on(POST, ALL, killed());
    Task task = passOn("key");
    runUntilKilled(task);
    world.timing.advance(Duration.ofMinutes(2));

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.fortnox.sent()).hasSize(1);
  }

  @Test
  void aCallThatFortnoxThrottlesIsPassedOnLater() {
    world.fortnox.on(POST, ALL, new FortnoxReply.Throttled(null));
    world.fortnox.on(POST, ALL, MADE);
    Task task = passOn("key");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
  }

  // Faults of our own.

  private static Function<FortnoxCall, FortnoxReply> fault() {
    return _ -> {
      throw new IllegalStateException("a fault");
    };
  }

  private List<Duration> pausesToTheEnd(Task task) {
    var pauses = new ArrayList<Duration>();
    for (int i = 0; i < 100; i++) {
      switch (world.run(task)) {
        case Run.Finished(), Run.Continues() -> {
          return pauses;
        }
        case Later(var pause) -> world.timing.advance(pause);
        case Run.Stumbled(var pause, _) -> {
          pauses.add(pause);
          world.timing.advance(pause);
        }
      }
    }
    throw new AssertionError("the task never ends");
  }

  @Test
  void anAccidentBeforeSendingEndsTheTaskAsFailedSomeDayWithPausesThatGrow() {
    world.cipher.onCall(
        _ -> {
          throw new IllegalStateException("a fault");
        });
    Task task = create(BODY);

    List<Duration> pauses = pausesToTheEnd(task);

    assertThat(failure(task)).isEqualTo(ProblemType.INTERNAL);
    assertThat(pauses).hasSize(TaskRunner.MOST_ACCIDENTS).isSorted();
    assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(10));
    assertThat(pauses.getLast()).isEqualTo(Duration.ofMinutes(5));
    assertThat(world.fortnox.sent()).isEmpty();
  }

  @Test
  void anAccidentWhileSearchingEndsTheTaskAsUncertainSomeDay() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, fault());
    Task task = create(BODY);

    pausesToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void anAccidentAmongTheRowsLeavesTheTaskPartlyDoneSomeDay() {
    world.fortnox.on(POST, ALL, MADE).on(GET, REFERENCES, fault());
    Task task = create(WITH_PERSONS);

    pausesToTheEnd(task);

    assertThat(((Partial) world.outcome(task)).problem().type()).isEqualTo(ProblemType.INTERNAL);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void anAccidentWhileSendingIsLookedUpAndNotRepeatedBlindly() {
    world.fortnox.on(POST, ALL, fault()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = create(BODY);

    assertThat(pausesToTheEnd(task)).hasSize(1);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void aTaskThatStumbledIsFreeAtOnce() {
    world.fortnox.on(POST, ALL, fault());
    Task task = create(BODY);

    assertThat(world.run(task)).isInstanceOf(Run.Stumbled.class);

    assertThat(progress(task).leaseOwner()).isNull();
    assertThat(progress(task).accidents()).isEqualTo(1);
    assertThat(progress(task).sentAt()).isNotNull();
  }

  // What belongs to an entity.

  @Test
  void aConnectionEndedAmongTheRowsLeavesTheTaskPartlyDone() {
    world.fortnox.on(POST, ALL, MADE).on(GET, REFERENCES, FakeFortnox.trouble());
    Task task = create(WITH_PERSONS);
    world.run(task);
    world.connections.remove("connectionone", Samples.TENANT);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Partial.class);
  }

  private static final String WITH_PERSONS =
      "{'companyName':'Åkeri Öst"
          + " AB','contactPersons':[{'firstName':'Åsa','lastName':'Öst'},{'lastName':'Berg'}]}";

  private static FortnoxReply references(String... rows) {
    return FakeFortnox.answered(
        Samples.json(
            "{'CustomerReference':{'CustomerReferenceRows':[" + String.join(",", rows) + "]}}"));
  }

  private static String reference(int id, String name) {
    return "{'Id':" + id + ",'CustomerNumber':'17','Reference':'" + name + "'}";
  }

  private List<String> namesSent() {
    return world.fortnox.sent().stream()
        .map(FakeFortnox.Sent::call)
        .filter(call -> call.method() == POST && call.path().equals(REFERENCES))
        .map(
            call ->
                Objects.requireNonNull(call.body()).at("/CustomerReferenceRow/Reference").asText())
        .toList();
  }

  @Test
  void contactPersonsBecomeRowsOfTheNewCustomer() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(POST, REFERENCES, FakeFortnox.done());
    Task task = create(WITH_PERSONS);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(namesSent()).containsExactly("Åsa Öst", "Berg");
    assertThat(Objects.requireNonNull(world.fortnox.sent().getLast().call().body()).toString())
        .contains("\"CustomerNumber\":\"17\"");
  }

  @Test
  void rowsThatAreThereStayAndThoseNotWantedGo() {
    world
        .fortnox
        .on(GET, ONE, MADE)
        .on(GET, REFERENCES, references(reference(1, "Berg"), reference(2, "Gammal")))
        .on(DELETE, REFERENCES + "/2", FakeFortnox.done())
        .on(POST, REFERENCES, FakeFortnox.done());
    Task task =
        accept(
            Customers.CUSTOMERS,
            Operation.PATCH,
            "17",
            "{'contactPersons':[{'firstName':'Åsa','lastName':'Öst'},{'lastName':'Berg'}]}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.log())
        .containsExactly(
            "GET " + ONE, "GET " + REFERENCES, "DELETE " + REFERENCES + "/2", "POST " + REFERENCES);
    assertThat(namesSent()).containsExactly("Åsa Öst");
  }

  @Test
  void aTaskKilledAmongItsRowsGoesOnWithoutDoubling() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(GET, REFERENCES, references(reference(1, "Åsa Öst")))
        .on(POST, REFERENCES, killed())
        .on(POST, REFERENCES, FakeFortnox.done());
    Task task = create(WITH_PERSONS);

    runUntilKilled(task);
    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
    assertThat(namesSent()).containsExactly("Åsa Öst", "Berg");
  }

  @Test
  void aRowWhoseReplyWasLostSettlesBeforeTheRowsAreReadAgain() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(GET, REFERENCES, references(reference(1, "Åsa Öst")))
        .on(POST, REFERENCES, FakeFortnox.silence())
        .on(POST, REFERENCES, FakeFortnox.done());
    Task task = create(WITH_PERSONS);

    assertThat(world.run(task)).isEqualTo(new Later(World.SETTLING_TIME));
    world.runToTheEnd(task);

    assertThat(namesSent()).containsExactly("Åsa Öst", "Berg");
  }

  @Test
  void aRefusedRowLeavesTheTaskPartlyDone() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(POST, REFERENCES, FakeFortnox.refused(Kind.INVALID, "Referensen är för lång"));
    Task task = create(WITH_PERSONS);

    assertThat(world.run(task)).isEqualTo(new Finished());

    Partial partial = (Partial) world.outcome(task);
    assertThat(partial.entityId()).isEqualTo("17");
    assertThat(partial.problem().type()).isEqualTo(ProblemType.FORTNOX_REFUSED);
  }

  @Test
  void rowsThatNeverSucceedEndTheTaskPartlyDone() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(POST, REFERENCES, FakeFortnox.trouble());
    Task task = create(WITH_PERSONS);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Partial.class);
  }
}
