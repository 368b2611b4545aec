package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.Problem.FortnoxWords;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.connector.tasks.TaskEnds;
import io.fortnoxconnector.connector.tasks.TaskEnds.Untold;
import io.fortnoxconnector.connector.tasks.TaskList;
import io.fortnoxconnector.connector.tasks.TaskList.Place;
import io.fortnoxconnector.connector.tasks.TaskList.Wanted;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Cancelled;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Partial;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Uncertain;
import io.fortnoxconnector.connector.tasks.TaskState;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.tasks.TaskStore.Cancellation;
import io.fortnoxconnector.connector.tasks.TaskStore.Put;
import io.fortnoxconnector.connector.tasks.TaskSummary;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store of tasks must do. */
public abstract class TaskStoreContract {

  private static final Instant NOW = FakeTiming.START;

  /** More than any test here has. */
  private static final int MANY = 1000;

  private static final Instant UNTIL = NOW.plusSeconds(60);
  private static final Done DONE = new Done("17", Samples.json("{'CustomerNumber':'17'}"));

  /** An empty store, the same one for the whole of a test. */
  protected abstract TaskStore store();

  /** The same store, where ends are told of. */
  protected abstract TaskEnds ends();

  private Task found(String id) {
    return store().find(id).orElseThrow();
  }

  private Progress progress(String id) {
    return found(id).progress();
  }

  private boolean finish(String id, String owner, TaskOutcome outcome) {
    return store().finish(found(id), owner, outcome, NOW.plusSeconds(2));
  }

  private void put(String id) {
    store().putOpen(Samples.task(id), MANY);
  }

  @Test
  void aTaskComesBackAsItWasPut() {
    Task task =
        new Task(
            "t",
            "connection",
            "tenant",
            "612345",
            "customers",
            Operation.PATCH,
            "A/17",
            "bookkeep",
            Samples.json("{'Name':'Åkeri','Active':true,'InvoiceDiscount':12.50,'n':null}"),
            Map.of("contactPersons", List.of(Samples.json("{'Reference':'Åsa Öst'}"))),
            List.of(new Warning("field-not-stored", "/a", "It's not stored.")),
            "fingerprint",
            NOW,
            Progress.none());

    assertThat(store().putOpen(task, MANY)).isEqualTo(new Put.Stored());

    assertThat(store().find("t")).contains(task);
    assertThat(store().find("unknown")).isEmpty();
    assertThat(store().find("")).isEmpty();
  }

  @Test
  void anIdempotentPutGivesTheEarlierTaskBack() {
    put("t");
    Task later = Samples.task("t", Operation.CREATE, NOW.plusSeconds(1), "fingerprint");

    assertThat(store().putOpen(later, MANY)).isEqualTo(new Put.Earlier(Samples.task("t")));
    assertThat(store().putOpen(Samples.task("t"), MANY))
        .isEqualTo(new Put.Earlier(Samples.task("t")));
    assertThat(store().putEnded(failed("t"))).contains(Samples.task("t"));

    assertThat(found("t").acceptedAt()).isEqualTo(NOW);
  }

  @Race
  void ofManyPutsOfOneIdAtTheSameMomentOneIsTheFirst() {
    assertThat(
            AtOnce.run(
                8,
                i ->
                    store()
                        .putOpen(Samples.task("t", Operation.CREATE, NOW, "print" + i % 2), MANY)))
        .filteredOn(Put.Stored.class::isInstance)
        .hasSize(1);
  }

  // How many open tasks a company may have.

  @Test
  void aCompanyWithTooManyOpenTasksTakesNoMoreAndStoresNothing() {
    assertThat(store().putOpen(Samples.task("one"), 2)).isEqualTo(new Put.Stored());
    assertThat(store().putOpen(Samples.task("two"), 2)).isEqualTo(new Put.Stored());

    assertThat(store().putOpen(Samples.task("three"), 2)).isEqualTo(new Put.Full());

    assertThat(store().find("three")).isEmpty();
    assertThat(store().due(NOW.plus(Duration.ofDays(1)), 10)).hasSize(2);
  }

  @Test
  void aFinishedTaskMakesRoomHoweverItEnded() {
    List<TaskOutcome> outcomes =
        List.of(
            DONE,
            new Partial("18", DONE.entity(), ProblemType.INTERNAL.about("no")),
            new Failed(List.of()),
            new Uncertain(ProblemType.OUTCOME_UNCERTAIN.about("Nothing tells.")));
    for (int i = 0; i < outcomes.size(); i++) {
      assertThat(store().putOpen(Samples.task("t" + i), 1)).isEqualTo(new Put.Stored());
      assertThat(store().putOpen(Samples.task("more"), 1)).isEqualTo(new Put.Full());
      store().lease("t" + i, "a", NOW, UNTIL);

      assertThat(finish("t" + i, "a", outcomes.get(i))).isTrue();
    }
    assertThat(store().putOpen(Samples.task("more"), 1)).isEqualTo(new Put.Stored());
  }

  @Test
  void aRepeatedPutOfAFullCompanyFindsItsTask() {
    store().putOpen(Samples.task("t"), 1);

    assertThat(store().putOpen(Samples.task("t"), 1)).isEqualTo(new Put.Earlier(Samples.task("t")));
  }

  @Test
  void repeatedPutsAndEndsCountOnce() {
    store().putOpen(Samples.task("t"), 2);
    store().putOpen(Samples.task("t"), 2);
    store().lease("t", "a", NOW, UNTIL);
    finish("t", "a", DONE);
    finish("t", "a", DONE);
    finish("t", "b", DONE);

    assertThat(store().putOpen(Samples.task("one"), 2)).isEqualTo(new Put.Stored());
    assertThat(store().putOpen(Samples.task("two"), 2)).isEqualTo(new Put.Stored());
    assertThat(store().putOpen(Samples.task("three"), 2)).isEqualTo(new Put.Full());
  }

  @Test
  void anEndThatIsNotMineMakesNoRoom() {
    store().putOpen(Samples.task("t"), 1);
    store().lease("t", "a", NOW, UNTIL);

    assertThat(finish("t", "b", DONE)).isFalse();

    assertThat(store().putOpen(Samples.task("more"), 1)).isEqualTo(new Put.Full());
  }

  @Test
  void whatWasRefusedIsNotOpen() {
    assertThat(store().putEnded(failed("refused"))).isEmpty();
    assertThat(store().putEnded(failed("refused"))).contains(failed("refused"));

    assertThat(store().putOpen(Samples.task("t"), 1)).isEqualTo(new Put.Stored());
  }

  @Test
  void everyCompanyIsCountedByItself() {
    Task other = Samples.task("other", "another company");
    store().putOpen(Samples.task("t"), 1);

    assertThat(store().putOpen(other, 1)).isEqualTo(new Put.Stored());
    assertThat(store().putOpen(Samples.task("more"), 1)).isEqualTo(new Put.Full());
  }

  @Test
  void bulkRunsAreCountedByThemselves() {
    assertThat(store().hasOpen(Samples.COMPANY)).isFalse();
    assertThat(store().putOpen(run("run"), 1)).isEqualTo(new Put.Stored());
    assertThat(store().putOpen(run("another"), 1)).isEqualTo(new Put.Full());
    assertThat(store().hasOpen(Samples.COMPANY)).isFalse();

    assertThat(store().putOpen(Samples.task("t"), 1)).isEqualTo(new Put.Stored());
    assertThat(store().hasOpen(Samples.COMPANY)).isTrue();
    assertThat(store().hasOpen("another company")).isFalse();

    store().lease("run", "a", NOW, UNTIL);
    finish("run", "a", new Done("", Samples.json("{}")));
    assertThat(store().hasOpen(Samples.COMPANY)).isTrue();
    assertThat(store().putOpen(run("another"), 1)).isEqualTo(new Put.Stored());
    store().lease("t", "a", NOW, UNTIL);
    finish("t", "a", DONE);
    assertThat(store().hasOpen(Samples.COMPANY)).isFalse();
  }

  private static Task run(String id) {
    return Samples.task(id, Operation.BULK, NOW, "fingerprint");
  }

  @Test
  void howFarABulkRunIsIsNotedUnderItsLeaseAndStaysBehindItsEnd() {
    store().putOpen(run("run"), 1);
    store().lease("run", "a", NOW, UNTIL);
    assertThat(found("run").state()).isEqualTo(TaskState.OPEN);

    assertThat(store().advanced("run", "a", Samples.json("{'next':1}"))).isTrue();
    assertThat(store().advanced("run", "b", Samples.json("{'next':2}"))).isFalse();

    assertThat(found("run").state()).isEqualTo(TaskState.INPROGRESS);
    assertThat(
            store()
                .list(
                    "connectionone",
                    new Wanted(Set.of(TaskState.INPROGRESS), null, null, null, null, null),
                    null,
                    10)
                .tasks())
        .extracting(TaskSummary::id)
        .containsExactly("run");
    assertThat(progress("run").prepared()).isEqualTo(Samples.json("{'next':1}"));
    assertThat(store().cancel(found("run"), NOW)).isInstanceOf(Cancellation.Done.class);
    assertThat(store().advanced("run", "a", Samples.json("{'next':2}"))).isFalse();
    assertThat(progress("run").prepared()).isEqualTo(Samples.json("{'next':1}"));
    assertThat(found("run").summary().resourceId()).isNull();
  }

  @Test
  void howFarARunCameIsNotedOnceMoreWhenItHasEndedAndNotOverMore() {
    store().putOpen(run("run"), 1);
    store().counted(found("run"), Samples.json("{'next':1}"));
    assertThat(progress("run").prepared()).isNull();
    store().cancel(found("run"), NOW);
    Task unbegun = found("run");

    store().counted(unbegun, Samples.json("{'next':1}"));
    store().counted(unbegun, Samples.json("{'next':7}"));
    assertThat(progress("run").prepared()).isEqualTo(Samples.json("{'next':1}"));

    Task begun = found("run");
    store().counted(begun, Samples.json("{'next':2}"));
    store().counted(begun, Samples.json("{'next':7}"));
    assertThat(progress("run").prepared()).isEqualTo(Samples.json("{'next':2}"));
    assertThat(found("run").state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void aRunThatEndsNamesNothingThatItWroteTo() {
    store().putOpen(run("run"), 1);
    store().lease("run", "a", NOW, UNTIL);
    store().advanced("run", "a", Samples.json("{'next':1}"));

    assertThat(finish("run", "a", new Done("", Samples.json("{}")))).isTrue();

    assertThat(progress("run").prepared()).isEqualTo(Samples.json("{'next':1}"));
    assertThat(
            store()
                .list("connectionone", new Wanted(Set.of(), null, null, null, null, null), null, 10)
                .tasks())
        .containsExactly(found("run").summary());
  }

  @Test
  void manyTasksAreFoundAtOnceAndThoseThatArentThereAreLeftOut() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      ids.add("t" + i);
      put("t" + i);
    }
    ids.add("unknown");
    ids.add("t1");

    assertThat(store().findAll(ids))
        .extracting(Task::id)
        .containsExactlyInAnyOrderElementsOf(ids.subList(0, 130));
    assertThat(store().findAll(List.of())).isEmpty();
  }

  @Race
  void ofSixtyFourAtOnceAsManyAreTakenAsThereIsRoom() {
    List<Put> puts = AtOnce.run(64, i -> store().putOpen(Samples.task("t" + i), 40));

    assertThat(puts).filteredOn(Put.Stored.class::isInstance).hasSize(40);
    assertThat(puts).filteredOn(Put.Full.class::isInstance).hasSize(24);
    assertThat(store().due(NOW.plus(Duration.ofDays(1)), 100)).hasSize(40);
  }

  @Race
  void acceptingAndFinishingAtOnceKeepTheCountRight() {
    for (int i = 0; i < 16; i++) {
      store().putOpen(Samples.task("old" + i), 32);
      store().lease("old" + i, "a", NOW, UNTIL);
    }

    List<Boolean> right =
        AtOnce.run(
            32,
            i ->
                i % 2 == 0
                    ? finish("old" + i / 2, "a", DONE)
                    : store().putOpen(Samples.task("new" + i), 32) instanceof Put.Stored);

    assertThat(right).containsOnly(true);
    assertThat(AtOnce.run(17, i -> store().putOpen(Samples.task("last" + i), 32)))
        .filteredOn(Put.Stored.class::isInstance)
        .hasSize(16);
  }

  @Race
  void aRunningLeaseIsNotGivenTwice() {
    put("t");

    assertThat(AtOnce.run(8, i -> store().lease("t", "owner" + i, NOW, UNTIL)))
        .filteredOn(Optional::isPresent)
        .hasSize(1);
    assertThat(store().lease("t", "late", UNTIL, UNTIL.plusSeconds(60))).isEmpty();
    assertThat(store().lease("unknown", "a", NOW, UNTIL)).isEmpty();
  }

  @Test
  void anExpiredLeaseIsGivenToTheNext() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);

    Instant after = UNTIL.plusMillis(1);
    assertThat(store().lease("t", "b", after, after.plusSeconds(60))).isPresent();

    assertThat(progress("t").leaseOwner()).isEqualTo("b");
    assertThat(store().written("t", "a", new Written("17", DONE.entity()))).isFalse();
    assertThat(store().unknown("t", "a", UNTIL)).isFalse();
    assertThat(store().notSent("t", "a")).isFalse();
    assertThat(finish("t", "a", DONE)).isFalse();
    assertThat(found("t").isFinished()).isFalse();
  }

  @Test
  void aLeaseAskedForAgainBecauseAReplyWasLostIsStillMine() {
    put("t");

    assertThat(store().lease("t", "a", NOW, UNTIL)).isPresent();
    assertThat(store().lease("t", "a", NOW, UNTIL)).isPresent();
  }

  @Test
  void whoeverTakesATaskSeesItAsItIsAtThatMoment() {
    put("t");
    store().sending("t", "a", NOW, UNTIL);
    store().unknown("t", "a", NOW.plusSeconds(3));

    Task taken = store().lease("t", "b", NOW, UNTIL).orElseThrow();

    assertThat(taken).isEqualTo(found("t"));
    assertThat(taken.progress())
        .isEqualTo(new Progress(1, 0, "b", UNTIL, NOW, NOW.plusSeconds(3), null, null, null, null));
    assertThat(store().lease("t", "b", NOW, UNTIL)).contains(taken);
  }

  @Test
  void anAccidentIsCountedAndLeavesTheTaskFreeWithWhatMayHaveHappened() {
    put("t");
    store().sending("t", "a", NOW, UNTIL);

    assertThat(store().stumbled("t", "b")).isFalse();
    assertThat(store().stumbled("t", "a")).isTrue();
    assertThat(store().stumbled("t", "a")).isFalse();

    assertThat(progress("t"))
        .isEqualTo(new Progress(1, 1, null, null, NOW, null, null, null, null, null));
    store().lease("t", "b", NOW, UNTIL);
    store().stumbled("t", "b");
    assertThat(progress("t").accidents()).isEqualTo(2);
  }

  @Test
  void sendingByAnotherOwnerFailsWhileALeaseRuns() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);

    assertThat(store().sending("t", "b", NOW, UNTIL)).isFalse();
    assertThat(progress("t").sentAt()).isNull();
    assertThat(progress("t").attempts()).isZero();

    assertThat(store().sending("t", "a", NOW, UNTIL)).isTrue();
    assertThat(store().sending("t", "b", UNTIL, UNTIL.plusSeconds(60))).isFalse();
  }

  @Test
  void sendingIsNotedBeforeAndCountsAnAttempt() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);

    store().sending("t", "a", NOW.plusSeconds(1), UNTIL);

    assertThat(progress("t"))
        .isEqualTo(
            new Progress(1, 0, "a", UNTIL, NOW.plusSeconds(1), null, null, null, null, null));
  }

  @Test
  void whatWasNotSentIsFreeAgain() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);
    store().sending("t", "a", NOW, UNTIL);

    assertThat(store().notSent("t", "a")).isTrue();

    assertThat(progress("t"))
        .isEqualTo(new Progress(1, 0, null, null, null, null, null, null, null, null));
    assertThat(store().lease("t", "b", NOW, UNTIL)).isPresent();
  }

  @Test
  void anUnknownOutcomeKeepsWhenItWasSentAndWhenToLook() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);
    store().sending("t", "a", NOW, UNTIL);

    assertThat(store().unknown("t", "a", NOW.plusSeconds(90))).isTrue();

    assertThat(progress("t"))
        .isEqualTo(
            new Progress(1, 0, null, null, NOW, NOW.plusSeconds(90), null, null, null, null));

    store().lease("t", "b", NOW, UNTIL);
    store().sending("t", "b", NOW.plusSeconds(91), UNTIL);
    assertThat(progress("t").lookNotBefore()).isNull();
    assertThat(progress("t").attempts()).isEqualTo(2);
  }

  @Test
  void whatWasPreparedIsKeptUntilTheEndForWhoeverLooks() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);
    var prepared = Samples.json("{'InvoiceRows':[{'RowId':7},{'Price':5}]}");

    assertThat(store().prepared("t", "b", prepared)).isFalse();
    assertThat(progress("t").prepared()).isNull();
    assertThat(store().prepared("t", "a", prepared)).isTrue();

    store().sending("t", "a", NOW, UNTIL);
    store().unknown("t", "a", NOW.plusSeconds(3));
    Task taken = store().lease("t", "b", NOW, UNTIL).orElseThrow();
    assertThat(taken.progress().prepared()).isEqualTo(prepared);
    store().finish(taken, "b", new Done("17", prepared), NOW);
    assertThat(progress("t").prepared()).isNull();
  }

  @Test
  void aConfirmedWriteIsKeptUnderTheSameLease() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);
    store().sending("t", "a", NOW, UNTIL);
    Written written = new Written("17", Samples.json("{'CustomerNumber':'17'}"));

    assertThat(store().written("t", "a", written)).isTrue();

    assertThat(progress("t"))
        .isEqualTo(new Progress(1, 0, "a", UNTIL, null, null, null, written, null, null));
    assertThat(store().lease("t", "b", NOW, UNTIL)).isEmpty();
  }

  @Test
  void everyOutcomeComesBackAsItWas() {
    Problem problem =
        new Problem(
            ProblemType.FORTNOX_REFUSED,
            "In English.",
            "/name",
            new FortnoxWords("2000106", "Värdet är fel"),
            Duration.ofMillis(1500));
    Problem bare = ProblemType.OUTCOME_UNCERTAIN.about("Nothing tells.");
    List<TaskOutcome> outcomes =
        List.of(
            DONE,
            new Partial("17", DONE.entity(), problem),
            new Failed(List.of(problem, bare)),
            new Uncertain(bare));
    for (TaskOutcome outcome : outcomes) {
      String id = outcome.getClass().getSimpleName();
      put(id);
      store().lease(id, "a", NOW, UNTIL);
      store().sending(id, "a", NOW, UNTIL);

      assertThat(finish(id, "a", outcome)).isTrue();

      assertThat(progress(id))
          .isEqualTo(
              new Progress(1, 0, null, null, null, null, null, null, outcome, NOW.plusSeconds(2)));
    }
  }

  @Test
  void aFinishedTaskTakesNoLeaseAndNoSecondOutcome() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);
    finish("t", "a", DONE);

    Instant after = UNTIL.plusSeconds(1);
    assertThat(store().lease("t", "b", after, after.plusSeconds(60))).isEmpty();
    assertThat(store().sending("t", "b", after, after.plusSeconds(60))).isFalse();
    assertThat(finish("t", "b", new Failed(List.of()))).isFalse();
    assertThat(progress("t").outcome()).isEqualTo(DONE);
  }

  @Test
  void finishingAgainBecauseAReplyWasLostIsASuccess() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);

    assertThat(finish("t", "a", DONE)).isTrue();
    assertThat(finish("t", "a", DONE)).isTrue();
    assertThat(finish("t", "b", DONE)).isFalse();
  }

  @Test
  void finishingNeedsTheLease() {
    put("t");
    assertThat(finish("t", "a", DONE)).isFalse();

    store().lease("t", "b", NOW, UNTIL);
    assertThat(finish("t", "a", DONE)).isFalse();
  }

  @Test
  void strandedTasksAreDueAfterTwoMinutesAndFinishedOnesNever() {
    put("stranded");
    put("finished");
    store().lease("finished", "a", NOW, UNTIL);
    finish("finished", "a", DONE);
    Task failed = failed("failed");
    store().putEnded(failed);

    assertThat(store().due(NOW.plus(Duration.ofMinutes(2)), 100)).isEmpty();
    assertThat(store().due(NOW.plus(Duration.ofMinutes(2)).plusMillis(1), 100))
        .containsExactly("stranded");
    assertThat(store().due(NOW.plus(Duration.ofDays(9)), 100)).containsExactly("stranded");
    assertThat(store().find("failed")).contains(failed);
  }

  @Test
  void anEndIsUntoldUntilItIsToldHoweverItCame() {
    put("open");
    put("cancelled");
    put("done");
    store().lease("done", "a", NOW, UNTIL);
    Task refused = failed("refused");

    store().putEnded(refused);
    finish("done", "a", DONE);
    store().cancel(found("cancelled"), NOW.plusSeconds(3));

    assertThat(ends().untold(10))
        .containsExactly(
            new Untold(refused.connection(), refused.summary()),
            new Untold(refused.connection(), found("done").summary()),
            new Untold(refused.connection(), found("cancelled").summary()));
    assertThat(ends().untold(2))
        .extracting(end -> end.task().id())
        .containsExactly("refused", "done");

    ends().told("refused");
    ends().told("refused");
    ends().told("done");
    ends().told("nobody");

    assertThat(ends().untold(10)).extracting(end -> end.task().id()).containsExactly("cancelled");
    assertThat(store().find("nobody")).isEmpty();
  }

  @Test
  void ofABulkRunTheRowsEndsAreNotTold() {
    String run = "a".repeat(26);
    String row = run + "r7";
    put(row);
    store().lease(row, "a", NOW, UNTIL);
    finish(row, "a", DONE);
    store().putEnded(failed(run + "r8"));

    assertThat(ends().untold(10)).isEmpty();
  }

  private static Task failed(String id) {
    Task t = Samples.task(id);
    return new Task(
        t.id(),
        t.connection(),
        t.tenant(),
        t.companyId(),
        t.resource(),
        t.operation(),
        t.entityId(),
        t.action(),
        t.entity(),
        t.rows(),
        t.warnings(),
        t.fingerprint(),
        t.acceptedAt(),
        new Progress(0, 0, null, null, null, null, null, null, new Failed(List.of()), NOW));
  }

  @Test
  void aQueuedTaskIsDueWhenItWasSaid() {
    put("t");
    store().queued("t", NOW.plus(Duration.ofHours(1)));
    store().queued("unknown", NOW);

    assertThat(store().due(NOW.plus(Duration.ofHours(1)), 100)).isEmpty();
    assertThat(store().due(NOW.plus(Duration.ofHours(1)).plusMillis(1), 100)).containsExactly("t");
    assertThat(store().find("unknown")).isEmpty();
  }

  @Test
  void aTaskQueuedAfterItWasFinishedIsNotDue() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);
    finish("t", "a", DONE);

    store().queued("t", NOW);

    assertThat(store().due(NOW.plusSeconds(1), 100)).isEmpty();
  }

  @Test
  void dueTasksComeOldestFirst() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      ids.add("t" + i);
      store()
          .putOpen(
              Samples.task("t" + i, Operation.CREATE, NOW.plusSeconds(i), "fingerprint"), MANY);
    }

    Instant later = NOW.plus(Duration.ofHours(1));
    assertThat(store().due(later, 100)).containsExactlyElementsOf(ids);
    assertThat(store().due(later, 5)).containsExactlyElementsOf(ids.subList(0, 5));
    assertThat(store().due(later, 1)).containsExactly("t0");
  }

  @Test
  void whatAnotherTasksCreationMadeIsKnown() {
    put("done");
    store().lease("done", "a", NOW, UNTIL);
    finish("done", "a", DONE);
    put("partial");
    store().lease("partial", "a", NOW, UNTIL);
    finish("partial", "a", new Partial("18", DONE.entity(), ProblemType.INTERNAL.about("no")));

    assertThat(made("mine", "17")).isTrue();
    assertThat(made("mine", "18")).isTrue();
    assertThat(made("mine", "19")).isFalse();
    assertThat(made("done", "17")).isFalse();
    assertThat(store().isMadeByAnother("mine", "another", "customers", "17")).isFalse();
    assertThat(store().isMadeByAnother("mine", Samples.COMPANY, "suppliers", "17")).isFalse();
  }

  @Test
  void anAccountOfAnotherYearIsAnotherAccount() {
    Task account = Samples.account("account", "5");
    store().putOpen(account, MANY);
    store().lease("account", "a", NOW, UNTIL);
    assertThat(store().finish(account, "a", new Done("1935", account.entity()), NOW)).isTrue();

    assertThat(madeAccount(Samples.account("mine", "5"))).isTrue();
    assertThat(madeAccount(Samples.account("mine", "4"))).isFalse();
    assertThat(madeAccount(account)).isFalse();
  }

  private boolean madeAccount(Task asking) {
    return store()
        .isMadeByAnother(asking.id(), asking.companyId(), asking.resource(), asking.nameOf("1935"));
  }

  @Test
  void whatAnotherTaskOnlyChangedWasNotMadeByIt() {
    store().putOpen(Samples.task("patch", Operation.PATCH, NOW, "fingerprint"), MANY);
    store().lease("patch", "a", NOW, UNTIL);
    finish("patch", "a", DONE);

    assertThat(made("mine", "17")).isFalse();
  }

  private boolean made(String task, String entity) {
    return store().isMadeByAnother(task, Samples.COMPANY, "customers", entity);
  }

  // Cancelling.

  @Test
  void aCancelledTaskHasEndedAndMakesRoom() {
    store().putOpen(Samples.task("t"), 1);

    var cancelled = (Cancellation.Done) store().cancel(found("t"), NOW.plusSeconds(1));

    assertThat(cancelled.task()).isEqualTo(found("t"));
    assertThat(progress("t"))
        .isEqualTo(
            new Progress(
                0, 0, null, null, null, null, null, null, new Cancelled(), NOW.plusSeconds(1)));
    assertThat(store().lease("t", "a", UNTIL, UNTIL.plusSeconds(60))).isEmpty();
    assertThat(store().due(NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
    assertThat(store().putOpen(Samples.task("more"), 1)).isEqualTo(new Put.Stored());
    assertThat(store().putOpen(Samples.task("t"), 1)).isEqualTo(new Put.Earlier(found("t")));
  }

  @Test
  void aTaskIsCancelledOnce() {
    put("t");
    store().cancel(found("t"), NOW);

    assertThat(store().cancel(found("t"), NOW.plusSeconds(1)))
        .isEqualTo(new Cancellation.TooLate(found("t")));

    assertThat(progress("t").finishedAt()).isEqualTo(NOW);
    assertThat(store().putOpen(Samples.task("one"), 1)).isEqualTo(new Put.Stored());
    assertThat(store().putOpen(Samples.task("two"), 1)).isEqualTo(new Put.Full());
  }

  @Test
  void whatHasLeftForFortnoxIsNotCancelled() {
    put("sent");
    store().sending("sent", "a", NOW, UNTIL);
    put("unknown");
    store().sending("unknown", "a", NOW, UNTIL);
    store().unknown("unknown", "a", NOW);
    put("written");
    store().sending("written", "a", NOW, UNTIL);
    store().written("written", "a", new Written("17", DONE.entity()));
    put("done");
    store().lease("done", "a", NOW, UNTIL);
    finish("done", "a", DONE);

    for (String id : List.of("sent", "unknown", "written", "done")) {
      Task before = found(id);
      assertThat(store().cancel(before, NOW.plusSeconds(5)))
          .isEqualTo(new Cancellation.TooLate(before));
      assertThat(found(id)).isEqualTo(before);
    }
    Task never = Samples.task("never");
    assertThat(store().cancel(never, NOW)).isEqualTo(new Cancellation.TooLate(never));
    assertThat(store().find("never")).isEmpty();
  }

  @Test
  void whoeverHasTheLeaseOfACancelledTaskSendsNothing() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);

    assertThat(store().cancel(found("t"), NOW)).isInstanceOf(Cancellation.Done.class);

    assertThat(store().prepared("t", "a", DONE.entity())).isFalse();
    assertThat(store().sending("t", "a", NOW, UNTIL)).isFalse();
    assertThat(store().notSent("t", "a")).isFalse();
    assertThat(finish("t", "a", DONE)).isFalse();
    assertThat(progress("t").outcome()).isEqualTo(new Cancelled());
  }

  @Test
  void whatCameBackUnsentIsCancelled() {
    put("t");
    store().lease("t", "a", NOW, UNTIL);
    store().sending("t", "a", NOW, UNTIL);
    store().notSent("t", "a");

    assertThat(store().cancel(found("t"), NOW)).isInstanceOf(Cancellation.Done.class);
  }

  @Race
  void ofSendingAndCancellingAtTheSameMomentOneHappens() {
    for (int i = 0; i < 16; i++) {
      put("t" + i);
    }
    List<Boolean> happened =
        AtOnce.run(
            32,
            i -> {
              String id = "t" + i / 2;
              return i % 2 == 0
                  ? store().sending(id, "a", NOW, UNTIL)
                  : store().cancel(Samples.task(id), NOW) instanceof Cancellation.Done;
            });

    for (int i = 0; i < 16; i++) {
      Task task = found("t" + i);
      assertThat(happened.get(2 * i))
          .as("sent, but not cancelled; cancelled, but not sent: %s", task)
          .isNotEqualTo(happened.get(2 * i + 1));
      assertThat(task.state())
          .isEqualTo(happened.get(2 * i) ? TaskState.INPROGRESS : TaskState.CANCELLED);
    }
  }

  // The list of a connection's tasks.

  private static final Wanted ALL = new Wanted(Set.of(), null, null, null, null, null);

  private void put(String id, Operation operation, int second) {
    store().putOpen(Samples.task(id, operation, NOW.plusSeconds(second), "fingerprint"), MANY);
  }

  private List<String> listed(Wanted wanted) {
    TaskList list = store().list("connectionone", wanted, null, 100);
    assertThat(list.next()).isNull();
    return list.tasks().stream().map(TaskSummary::id).toList();
  }

  @Test
  void aConnectionsTasksAreListedTheLastOneFirst() {
    put("first", Operation.CREATE, 1);
    put("second", Operation.PATCH, 2);
    put("third", Operation.CREATE, 3);
    store().putEnded(failed("refused"));

    TaskList list = store().list("connectionone", ALL, null, 100);

    assertThat(list.tasks())
        .containsExactly(
            found("third").summary(),
            found("second").summary(),
            found("first").summary(),
            found("refused").summary());
    assertThat(list.tasks().get(1).resourceId()).isEqualTo("17");
    assertThat(store().list("another", ALL, null, 100).tasks()).isEmpty();
  }

  @Test
  void aListGoesOnWhereItStopped() {
    for (int i = 1; i <= 5; i++) {
      put("t" + i, Operation.CREATE, i);
    }
    var seen = new ArrayList<List<String>>();
    Place after = null;
    do {
      TaskList list = store().list("connectionone", ALL, after, 2);
      seen.add(list.tasks().stream().map(TaskSummary::id).toList());
      after = list.next();
    } while (after != null);

    assertThat(seen.stream().flatMap(List::stream)).containsExactly("t5", "t4", "t3", "t2", "t1");
    assertThat(seen.getFirst()).hasSize(2);
    assertThat(store().list("connectionone", ALL, new Place(NOW, "t0"), 2).tasks()).isEmpty();
    assertThat(store().list("connectionone", ALL, new Place(NOW.plusSeconds(9), "zz"), 1).tasks())
        .extracting(TaskSummary::id)
        .containsExactly("t5");
  }

  @Test
  void aPlaceIsReadBackFromItsText() {
    Place place = new Place(NOW, "abc234");

    assertThat(Place.read(place.text())).contains(place);
    assertThat(Place.read("yesterday")).isEmpty();
  }

  @Test
  void tasksAreListedByStateResourceOperationEntityAndTime() {
    put("open", Operation.CREATE, 1);
    put("sent", Operation.PATCH, 2);
    store().sending("sent", "a", NOW, UNTIL);
    put("done", Operation.CREATE, 3);
    store().lease("done", "a", NOW, UNTIL);
    finish("done", "a", new Done("18", DONE.entity()));
    put("cancelled", Operation.CREATE, 4);
    store().cancel(found("cancelled"), NOW);
    store().putOpen(Samples.account("account", "5"), MANY);

    assertThat(listed(states(TaskState.OPEN))).containsExactly("open", "account");
    assertThat(listed(states(TaskState.DONE, TaskState.CANCELLED)))
        .containsExactly("cancelled", "done");
    assertThat(listed(states(TaskState.INPROGRESS))).containsExactly("sent");
    assertThat(listed(new Wanted(Set.of(), "accounts", null, null, null, null)))
        .containsExactly("account");
    assertThat(listed(new Wanted(Set.of(), "customers", Operation.PATCH, null, null, null)))
        .containsExactly("sent");
    assertThat(listed(new Wanted(Set.of(), null, null, "18", null, null))).containsExactly("done");
    assertThat(listed(between(2, 3))).containsExactly("done", "sent");
    assertThat(listed(between(4, 1))).isEmpty();
    Place inTheMiddle = new Place(NOW.plusSeconds(3), "done");
    assertThat(store().list("connectionone", between(0, 2), inTheMiddle, 9).tasks()).hasSize(3);
    assertThat(store().list("connectionone", between(4, 9), inTheMiddle, 9).tasks()).isEmpty();
  }

  private static Wanted states(TaskState... states) {
    return new Wanted(Set.of(states), null, null, null, null, null);
  }

  private static Wanted between(int from, int to) {
    return new Wanted(Set.of(), null, null, null, NOW.plusSeconds(from), NOW.plusSeconds(to));
  }
}
