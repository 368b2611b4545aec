package io.fortnoxconnector.connector.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.Acceptance.Later;
import io.fortnoxconnector.connector.tasks.Acceptance.Rejected;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Suppliers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteDeskTest {

  private static final String BODY = "{'companyName':'Åkeri Öst AB','currency':'SEK'}";

  private final World world = new World();

  private static WriteRequest request(
      Connection connection,
      Resource resource,
      Operation operation,
      @Nullable String id,
      String body,
      @Nullable String key) {
    return new WriteRequest(connection, resource, operation, id, Samples.json(body), key);
  }

  private static WriteRequest create(String body, @Nullable String key) {
    return request(
        Samples.connection("one", Samples.TENANT),
        Customers.CUSTOMERS,
        Operation.CREATE,
        null,
        body,
        key);
  }

  private Acceptance accept(WriteRequest request) {
    return world.desk().accept(request);
  }

  private Task accepted(WriteRequest request) {
    return ((Accepted) accept(request)).task();
  }

  @Test
  void anAcceptedWriteIsStoredBeforeItIsQueued() {
    world.queue.beforeSending(task -> assertThat(world.tasks.find(task.id())).contains(task));

    Task task = accepted(create(BODY, null));

    assertThat(world.queue.messages()).containsExactly(task.id());
    assertThat(task.entity()).isEqualTo(Samples.json("{'Name':'Åkeri Öst AB','Currency':'SEK'}"));
  }

  @Test
  void aCrashBetweenStoringAndQueueingLeavesATaskThatIsSoonDue() {
    world.queue.beforeSending(
        _ -> {
          throw new IllegalStateException("killed");
        });

    assertThatThrownBy(() -> accept(create(BODY, null))).isInstanceOf(IllegalStateException.class);

    Instant later = world.timing.now().plus(Duration.ofMinutes(2)).plusMillis(1);
    assertThat(world.tasks.due(later, 10)).hasSize(1);
  }

  @Test
  void aQueuedTaskIsNotTakenForAStrandedOne() {
    accepted(create(BODY, null));

    assertThat(world.tasks.due(world.timing.now().plus(Duration.ofMinutes(59)), 10)).isEmpty();
    assertThat(world.tasks.due(world.timing.now().plus(Duration.ofMinutes(61)), 10)).hasSize(1);
  }

  @Test
  void aRepeatedIdempotencyKeyGivesTheSameTaskAndNoSecondMessage() {
    Task first = accepted(create(BODY, "key"));

    Acceptance again = accept(create("{'currency':'SEK','companyName':'Åkeri Öst AB'}", "key"));

    assertThat(again).isEqualTo(new Accepted(world.tasks.find(first.id()).orElseThrow(), true));
    assertThat(world.queue.messages()).hasSize(1);
  }

  @Test
  void aRepetitionQueuesTheTaskThatACrashKeptFromTheQueue() {
    world.queue.beforeSending(
        _ -> {
          throw new IllegalStateException("killed");
        });
    assertThatThrownBy(() -> accept(create(BODY, "key"))).isInstanceOf(IllegalStateException.class);
    world.queue.beforeSending(_ -> {});

    Task task = accepted(create(BODY, "key"));

    assertThat(world.queue.messages()).containsExactly(task.id());
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    accepted(create(BODY, "key"));

    Connection connection = Samples.connection("one", Samples.TENANT);
    assertReused(create("{'companyName':'Annan AB'}", "key"));
    assertReused(request(connection, Suppliers.SUPPLIERS, Operation.CREATE, null, BODY, "key"));
    assertReused(request(connection, Customers.CUSTOMERS, Operation.PATCH, "17", BODY, "key"));
    assertThat(world.queue.messages()).hasSize(1);
  }

  @Test
  void aPatchIsAnotherRequestThanAReplacementOfTheSame() {
    Connection connection = Samples.connection("one", Samples.TENANT);
    accepted(request(connection, Customers.CUSTOMERS, Operation.PATCH, "17", BODY, "key"));

    assertReused(request(connection, Customers.CUSTOMERS, Operation.REPLACE, "17", BODY, "key"));
    assertReused(request(connection, Customers.CUSTOMERS, Operation.PATCH, "18", BODY, "key"));
  }

  private void assertReused(WriteRequest request) {
    Problem problem = ((Rejected) accept(request)).problems().getFirst();
    assertThat(problem.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
    assertThat(problem.pointer()).isEqualTo("Idempotency-Key");
  }

  @Test
  void aKeyBelongsToItsConnection() {
    Task one = accepted(create(BODY, "key"));
    Task two =
        accepted(
            request(
                Samples.connection("two", "foreign"),
                Customers.CUSTOMERS,
                Operation.CREATE,
                null,
                BODY,
                "key"));

    assertThat(two.id()).isNotEqualTo(one.id());
  }

  @Test
  void withoutAKeyEachRequestIsATaskOfItsOwn() {
    assertThat(accepted(create(BODY, null)).id()).isNotEqualTo(accepted(create(BODY, null)).id());
  }

  @Test
  void anInvalidBodyIsRefusedWithAllThatIsWrongAndNothingIsStored() {
    Rejected rejected = (Rejected) accept(create("{'currency':'kronor','nonsense':1}", "key"));

    assertThat(rejected.problems())
        .extracting(Problem::pointer)
        .contains("/currency", "/nonsense", "/companyName");
    assertThat(world.tasks.all()).isEmpty();
    assertThat(world.queue.messages()).isEmpty();
  }

  @Test
  void whatFortnoxCanNotDoIsRefused() {
    Rejected rejected =
        (Rejected)
            accept(
                request(
                    Samples.connection("one", Samples.TENANT),
                    Suppliers.SUPPLIERS,
                    Operation.DELETE,
                    "17",
                    "{}",
                    null));

    assertThat(rejected.problems().getFirst().type()).isEqualTo(ProblemType.OPERATION_NOT_POSSIBLE);
  }

  @Test
  void aLostConnectionTakesNoWrites() {
    Connection lost =
        Samples.connection(
            "one",
            Samples.TENANT,
            world.timing.now(),
            Samples.connection("one", Samples.TENANT).tokens(),
            Consent.RECONNECT_REQUIRED,
            null);

    Rejected rejected =
        (Rejected) accept(request(lost, Customers.CUSTOMERS, Operation.CREATE, null, BODY, null));

    assertThat(rejected.problems().getFirst().type()).isEqualTo(ProblemType.RECONNECT_REQUIRED);
    assertThat(world.tasks.all()).isEmpty();
  }

  @Test
  void aCompanyWithTooManyUnfinishedWritesIsAskedToComeBackAndNothingIsStored() {
    world.mostOpen = 20;
    for (int i = 0; i < 20; i++) {
      accepted(create(BODY, null));
    }

    Later later = (Later) accept(create(BODY, "key"));

    assertThat(later.problem().type()).isEqualTo(ProblemType.TOO_MANY_OPEN_WRITES);
    assertThat(later.problem().retryAfter()).isEqualTo(later.pause());
    assertThat(world.tasks.all()).hasSize(20);
    assertThat(world.queue.messages()).hasSize(20);

    finishOne();
    assertThat(accept(create(BODY, "key"))).isInstanceOf(Accepted.class);
  }

  private void finishOne() {
    Task task = world.tasks.all().getFirst();
    Instant now = world.timing.now();
    world.tasks.lease(task.id(), "writer", now, now.plusSeconds(60));
    world.tasks.finish(task, "writer", new Done("17", Samples.json("{}")), now);
  }

  /** At the writer's pace, 219 ms a write, 200 of 2,000 take 43.8 s. */
  @Test
  void whoeverFindsACompanyFullComesBackWhenATenthIsDone() {
    world.mostOpen = 2000;
    for (int i = 0; i < 2000; i++) {
      world.tasks.putOpen(Samples.task("task" + i), 2000);
    }

    assertThat(((Later) accept(create(BODY, null))).pause()).isEqualTo(Duration.ofMillis(43_800));
  }

  @Test
  void aRepeatedRequestIsAnsweredThoughTheCompanyIsFull() {
    world.mostOpen = 1;
    Task first = accepted(create(BODY, "key"));

    assertThat(accept(create(BODY, "key"))).isEqualTo(new Accepted(first, true));
    assertReused(create("{'companyName':'Annan AB'}", "key"));
  }

  @Test
  void waitingEndsWithTheOutcomeOrWithTheDeadline() {
    Task task = accepted(create(BODY, null));
    Deadline tenSeconds = Deadline.in(Duration.ofSeconds(10), world.timing);
    assertThat(world.desk().await(task, tenSeconds).isFinished()).isFalse();
    assertThat(tenSeconds.left(world.timing)).isBetween(Duration.ZERO, Duration.ofMillis(500));

    Instant now = world.timing.now();
    world.tasks.lease(task.id(), "writer", now, now.plusSeconds(60));
    world.tasks.finish(task, "writer", new Done("17", Samples.json("{}")), now);

    Task finished = world.desk().await(task, Deadline.in(Duration.ofSeconds(10), world.timing));
    assertThat(finished.isFinished()).isTrue();
    assertThat(Duration.between(now, world.timing.now())).isLessThan(Duration.ofMillis(50));
  }

  @Test
  void noPatienceMeansNoWaiting() {
    Task task = accepted(create(BODY, null));

    world.desk().await(task, Deadline.in(Duration.ZERO, world.timing));

    assertThat(world.timing.pauses()).isEmpty();
  }
}
