package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.ConnectionStoreContract;

class InMemoryConnectionStoreTest extends ConnectionStoreContract {

  private final ConnectionStore twin = new InMemoryConnectionStore();

  @Override
  protected ConnectionStore store() {
    return twin;
  }
}
