package io.fortnoxconnector.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.bench.audit.StoredTask.Ending;
import io.fortnoxconnector.bench.workload.Door;
import io.fortnoxconnector.bench.workload.Told;
import io.fortnoxconnector.bench.workload.Told.State;
import io.fortnoxconnector.bench.workload.Write;
import io.fortnoxconnector.sandbox.Sandbox;
import io.fortnoxconnector.sandbox.ledger.Entry;
import io.fortnoxconnector.translation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An audit that finds nothing proves nothing until it has found what is there. */
class AuditTest {

  private static final Sandbox SANDBOX = Sandbox.start(Sandbox.options());
  private static final String COMPANY = "300001";

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DONE, 1, true",
    "DONE, 0, false",
    "DONE, 2, false",
    "PARTIAL, 1, true",
    "PARTIAL, 0, false",
    "FAILED, 0, true",
    "FAILED, 1, false",
    "UNCERTAIN, 0, true",
    "UNCERTAIN, 1, true",
    "UNCERTAIN, 2, false",
    "NONE, 0, false",
  })
  void aTasksEndMustFitWhatFortnoxReceived(Ending ending, int times, boolean right) {
    Told told = told(1, State.OPEN, "t1");
    var changes = Stream.generate(() -> change(told)).limit(times).toList();

    assertThat(
            violations(
                    new ExactlyOnce(),
                    evidence(List.of(told), List.of(task("t1", told, ending)), changes, List.of()))
                .isEmpty())
        .isEqualTo(right);
  }

  @Test
  void anAcceptedWriteWithoutATaskIsFound() {
    for (State state : List.of(State.OPEN, State.DONE, State.UNCERTAIN)) {
      assertThat(
              violations(
                  new ExactlyOnce(),
                  evidence(List.of(told(1, state, "t1")), List.of(), List.of(), List.of())))
          .isNotEmpty();
    }
  }

  @Test
  void whatWasToldAsDoneMustBeDone() {
    Told told = told(1, State.DONE, "t1");

    assertThat(
            violations(
                new ExactlyOnce(),
                evidence(
                    List.of(told), List.of(task("t1", told, Ending.FAILED)), List.of(), List.of())))
        .hasSize(1);
  }

  @Test
  void aChangeBeforeItsTurnIsFound() {
    Told first = told(1, State.DONE, "t1");
    Told second = told(2, State.DONE, "t2");
    List<Told> both = List.of(first, second);

    assertThat(
            violations(
                new InOrder(),
                evidence(both, List.of(), List.of(change(first), change(second)), List.of())))
        .isEmpty();
    assertThat(
            violations(
                new InOrder(),
                evidence(both, List.of(), List.of(change(second), change(first)), List.of())))
        .hasSize(1);
  }

  @Test
  void whoWasNeverAnsweredHasNoTurn() {
    Told first = told(1, State.UNANSWERED, null);
    Told second = told(2, State.DONE, "t2");

    assertThat(
            violations(
                new InOrder(),
                evidence(
                    List.of(first, second),
                    List.of(),
                    List.of(change(second), change(first)),
                    List.of())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'200', 0, true",
    "'200 400', 0, false",
    "'200 400', 1, true",
    "'200 400 400', 1, false",
    "'200 400 400', 2, true"
  })
  void aTokenThatWasSentAgainMustBeExplained(String answers, int allowed, boolean right) {
    assertThat(violations(new TokensSentOnce(allowed), refreshes(answers)).isEmpty())
        .isEqualTo(right);
  }

  @Test
  void noLossExplainsATokenThatWorkedTwice() {
    assertThat(violations(new TokensSentOnce(1), refreshes("200 200"))).isNotEmpty();
  }

  @Test
  void theLedgerShowsWhatWasChangedAndNotWhatWasRefused() {
    List<Entry> ledger =
        List.of(
            entry("POST", "/3/customers", "{\"Customer\":{\"Name\":\"K-1\"}}", "201"),
            entry("POST", "/3/customers", "{\"Customer\":{\"Name\":\"K-2\"}}", "400"),
            entry("PUT", "/3/customers/7", "{\"Customer\":{\"Name\":\"K-3\"}}", "200"),
            entry("GET", "/3/customers/7", "", "200"),
            entry("POST", "/3/customerreferences", "{}", "201"),
            entry("DELETE", "/3/customers/7", "", "204"));

    assertThat(Change.of(ledger))
        .containsExactly(
            new Change(COMPANY, false, "K-1"),
            new Change(COMPANY, false, "K-3"),
            new Change(COMPANY, true, "7"));
  }

  @Test
  void doubledAndMissingContactPersonsAreFound() {
    SANDBOX.addCompany(COMPANY, "Bolag AB", "556036-0793");
    for (int id = 1; id <= 2; id++) {
      SANDBOX
          .company(COMPANY)
          .seed(
              "customerreferences",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("Id", id)
                  .put("CustomerNumber", "1")
                  .put("Reference", "Ek"));
    }
    Told told = told(1, State.DONE, "t1");

    assertThat(
            violations(
                new RowsAsWanted(),
                evidence(
                    List.of(told), List.of(task("t1", told, Ending.DONE)), List.of(), List.of())))
        .hasSize(2);
  }

  private static List<String> violations(Check check, Evidence evidence) {
    var violations = new ArrayList<String>();
    check.look(evidence, violations::add);
    return violations;
  }

  private static Evidence evidence(
      List<Told> told, List<StoredTask> tasks, List<Change> changes, List<Entry> ledger) {
    return new Evidence(
        SANDBOX,
        List.of(),
        told,
        new StoredTasks(tasks.stream().collect(Collectors.toMap(StoredTask::id, task -> task))),
        ledger,
        changes);
  }

  private static Told told(int number, State state, @Nullable String task) {
    var write =
        new Write(
            "client",
            COMPANY,
            "connection",
            number,
            Door.LATER,
            Operation.CREATE,
            "K-" + number,
            null,
            List.of("Ek", "Lind"),
            true);
    return new Told(write, List.of(202), state, task, "", "1");
  }

  private static StoredTask task(String id, Told told, Ending ending) {
    return new StoredTask(
        id, "connection", COMPANY, Operation.CREATE, null, told.write().marker(), ending, "", "");
  }

  private static Change change(Told told) {
    return Change.of(told.write());
  }

  private static Evidence refreshes(String answers) {
    return evidence(
        List.of(),
        List.of(),
        List.of(),
        Stream.of(answers.split(" ", -1))
            .map(answer -> entry("POST", "/oauth-v1/token", "", answer, "fingerprint"))
            .toList());
  }

  private static Entry entry(
      String method, String path, String body, String answered, String... refreshTokens) {
    return new Entry(
        1,
        Instant.EPOCH,
        "client",
        COMPANY,
        method,
        path,
        "",
        body,
        answered,
        List.of(refreshTokens));
  }
}
