package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.contract.ContentStoreContract;
import io.fortnoxconnector.connector.tasks.ContentStore;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;
import org.junit.jupiter.api.Test;

@OverBackends
class DynamoContentStoreTest extends ContentStoreContract {

  private final Table table;
  private final ContentStore store;

  DynamoContentStoreTest(Services aws) {
    table = Tables.make(aws, "TasksTable");
    store = new DynamoContentStore(table);
  }

  @Override
  protected ContentStore store() {
    return store;
  }

  /** The time-to-live attribute counts in seconds. */
  @Test
  void dynamoDbMayDeleteEveryPartOnceItHasExpired() {
    store.put("task/x", bytes(400_000), EXPIRES);

    for (int part = 0; part < 2; part++) {
      assertThat(table.get("content#task/x#" + part).orElseThrow().number("expiresAt"))
          .isEqualTo(EXPIRES.getEpochSecond());
    }
  }

  @Test
  void bytesOfWhichAPartIsMissingAreNotFound() {
    store.put("task/x", bytes(800_000), EXPIRES);
    table.delete("content#task/x#1", "attribute_exists(id)", Item.empty());

    assertThat(store.find("task/x")).isEmpty();
  }

  @Test
  void aPartIsNoTask() {
    store.put("x", bytes(3), EXPIRES);

    assertThat(new DynamoTaskStore(table).find("content#x#0")).isEmpty();
  }
}
