package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.contract.LaneStoreContract;
import io.fortnoxconnector.connector.webhooks.LaneStore;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoLaneStoreTest extends LaneStoreContract {

  private final LaneStore store;

  DynamoLaneStoreTest(Services aws) {
    store = new DynamoLaneStore(Tables.make(aws, "WebhooksTable"));
  }

  @Override
  protected LaneStore store() {
    return store;
  }
}
