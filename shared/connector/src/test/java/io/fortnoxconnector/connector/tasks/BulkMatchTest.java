package io.fortnoxconnector.connector.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.BulkRequest.OnError;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.Death;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Items;
import io.fortnoxconnector.translation.JournalEntries;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows whose entity is there already change it. */
class BulkMatchTest {

  private World world = new World();
  private FakeRegister register = new FakeRegister();

  @BeforeEach
  void aConnectedCompany() {
    world = new World();
    register = new FakeRegister();
    world.connect(Grant.REFRESH_TOKEN);
  }

  private static ObjectNode row(String name, String email) {
    return Samples.json(
        "{'companyName':'%s','emailAddresses':[{'type':'BUSINESS','email':'%s'}]}"
            .formatted(name, email));
  }

  private static ObjectNode numbered(String name, String number) {
    return Samples.json("{'companyName':'%s','number':'%s'}".formatted(name, number));
  }

  private Acceptance offer(Resource resource, MatchBy by, OnError onError, ObjectNode... rows) {
    return world
        .bulkDesk()
        .accept(new BulkRequest(world.connection(), resource, List.of(rows), by, onError, "key"));
  }

  private Task accept(MatchBy by, ObjectNode... rows) {
    return ((Accepted) offer(Customers.CUSTOMERS, by, OnError.CONTINUE, rows)).task();
  }

  private void workOff(Death death) {
    var runner = world.runner(death, register);
    world.workOff(task -> runner.run(task, world.minute()));
  }

  private void workOff() {
    workOff(new Death(0, false));
  }

  private Task row(Task run, int index) {
    return world.tasks.find(run.id() + "r" + index).orElseThrow();
  }

  private List<Problem> problems(Task run, int index) {
    return ((Failed) world.outcome(row(run, index))).problems();
  }

  @Test
  void aRowThatIsThereIsChangedAndOneThatIsntIsCreated() {
    register.seed("1", "Gammal", "a@example.com");
    register.seed("2", "Annan", "aa@example.com");

    Task run = accept(MatchBy.EMAIL, row("Ny", "A@example.com"), row("Först", "b@example.com"));
    workOff();

    assertThat(register.log()).containsExactly("PUT 1 Ny", "POST Först");
    assertThat(row(run, 0).operation()).isEqualTo(Operation.PATCH);
    assertThat(row(run, 0).writtenTo()).contains("1");
    assertThat(BulkProgress.of(row(run, 0))).isEmpty();
    assertThat(world.contents.keys()).isEmpty();
  }

  @Test
  void aNumberIsLookedUpAndNotSentAgain() {
    register.seed("17", "Gammal", "");

    Task run = accept(MatchBy.NUMBER, numbered("Ny", "17"), numbered("Först", "18"));
    workOff();

    assertThat(register.log()).containsExactly("PUT 17 Ny", "POST Först");
    assertThat(row(run, 0).entity().has("CustomerNumber")).isFalse();
    assertThat(row(run, 1).writtenTo()).contains("18");
  }

  @Test
  void twoRowsOfOneKeyMakeOneAlsoWhereTheListIsLate() {
    register.lag();

    accept(
        MatchBy.EMAIL,
        row("Ett", "a@example.com"),
        row("Två", "b@example.com"),
        row("Tre", "A@EXAMPLE.com"));
    workOff();

    assertThat(register.log()).containsExactly("POST Ett", "POST Två", "PUT 1 Tre");
  }

  @Test
  void whereSeveralMatchTheRowFailsAndNamesThem() {
    register.seed("1", "Ett", "a@example.com");
    register.seed("2", "Två", "a@example.com");

    Task run = accept(MatchBy.EMAIL, row("Ny", "a@example.com"));
    workOff();

    assertThat(problems(run, 0))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.MATCH_AMBIGUOUS);
              assertThat(problem.detail()).contains("1, 2");
            });
    assertThat(register.log()).isEmpty();
  }

  @Test
  void aRowWithoutTheKeyIsWrong() {
    ObjectNode without = Samples.json("{'companyName':'Bo'}");

    assertThat(offer(Customers.CUSTOMERS, MatchBy.EMAIL, OnError.REJECT, without))
        .isInstanceOfSatisfying(
            Acceptance.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .extracting(Problem::type, Problem::pointer)
                    .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ProblemType.FIELD_REQUIRED, "/0")));
    Task run = accept(MatchBy.EMAIL, without);
    workOff();
    assertThat(problems(run, 0)).extracting(Problem::type).containsOnly(ProblemType.FIELD_REQUIRED);
    assertThat(register.log()).isEmpty();
  }

  @Test
  void whatCantBeFoundOrChangedIsRefused() {
    assertThat(offer(Items.ITEMS, MatchBy.EMAIL, OnError.REJECT, Samples.json("{'name':'x'}")))
        .isInstanceOf(Acceptance.Rejected.class);
    assertThat(MatchBy.NUMBER.isPossible(JournalEntries.JOURNAL_ENTRIES)).isFalse();
    assertThat(MatchBy.NUMBER.isPossible(Items.ITEMS)).isTrue();
    assertThat(MatchBy.ORGANISATION_NUMBER.isPossible(Customers.CUSTOMERS)).isTrue();
  }

  @Test
  void whereAnEarlierRowsOutcomeIsUnknownNoSecondOneIsMade() {
    register.lag();
    Task run = accept(MatchBy.EMAIL, row("Ett", "a@example.com"), row("Två", "a@example.com"));
    Task first = RowTasks.unbegun(run, run.id() + "r0");
    world.tasks.putEnded(
        first.ended(
            first.id(),
            new TaskOutcome.Uncertain(ProblemType.OUTCOME_UNCERTAIN.about("Nothing tells.")),
            world.timing.now()));

    workOff();

    assertThat(register.log()).isEmpty();
    assertThat(problems(run, 1))
        .extracting(Problem::type)
        .containsExactly(ProblemType.OUTCOME_UNCERTAIN);
  }

  @Test
  void whateverCallAProcessDiesAtNothingIsDoubled() {
    Death nobody = new Death(0, false);
    play(nobody);
    for (int at = 1; at <= nobody.calls(); at++) {
      for (boolean done : List.of(false, true)) {
        play(new Death(at, done));
        assertThat(register.names())
            .as("killed %s call %s", done ? "after" : "before", at)
            .containsExactlyInAnyOrder("Ny", "Tre");
      }
    }
  }

  private void play(Death death) {
    aConnectedCompany();
    register.seed("1", "Gammal", "a@example.com");
    Task run =
        accept(
            MatchBy.EMAIL,
            row("Ny", "a@example.com"),
            row("Två", "b@example.com"),
            row("Tre", "b@example.com"));
    workOff(death);
    assertThat(BulkProgress.of(world.tasks.find(run.id()).orElseThrow()).orElseThrow().done())
        .isEqualTo(3);
  }
}
