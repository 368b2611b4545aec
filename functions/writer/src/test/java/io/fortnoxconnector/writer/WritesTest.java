package io.fortnoxconnector.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.QueueMessage;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.BulkRequest;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.WriteRequest;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writer's messages, also those that come from the dead-letter queue under new ids. */
class WritesTest {

  private static final String ALL = "/3/customers";

  private final World world = new World();
  private final List<String> log = new ArrayList<>();
  private final LambdaLogger logger =
      new LambdaLogger() {
        @Override
        public void log(String message) {
          log.add(message);
        }

        @Override
        public void log(byte[] message) {
          log.add(new String(message, StandardCharsets.UTF_8));
        }
      };

  private Task task = Samples.task("none");

  @BeforeEach
  void anAcceptedWrite() {
    world.connect(Grant.REFRESH_TOKEN);
    world.fortnox.on(
        Method.POST,
        ALL,
        FakeFortnox.answered(Samples.json("{'Customer':{'CustomerNumber':'17','Name':'Bo'}}")));
    var request =
        new WriteRequest(
            world.connection(),
            Customers.CUSTOMERS,
            Operation.CREATE,
            null,
            Samples.json("{'companyName':'Bo'}"),
            null);
    task = ((Accepted) world.desk().accept(request)).task();
  }

  private Optional<Duration> receive(String messageId) {
    return receive(messageId, task.id(), world.minute());
  }

  private Optional<Duration> receive(String messageId, String body, Deadline deadline) {
    var message = new QueueMessage(messageId, "handle", "group", 1, body, true);
    return new Writes(world.runner()).on(message, deadline, logger);
  }

  private Task stored() {
    return world.tasks.find(task.id()).orElseThrow();
  }

  @Test
  void aWriteIsCarriedOutAndItsMessageCanGo() {
    assertThat(receive("first")).isEmpty();

    assertThat(stored().progress().outcome()).isInstanceOf(Done.class);
    assertThat(log)
        .singleElement()
        .asString()
        .contains("\"task\":\"" + task.id() + "\"", "\"outcome\":\"finished\"");
  }

  @Test
  void aRedrivenMessageOfAFinishedTaskChangesNothing() {
    receive("first");
    Task finished = stored();

    assertThat(receive("redriven")).isEmpty();

    assertThat(stored()).isEqualTo(finished);
    assertThat(world.fortnox.count(Method.POST, ALL)).isEqualTo(1);
  }

  @Test
  void aRedrivenMessageOfAnOpenTaskCarriesItOutForBoth() {
    assertThat(receive("redriven")).isEmpty();
    assertThat(receive("first")).isEmpty();

    assertThat(world.fortnox.count(Method.POST, ALL)).isEqualTo(1);
  }

  @Test
  void aRedrivenMessageOfATaskInProgressElsewhereWaitsForIt() {
    Instant now = world.timing.now();
    world.tasks.lease(task.id(), "another", now, now.plusSeconds(40));

    assertThat(receive("redriven")).contains(Duration.ofSeconds(40));

    assertThat(stored().progress().leaseOwner()).isEqualTo("another");
    assertThat(world.fortnox.sent()).isEmpty();
    assertThat(log).singleElement().asString().contains("\"wait_seconds\":40");
  }

  @Test
  void aRedrivenMessageOfAWriteThatMayHaveHappenedIsNotSentAgainBeforeItWasLookedFor() {
    Instant now = world.timing.now();
    world.tasks.sending(task.id(), "killed", now, now.plusSeconds(1));
    world.timing.advance(Duration.ofSeconds(2));

    assertThat(receive("redriven")).isPresent();

    assertThat(world.fortnox.sent()).isEmpty();
  }

  @Test
  void anAccidentIsLoggedWithoutItsWordsAndComesAgain() {
    world.cipher.onCall(
        _ -> {
          throw new IllegalStateException("with a name in it");
        });

    assertThat(receive("first")).contains(Duration.ofSeconds(10));

    assertThat(log)
        .singleElement()
        .asString()
        .contains("\"outcome\":\"accident\"", "\"exception\":", "\"task\":\"" + task.id())
        .doesNotContain("with a name in it");
  }

  @Test
  void aRunThatLetsAnotherWriteGoFirstGoesOnByAMessageOfItsOwn() {
    ObjectNode row = Samples.json("{'companyName':'Bo'}");
    var bulk =
        new BulkRequest(
            world.connection(),
            Customers.CUSTOMERS,
            List.of(row, row),
            null,
            BulkRequest.OnError.REJECT,
            "key");
    Task run = ((Accepted) world.bulkDesk().accept(bulk)).task();

    assertThat(receive("first", run.id(), world.minute())).isEmpty();

    assertThat(world.fortnox.count(Method.POST, ALL)).isEqualTo(1);
    assertThat(world.queue.messages()).containsExactly(task.id(), run.id(), run.id());
    assertThat(log).singleElement().asString().contains("\"outcome\":\"continues\"");
  }

  @Test
  void aMessageOfNoTaskCanGo() {
    assertThat(receive("redriven", "unknown", world.minute())).isEmpty();
  }

  @Test
  void withoutTheTimeForItNoCallIsBegun() {
    Deadline soon = Deadline.in(Duration.ofSeconds(5), world.timing);

    assertThat(receive("first", task.id(), soon)).contains(Duration.ofSeconds(1));

    assertThat(world.fortnox.sent()).isEmpty();
    assertThat(stored()).isEqualTo(task);
  }
}
