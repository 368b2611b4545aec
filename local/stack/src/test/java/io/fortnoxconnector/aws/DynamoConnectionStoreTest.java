package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.ConnectionStoreContract;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoConnectionStoreTest extends ConnectionStoreContract {

  private final ConnectionStore store;

  DynamoConnectionStoreTest(Services aws) {
    store = new DynamoConnectionStore(Tables.make(aws, "ConnectionsTable"));
  }

  @Override
  protected ConnectionStore store() {
    return store;
  }
}
