package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.contract.TaskStoreContract;
import io.fortnoxconnector.connector.tasks.TaskEnds;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OverBackends
class DynamoTaskStoreTest extends TaskStoreContract {

  private static final Instant NOW = FakeTiming.START;

  private final Table table;
  private final DynamoTaskStore store;

  DynamoTaskStoreTest(Services aws) {
    table = Tables.make(aws, "TasksTable");
    store = new DynamoTaskStore(table);
  }

  @Override
  protected TaskStore store() {
    return store;
  }

  @Override
  protected TaskEnds ends() {
    return new DynamoTaskEnds(table);
  }

  /** The time-to-live attribute counts in seconds; in milliseconds nothing would ever expire. */
  @Test
  void dynamoDbMayDeleteATaskThirtyDaysAfterItsEndAndNeverAnOpenOne() {
    store.putOpen(Samples.task("t"), 1);
    assertThat(table.get("t").orElseThrow().has("expiresAt")).isFalse();

    store.lease("t", "a", NOW, NOW.plusSeconds(60));
    store.finish(Samples.task("t"), "a", new Done("17", Samples.json("{}")), NOW.plusSeconds(2));

    assertThat(table.get("t").orElseThrow().number("expiresAt"))
        .isEqualTo(NOW.plusSeconds(2).plus(Duration.ofDays(30)).getEpochSecond());
  }

  @Test
  void theCountOfOpenTasksIsNoTask() {
    store.putOpen(Samples.task("t"), 1);

    String counter = "open#" + Samples.COMPANY;
    assertThat(table.get(counter).orElseThrow().number("openTasks")).isEqualTo(1);
    assertThat(store.find(counter)).isEmpty();
  }
}
