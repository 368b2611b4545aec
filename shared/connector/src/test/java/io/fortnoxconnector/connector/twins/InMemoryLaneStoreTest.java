package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.LaneStoreContract;
import io.fortnoxconnector.connector.webhooks.LaneStore;

class InMemoryLaneStoreTest extends LaneStoreContract {
  private final InMemoryLaneStore store = new InMemoryLaneStore();

  @Override
  protected LaneStore store() {
    return store;
  }
}
