package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.tasks.OneCustomer.ALL;
import static io.fortnoxconnector.connector.tasks.OneCustomer.BODY;
import static io.fortnoxconnector.connector.tasks.OneCustomer.CUSTOMER;
import static io.fortnoxconnector.connector.tasks.OneCustomer.MADE;
import static io.fortnoxconnector.connector.tasks.OneCustomer.ONE;
import static io.fortnoxconnector.connector.tasks.OneCustomer.ROW;
import static io.fortnoxconnector.connector.tasks.OneCustomer.killed;
import static io.fortnoxconnector.connector.tasks.OneCustomer.listed;
import static io.fortnoxconnector.connector.tasks.OneCustomer.single;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.DELETE;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.POST;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Run.Finished;
import io.fortnoxconnector.connector.tasks.Run.Later;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Uncertain;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Accounts;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Projects;
import io.fortnoxconnector.translation.Suppliers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Writes that nobody saw the answer of. */
class OutcomeLookupTest {

  private final OneCustomer company = new OneCustomer();
  private final World world = company.world;

  @Test
  void afterA5xxThatDidItTheEntityIsFoundAndNotRepeated() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = company.create(BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void afterA5xxThatDidNothingTheWriteIsRepeated() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed("")).on(POST, ALL, MADE);
    Task task = company.create(BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.log()).containsExactly("POST " + ALL, "GET " + ALL, "POST " + ALL);
  }

  @Test
  void aWriteWhoseReplyWasLostIsLookedUpOnceItHasSettledAndNotRepeatedBlindly() {
    world.fortnox.on(POST, ALL, FakeFortnox.silence()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = company.create(BODY);

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
    Task task = company.create(BODY);

    company.runUntilKilled(task);
    assertThat(company.progress(task).sentAt()).isNotNull();
    assertThat(world.run(task)).isInstanceOf(Later.class);
    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void theRequestOfAKilledProcessGetsAsLongToSettleAsOneWithoutAnAnswer() {
    world.fortnox.on(POST, ALL, killed()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = company.create(BODY);
    Instant sent = world.timing.now();
    assertThatThrownBy(
            () -> world.runner().run(task.id(), Deadline.in(Duration.ofSeconds(7), world.timing)))
        .isInstanceOf(OneCustomer.Killed.class);

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
    Task task = company.create(BODY);

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
    world.runToTheEnd(company.create(BODY));
    Task twin = company.create(BODY);

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
    Task task = company.create(BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(GET, "/3/customers/5")).isZero();
  }

  @Test
  void theLookAsksForWhatChangedSinceSwedishTime() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);

    world.runToTheEnd(
        company.create("{'companyName':'Åkeri Öst AB','organisationNumber':'556036-0793'}"));

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
    Task task = company.accept(Suppliers.SUPPLIERS, Operation.CREATE, null, BODY);

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
        company.accept(
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
    Task task = company.accept(Accounts.ACCOUNTS, Operation.PATCH, "1935", "{'fiscalYear':'5'}");

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
    Task task = company.accept(Projects.PROJECTS, Operation.CREATE, null, "{'name':'Flytt'}");

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
    Task task = company.accept(Projects.PROJECTS, Operation.CREATE, null, "{'name':'Flytt'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(POST, "/3/projects")).isEqualTo(2);
  }

  @Test
  void aChosenNumberIsLookedForByItself() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ONE, MADE);
    Task task = company.create("{'companyName':'Åkeri Öst AB','number':'17'}");

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
    world.runToTheEnd(company.create("{'companyName':'Åkeri Öst AB','number':'17'}"));
    Task twin = company.create("{'companyName':'Åkeri Öst AB','number':'17'}");

    world.runToTheEnd(twin);

    assertThat(company.failure(twin)).isEqualTo(ProblemType.FORTNOX_CONFLICT);
  }

  @Test
  void aChangeWhoseReplyWasLostIsDoneWhereTheEntityHoldsIt() {
    world.fortnox.on(PUT, ONE, FakeFortnox.silence()).on(GET, ONE, MADE);
    Task task = company.accept(Customers.CUSTOMERS, Operation.PATCH, "17", BODY);

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
    Task task = company.accept(Customers.CUSTOMERS, Operation.PATCH, "17", BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(PUT, ONE)).isEqualTo(2);
  }

  @Test
  void aDeletionWhoseReplyWasLostIsDoneWhereNothingIsLeft() {
    world.fortnox.on(DELETE, ONE, FakeFortnox.silence()).on(GET, ONE, FakeFortnox.notFound());
    Task task = company.accept(Customers.CUSTOMERS, Operation.DELETE, "17", "{}");

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
    Task task = company.accept(Customers.CUSTOMERS, Operation.DELETE, "17", "{}");

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
    Task task = company.create(BODY);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void aConnectionLostBeforeTheLookEndsAsUncertainNotAsFailed() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble());
    Task task = company.create(BODY);
    world.run(task);
    world.connections.setConsent("connectionone", Consent.RECONNECT_REQUIRED, null);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
  }

  @Test
  void aSearchThatFortnoxDoesNotAnswerIsSoonRepeatedOnceAMinuteOnly() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble());
    for (int i = 0; i < 20; i++) {
      world.fortnox.on(GET, ALL, FakeFortnox.silence());
    }
    Task task = company.create(BODY);
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
    Task task = company.create(BODY);
    world.run(task);
    world.timing.advance(Duration.ofHours(23));
    assertThat(world.run(task)).isInstanceOf(Later.class);

    world.timing.advance(Duration.ofHours(2));
    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
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
    Task task = company.create(BODY);
    company.runUntilKilled(task);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }
}
