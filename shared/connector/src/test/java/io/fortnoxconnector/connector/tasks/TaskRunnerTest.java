package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.tasks.OneCustomer.ALL;
import static io.fortnoxconnector.connector.tasks.OneCustomer.BODY;
import static io.fortnoxconnector.connector.tasks.OneCustomer.CUSTOMER;
import static io.fortnoxconnector.connector.tasks.OneCustomer.MADE;
import static io.fortnoxconnector.connector.tasks.OneCustomer.ONE;
import static io.fortnoxconnector.connector.tasks.OneCustomer.REFERENCES;
import static io.fortnoxconnector.connector.tasks.OneCustomer.ROW;
import static io.fortnoxconnector.connector.tasks.OneCustomer.WITH_PERSONS;
import static io.fortnoxconnector.connector.tasks.OneCustomer.listed;
import static io.fortnoxconnector.connector.tasks.OneCustomer.references;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Run.Finished;
import io.fortnoxconnector.connector.tasks.Run.Later;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Partial;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Uncertain;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whose turn a task is, and how it ends where nobody can go on. */
class TaskRunnerTest {

  private final OneCustomer company = new OneCustomer();
  private final World world = company.world;

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
  void anUnknownTaskIsNothingToDo() {
    assertThat(world.runner().run("unknown", world.minute())).isEqualTo(new Finished());
  }

  @Test
  void aConnectionEndedOrLostMeanwhileEndsTheTask() {
    Task one = company.create(BODY);
    world.connections.setConsent("connectionone", Consent.RECONNECT_REQUIRED, null);
    assertThat(world.run(one)).isEqualTo(new Finished());
    assertThat(company.failure(one)).isEqualTo(ProblemType.RECONNECT_REQUIRED);

    world.connections.setConsent("connectionone", Consent.ACTIVE, null);
    Task two = company.create(BODY);
    world.connections.remove("connectionone", Samples.TENANT);
    assertThat(world.run(two)).isEqualTo(new Finished());
    assertThat(company.failure(two)).isEqualTo(ProblemType.RECONNECT_REQUIRED);
    assertThat(world.fortnox.sent()).isEmpty();
  }

  @Test
  void withoutTimeNothingIsBegun() {
    Task task = company.create(BODY);

    Run run = world.runner().run(task.id(), Deadline.in(Duration.ofSeconds(5), world.timing));

    assertThat(run).isEqualTo(new Later(Pauses.FOR_ANOTHER));
    assertThat(company.progress(task).leaseOwner()).isNull();
  }

  @Test
  void aTaskThatAnotherProcessHasIsLeftToIt() {
    Task task = company.create(BODY);
    Instant now = world.timing.now();
    world.tasks.lease(task.id(), "another", now, now.plusSeconds(40));

    assertThat(world.run(task)).isEqualTo(new Later(Duration.ofSeconds(40)));
    assertThat(world.fortnox.sent()).isEmpty();
  }

  @Test
  void aConnectionEndedBeforeTheLookEndsAsUncertainNotAsFailed() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble());
    Task task = company.create(BODY);
    world.run(task);
    world.connections.remove("connectionone", Samples.TENANT);

    world.runToTheEnd(task);

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
    Task task =
        company.create("{'companyName':'Åkeri Öst AB','contactPersons':[{'lastName':'Öst'}]}");

    assertThat(world.run(task)).isInstanceOf(Later.class);

    assertThat(world.fortnox.log()).containsExactly("POST " + ALL);
    assertThat(company.progress(task).leaseOwner()).isEqualTo("another");
  }

  @Test
  void whatAnotherProcessDidBetweenReadingATaskAndTakingItCounts() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = company.create(BODY);
    world.tasks.beforeLease(() -> world.run(task));

    assertThat(world.run(task)).isInstanceOf(Later.class);
    world.runToTheEnd(task);

    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
  }

  @Test
  void aCancelledTaskIsDroppedAndFortnoxNeverSeesIt() {
    Task task = company.create(BODY);

    assertThat(world.ownTasks().cancel(world.connection(), task.id()))
        .containsInstanceOf(TaskStore.Cancellation.Done.class);
    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.fortnox.sent()).isEmpty();
    assertThat(world.outcome(task)).isEqualTo(new TaskOutcome.Cancelled());
  }

  @Test
  void aTaskThatIsCancelledInTheWritersHandsIsNotSent() {
    Task task = company.accept(Customers.CUSTOMERS, Operation.PATCH, "17", BODY);
    world.budget.beforeTaking(() -> world.ownTasks().cancel(world.connection(), task.id()));

    assertThat(world.run(task)).isInstanceOf(Later.class);
    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.fortnox.sent()).isEmpty();
    assertThat(world.outcome(task)).isEqualTo(new TaskOutcome.Cancelled());
  }

  @Test
  void aTaskThatIsOnItsWayIsNotCancelled() {
    Task task = company.create(BODY);
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
    Task task = company.create(BODY);
    Connection other = Samples.connection("another", Samples.TENANT);

    assertThat(world.ownTasks().find(other, task.id())).isEmpty();
    assertThat(world.ownTasks().cancel(other, task.id())).isEmpty();

    assertThat(company.progress(task).outcome()).isNull();
  }

  @Test
  void anAccidentBeforeSendingEndsTheTaskAsFailedSomeDayWithPausesThatGrow() {
    world.cipher.onCall(
        _ -> {
          throw new IllegalStateException("a fault");
        });
    Task task = company.create(BODY);

    List<Duration> pauses = pausesToTheEnd(task);

    assertThat(company.failure(task)).isEqualTo(ProblemType.INTERNAL);
    assertThat(pauses).hasSize(TaskRunner.MOST_ACCIDENTS).isSorted();
    assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(10));
    assertThat(pauses.getLast()).isEqualTo(Duration.ofMinutes(5));
    assertThat(world.fortnox.sent()).isEmpty();
  }

  @Test
  void anAccidentWhileSearchingEndsTheTaskAsUncertainSomeDay() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, fault());
    Task task = company.create(BODY);

    pausesToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void anAccidentAmongTheRowsLeavesTheTaskPartlyDoneSomeDay() {
    world.fortnox.on(POST, ALL, MADE).on(GET, REFERENCES, fault());
    Task task = company.create(WITH_PERSONS);

    pausesToTheEnd(task);

    assertThat(((Partial) world.outcome(task)).problem().type()).isEqualTo(ProblemType.INTERNAL);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void anAccidentWhileSendingIsLookedUpAndNotRepeatedBlindly() {
    world.fortnox.on(POST, ALL, fault()).on(GET, ALL, listed(ROW)).on(GET, ONE, MADE);
    Task task = company.create(BODY);

    assertThat(pausesToTheEnd(task)).hasSize(1);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
  }

  @Test
  void aTaskThatStumbledIsFreeAtOnce() {
    world.fortnox.on(POST, ALL, fault());
    Task task = company.create(BODY);

    assertThat(world.run(task)).isInstanceOf(Run.Stumbled.class);

    assertThat(company.progress(task).leaseOwner()).isNull();
    assertThat(company.progress(task).accidents()).isEqualTo(1);
    assertThat(company.progress(task).sentAt()).isNotNull();
  }

  @Test
  void aConnectionEndedAmongTheRowsLeavesTheTaskPartlyDone() {
    world.fortnox.on(POST, ALL, MADE).on(GET, REFERENCES, FakeFortnox.trouble());
    Task task = company.create(WITH_PERSONS);
    world.run(task);
    world.connections.remove("connectionone", Samples.TENANT);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Partial.class);
  }
}
