package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Flow.Connected;
import io.fortnoxconnector.connector.connections.FlowStore;
import io.fortnoxconnector.connector.contract.FlowStoreContract;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OverBackends
class DynamoFlowStoreTest extends FlowStoreContract {

  private final Table table;
  private final FlowStore store;

  DynamoFlowStoreTest(Services aws) {
    table = Tables.make(aws, "ConnectFlowsTable");
    store = new DynamoFlowStore(table);
  }

  @Override
  protected FlowStore store() {
    return store;
  }

  /** The time-to-live attribute counts in seconds; in milliseconds nothing would ever expire. */
  @Test
  void dynamoDbMayDeleteAFlowOnceItHasExpired() {
    Instant until = FakeTiming.START.plus(Duration.ofMinutes(10));
    store.put("hash", new Connected("tenant", "connection", until));

    assertThat(table.get("hash").orElseThrow().number("expiresAt"))
        .isEqualTo(until.getEpochSecond());
  }
}
