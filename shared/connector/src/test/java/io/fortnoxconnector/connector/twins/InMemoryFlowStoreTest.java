package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.connections.FlowStore;
import io.fortnoxconnector.connector.contract.FlowStoreContract;

class InMemoryFlowStoreTest extends FlowStoreContract {

  private final FlowStore twin = new InMemoryFlowStore();

  @Override
  protected FlowStore store() {
    return twin;
  }
}
