package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.tasks.OneCustomer.ALL;
import static io.fortnoxconnector.connector.tasks.OneCustomer.BODY;
import static io.fortnoxconnector.connector.tasks.OneCustomer.CUSTOMER;
import static io.fortnoxconnector.connector.tasks.OneCustomer.MADE;
import static io.fortnoxconnector.connector.tasks.OneCustomer.ONE;
import static io.fortnoxconnector.connector.tasks.OneCustomer.killed;
import static io.fortnoxconnector.connector.tasks.OneCustomer.listed;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.DELETE;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.POST;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.calls.RawCall;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.Run.Finished;
import io.fortnoxconnector.connector.tasks.Run.Later;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Uncertain;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One write that Fortnox answers, refuses or puts off. */
class SingleWriteTest {

  private final OneCustomer company = new OneCustomer();
  private final World world = company.world;

  private Task passOn(String key) {
    var call = new RawCall(POST, ALL, Map.of("x", "1"), Samples.json("{'Customer':{'Name':'Bo'}}"));
    return ((Accepted) world.desk().accept(world.connection(), call, key)).task();
  }

  @Test
  void aCreationIsSentOnceAndItsAnswerKept() {
    world.fortnox.on(POST, ALL, MADE);
    Task task = company.create(BODY);

    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(company.progress(task).leaseOwner()).isNull();
    assertThat(Objects.requireNonNull(world.fortnox.sent().getFirst().call().body()).toString())
        .isEqualTo("{\"Customer\":{\"Name\":\"Åkeri Öst AB\"}}");
    assertThat(world.run(task)).isEqualTo(new Finished());
    assertThat(world.fortnox.sent()).hasSize(1);
  }

  @Test
  void replacingPatchingAndDeletingGoToTheEntity() {
    world.fortnox.on(PUT, ONE, MADE).on(DELETE, ONE, FakeFortnox.done());
    Task replaced = company.accept(Customers.CUSTOMERS, Operation.REPLACE, "17", BODY);
    Task patched = company.accept(Customers.CUSTOMERS, Operation.PATCH, "17", BODY);
    Task deleted = company.accept(Customers.CUSTOMERS, Operation.DELETE, "17", "{}");
    List.of(replaced, patched, deleted).forEach(world::runToTheEnd);

    assertThat(world.outcome(replaced)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.outcome(patched)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.outcome(deleted)).isEqualTo(new Done("17", Samples.json("{}")));
    assertThat(world.fortnox.log()).containsExactly("PUT " + ONE, "PUT " + ONE, "DELETE " + ONE);
  }

  @Test
  void aNumberWithASlashStaysOneSegment() {
    world.fortnox.on(DELETE, "/3/customers/A%2F1", FakeFortnox.done());
    Task task = company.accept(Customers.CUSTOMERS, Operation.DELETE, "A/1", "{}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("A/1", Samples.json("{}")));
  }

  @Test
  void aRefusalIsAnOutcomeAndAcknowledged() {
    world.fortnox.on(POST, ALL, FakeFortnox.refused(Kind.INVALID, "Värdet är fel"));
    Task task = company.create(BODY);

    assertThat(world.run(task)).isEqualTo(new Finished());

    assertThat(company.failure(task)).isEqualTo(ProblemType.FORTNOX_REFUSED);
    assertThat(world.fortnox.sent()).hasSize(1);
  }

  @Test
  void a429LeavesTheTaskFreeForLater() {
    world
        .fortnox
        .on(POST, ALL, new FortnoxReply.Throttled(Duration.ofSeconds(5)))
        .on(POST, ALL, MADE);
    Task task = company.create(BODY);

    assertThat(world.run(task)).isEqualTo(new Later(Duration.ofSeconds(5)));
    assertThat(company.progress(task).sentAt()).isNull();
    assertThat(company.progress(task).leaseOwner()).isNull();

    world.timing.advance(Duration.ofSeconds(5));
    assertThat(world.run(task)).isEqualTo(new Finished());
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(2);
  }

  @Test
  void aFortnoxThatCanNotBeReachedIsTriedAgainWithoutALook() {
    world.fortnox.on(POST, ALL, new FortnoxReply.NoReply(false, "refused")).on(POST, ALL, MADE);
    Task task = company.create(BODY);

    world.runToTheEnd(task);

    assertThat(world.fortnox.log()).containsExactly("POST " + ALL, "POST " + ALL);
    assertThat(world.outcome(task)).isInstanceOf(Done.class);
  }

  @Test
  void troubleThatNeverEndsEndsTheTaskWithPausesThatGrow() {
    world.fortnox.on(POST, ALL, new FortnoxReply.NoReply(false, "refused"));
    Task task = company.create(BODY);
    var pauses = new ArrayList<Duration>();
    while (pauses.size() < 100 && world.run(task) instanceof Later(var pause)) {
      pauses.add(pause);
      world.timing.advance(pause);
    }

    assertThat(company.failure(task)).isEqualTo(ProblemType.TASK_ABANDONED);
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(30);
    assertThat(pauses).isSorted().last().isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void anOutageThatLetsReadsThroughDoesNotUseUpAllAttemptsInAMinuteOrTwo() {
    world.fortnox.on(POST, ALL, FakeFortnox.trouble()).on(GET, ALL, listed(""));
    Task task = company.create(BODY);
    Instant begun = world.timing.now();

    while (world.run(task) instanceof Later(var pause)) {
      world.timing.advance(pause);
    }

    assertThat(company.failure(task)).isEqualTo(ProblemType.TASK_ABANDONED);
    assertThat(Duration.between(begun, world.timing.now())).isGreaterThan(Duration.ofMinutes(15));
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
    company.runUntilKilled(task);
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
}
