package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.ConnectionStoreContract;

class DynamoConnectionStoreTest extends ConnectionStoreContract {

  private final ConnectionStore store = new DynamoConnectionStore(DynamoLocal.connections());

  @Override
  protected ConnectionStore store() {
    return store;
  }
}
