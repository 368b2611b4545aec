package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.contract.TaskStoreContract;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DynamoTaskStoreTest extends TaskStoreContract {

  private final Table table = DynamoLocal.tasks();
  private final TaskStore store = new DynamoTaskStore(table);

  @Override
  protected TaskStore store() {
    return store;
  }

  /** The time-to-live attribute counts in seconds; in milliseconds nothing would ever expire. */
  @Test
  void dynamoDbMayDeleteATaskAfterThirtyDays() {
    store.putIfAbsent(Samples.task("t"));

    assertThat(table.get("t").orElseThrow().number("expiresAt"))
        .isEqualTo(FakeTiming.START.plus(Duration.ofDays(30)).getEpochSecond());
  }
}
