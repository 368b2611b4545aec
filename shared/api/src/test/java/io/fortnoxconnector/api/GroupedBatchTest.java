package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.twins.FakeTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A batch of a FIFO queue holds several groups, and each keeps its order. */
class GroupedBatchTest {

  private final FakeTiming timing = new FakeTiming();
  private final Map<String, Duration> waits = new HashMap<>();
  private final List<String> worked = new ArrayList<>();
  private final List<String> delayed = new ArrayList<>();
  private final Invocation invocation = new Invocation();
  private final InvocationMeter meter = new InvocationMeter("stack");
  private MessageDelays delays = (handle, delay) -> delayed.add(handle + " " + delay.toSeconds());
  private MessageWork work =
      (message, _, _) -> {
        worked.add(message.id());
        return Optional.ofNullable(waits.get(message.id()));
      };

  /** Messages by {@code <group><number>}; what is reported as failed. */
  private List<String> run(String... ids) {
    return batch().run(Arrays.stream(ids).map(GroupedBatchTest::message).toList(), invocation);
  }

  private GroupedBatch batch() {
    return new GroupedBatch(
        (m, d, l) -> work.on(m, d, l), (h, d) -> delays.delay(h, d), meter, timing);
  }

  private static QueueMessage message(String id) {
    return new QueueMessage(id, "handle-" + id, id.substring(0, 1), 1, "", true);
  }

  @Test
  void aBatchWithoutTroubleIsAcknowledgedAsAWhole() {
    assertThat(run("a1", "b1", "a2")).isEmpty();

    assertThat(worked).containsExactly("a1", "b1", "a2");
    assertThat(delayed).isEmpty();
  }

  @Test
  void aMessageThatMustWaitStopsItsGroupAndNoOther() {
    waits.put("a1", Duration.ofSeconds(7));

    assertThat(run("a1", "b1", "a2", "b2", "a3")).containsExactly("a1", "a2", "a3");

    assertThat(worked).containsExactly("a1", "b1", "b2");
    assertThat(delayed).containsExactly("handle-a1 7", "handle-a2 7", "handle-a3 7");
  }

  @Test
  void whatCameBeforeTheOneThatWaitsIsAcknowledged() {
    waits.put("a2", Duration.ofSeconds(7));

    assertThat(run("a1", "a2", "a3")).containsExactly("a2", "a3");
    assertThat(worked).containsExactly("a1", "a2");
  }

  @Test
  void groupsThatWaitDoSoEachForItsOwnTime() {
    waits.put("a1", Duration.ofSeconds(7));
    waits.put("b1", Duration.ofSeconds(90));

    assertThat(run("a1", "b1", "b2", "a2")).containsExactly("a1", "b1", "b2", "a2");
    assertThat(delayed)
        .containsExactly("handle-a1 7", "handle-b1 90", "handle-b2 90", "handle-a2 7");
  }

  @Test
  void eachMessageThatGoesBackIsCountedAndEachAccident() {
    waits.put("a1", Duration.ofSeconds(7));
    delays =
        (_, _) -> {
          throw new IllegalStateException("no such handle");
        };

    run("a1", "a2", "b1");

    assertThat(meter.take())
        .containsEntry(Metric.TASKS_POSTPONED, List.of(2L))
        .containsEntry(Metric.ACCIDENTS, List.of(2L));
  }

  @Test
  void nothingIsRememberedForTheNextInvocation() {
    waits.put("a1", Duration.ofSeconds(7));
    GroupedBatch same = batch();
    work =
        new MessageWork() {
          private boolean again;

          @Override
          public Optional<Duration> on(
              QueueMessage message, Deadline deadline, LambdaLogger logger) {
            Optional<Duration> wait = again ? Optional.empty() : Optional.of(Duration.ofSeconds(1));
            again = true;
            return wait;
          }
        };
    List<QueueMessage> batch = List.of(message("a1"));

    assertThat(same.run(batch, invocation)).hasSize(1);
    assertThat(same.run(batch, invocation)).isEmpty();
  }

  @Test
  void anAccidentStopsItsGroupForTenSecondsAndIsLogged() {
    work =
        (message, _, _) -> {
          if (message.id().equals("a1")) {
            throw new IllegalStateException("with a name in it");
          }
          return Optional.empty();
        };

    assertThat(run("a1", "a2", "b1")).containsExactly("a1", "a2");

    assertThat(delayed).containsExactly("handle-a1 10", "handle-a2 10");
    assertThat(String.join("", invocation.lines))
        .contains("\"message_id\":\"a1\"", "IllegalStateException")
        .doesNotContain("with a name in it");
  }

  @Test
  void aDelayThatCanNotBeSetLeavesTheMessageToItsVisibilityTimeout() {
    waits.put("a1", Duration.ofSeconds(7));
    delays =
        (_, _) -> {
          throw new IllegalStateException("SQS can't be reached");
        };

    assertThat(run("a1", "a2", "b1")).containsExactly("a1", "a2");
    assertThat(String.join("", invocation.lines))
        .contains("\"message_id\":\"a1\"", "\"message_id\":\"a2\"");
  }

  @Test
  void theDeadlineLeavesTimeToAnswer() {
    var deadlines = new ArrayList<Deadline>();
    work =
        (_, deadline, _) -> {
          deadlines.add(deadline);
          return Optional.empty();
        };

    run("a1");

    assertThat(deadlines).containsExactly(new Deadline(FakeTiming.START.plusSeconds(28)));
  }
}
