package io.fortnoxconnector.connector.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tasks.Acceptance;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.Run;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.WriteRequest;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import io.fortnoxconnector.fortnox.FortnoxError;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.fortnox.GrantReply;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each metric moves when its event happens. */
class MeasuringTest {

  private static final String ALL = "/3/customers";
  private static final ObjectNode CUSTOMER =
      Samples.json("{'Customer':{'CustomerNumber':'17','Name':'Åkeri Öst AB'}}");

  private final World world = new World();

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
    world.meter.take();
  }

  private Acceptance accept() {
    return accept("{'companyName':'Åkeri Öst AB'}");
  }

  private Acceptance accept(String body) {
    return world
        .desk()
        .accept(
            new WriteRequest(
                world.connection(),
                Customers.CUSTOMERS,
                Operation.CREATE,
                null,
                Samples.json(body),
                null));
  }

  private Map<Metric, List<Long>> write(FortnoxReply reply) {
    world.fortnox.on(Method.POST, ALL, reply);
    Task task = ((Accepted) accept()).task();
    world.timing.advance(Duration.ofSeconds(4));
    world.runner().run(task.id(), world.minute());
    return world.meter.take();
  }

  @Test
  void aWriteThatEndsWell() {
    Map<Metric, List<Long>> measured = write(FakeFortnox.answered(CUSTOMER));

    assertThat(measured)
        .containsOnly(
            Map.entry(Metric.FORTNOX_CALLS, List.of(1L)),
            Map.entry(Metric.FORTNOX_MILLIS, List.of(0L)),
            Map.entry(Metric.BUDGET_WAIT_MILLIS, List.of(0L)),
            Map.entry(Metric.TASKS_DONE, List.of(1L)),
            Map.entry(Metric.TASK_SECONDS, List.of(4L)));
  }

  @Test
  void aWriteThatFortnoxRefuses() {
    assertThat(write(FakeFortnox.refused(FortnoxError.Kind.INVALID, "Fel")))
        .containsEntry(Metric.FORTNOX_REFUSED, List.of(1L))
        .containsEntry(Metric.TASKS_FAILED, List.of(1L))
        .doesNotContainKey(Metric.TASKS_DONE);
  }

  @Test
  void aWriteWhoseOutcomeNobodyCanTell() {
    world.fortnox.on(Method.POST, ALL, FakeFortnox.trouble());
    Task task = ((Accepted) accept()).task();
    world.runner().run(task.id(), world.minute());
    world.connections.remove("connectionone", Samples.TENANT);
    world.timing.advance(Duration.ofMinutes(2));

    assertThat(world.runner().run(task.id(), world.minute())).isEqualTo(new Run.Finished());

    assertThat(world.meter.take()).containsEntry(Metric.TASKS_UNCERTAIN, List.of(1L));
  }

  @Test
  void aWriteThatIsPartlyStored() {
    world
        .fortnox
        .on(Method.POST, ALL, FakeFortnox.answered(CUSTOMER))
        .on(
            Method.GET,
            "/3/customerreferences",
            FakeFortnox.refused(FortnoxError.Kind.INVALID, "Fel"));
    Task task =
        ((Accepted) accept("{'companyName':'Åkeri Öst AB','contactPersons':[{'lastName':'Öst'}]}"))
            .task();

    assertThat(world.runner().run(task.id(), world.minute())).isEqualTo(new Run.Finished());

    assertThat(world.meter.take()).containsEntry(Metric.TASKS_PARTIAL, List.of(1L));
  }

  @Test
  void aFaultWhileATaskIsCarriedOut() {
    world.fortnox.on(
        Method.POST,
        ALL,
        _ -> {
          throw new IllegalStateException("a fault");
        });
    Task task = ((Accepted) accept()).task();

    world.runner().run(task.id(), world.minute());

    assertThat(world.meter.take()).containsEntry(Metric.ACCIDENTS, List.of(1L));
  }

  @Test
  void aStrandedWriteQueuedAgain() {
    accept();
    world.timing.advance(Duration.ofHours(2));

    world.housekeeper().tidy(world.minute());

    assertThat(world.meter.take()).containsEntry(Metric.TASKS_REQUEUED, List.of(1L));
  }

  @Test
  void anIdleConnectionKeptAlive() {
    world.timing.advance(Duration.ofDays(21));

    world.housekeeper().tidy(world.minute());

    assertThat(world.meter.take())
        .containsOnly(
            Map.entry(Metric.TOKENS_RENEWED, List.of(1L)),
            Map.entry(Metric.CONNECTIONS_KEPT_ALIVE, List.of(1L)));
  }

  @Test
  void anAnswerOf429() {
    assertThat(write(new FortnoxReply.Throttled(null)))
        .containsEntry(Metric.FORTNOX_THROTTLED, List.of(1L))
        .doesNotContainKeys(Metric.TASKS_DONE, Metric.TASKS_FAILED, Metric.TASK_SECONDS);
  }

  @Test
  void anAnswerOf5xxAndNone() {
    assertThat(write(FakeFortnox.trouble())).containsEntry(Metric.FORTNOX_UNAVAILABLE, List.of(1L));
    assertThat(write(FakeFortnox.silence())).containsEntry(Metric.FORTNOX_UNAVAILABLE, List.of(1L));
  }

  @Test
  void theWaitForASlotOfTheBudget() {
    for (int i = 0; i < 2; i++) {
      world.fortnox.on(Method.POST, ALL, FakeFortnox.answered(CUSTOMER));
      Task task = ((Accepted) accept()).task();
      assertThat(world.runner().run(task.id(), world.minute())).isEqualTo(new Run.Finished());
    }

    assertThat(world.meter.take()).containsEntry(Metric.BUDGET_WAIT_MILLIS, List.of(0L, 219L));
  }

  @Test
  void aWriteRefusedForBackPressure() {
    world.mostOpen = 1;
    accept();
    assertThat(world.meter.take()).isEmpty();

    assertThat(accept()).isInstanceOf(Acceptance.Later.class);

    assertThat(world.meter.take()).containsOnly(Map.entry(Metric.WRITES_REFUSED, List.of(1L)));
  }

  @Test
  void aWriteCalledOff() {
    Task task = ((Accepted) accept()).task();

    for (int i = 0; i < 2; i++) {
      world.ownTasks().cancel(world.connection(), task.id());
    }

    assertThat(world.meter.take()).containsOnly(Map.entry(Metric.TASKS_CANCELLED, List.of(1L)));
  }

  @Test
  void aTokenRenewed() {
    world.renewal().renew(world.connection(), world.minute());

    assertThat(world.meter.take()).containsOnly(Map.entry(Metric.TOKENS_RENEWED, List.of(1L)));
  }

  @Test
  void aRenewalThatFailsForNow() {
    world.grants.answersNext(new GrantReply.Unavailable(503));

    world.renewal().renew(world.connection(), world.minute());

    assertThat(world.meter.take())
        .containsOnly(Map.entry(Metric.TOKEN_RENEWALS_FAILED, List.of(1L)));
  }

  @Test
  void aConnectionThatNeedsItsUserAgain() {
    Connection connection = world.connection();
    world.grants.answersNext(new GrantReply.InvalidGrant("used"));

    world.renewal().renew(connection, world.minute());

    assertThat(world.meter.take())
        .containsOnly(
            Map.entry(Metric.TOKEN_RENEWALS_FAILED, List.of(1L)),
            Map.entry(Metric.RECONNECT_REQUIRED, List.of(1L)));
  }

  @Test
  void aNewInstanceIsAColdStart() {
    assertThat(new InvocationMeter("stack").take())
        .containsOnly(Map.entry(Metric.COLD_START, List.of(1L)));
  }

  @Test
  void aCountIsNoTime() {
    assertThatThrownBy(() -> world.meter.time(Metric.TASKS_DONE, Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
