package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.TokenStoreContract;
import io.fortnoxconnector.connector.tokens.TokenStore;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoTokenStoreTest extends TokenStoreContract {

  private final DynamoConnectionStore store;

  DynamoTokenStoreTest(Services aws) {
    store = new DynamoConnectionStore(Tables.make(aws, "ConnectionsTable"));
  }

  @Override
  protected ConnectionStore connections() {
    return store;
  }

  @Override
  protected TokenStore store() {
    return store;
  }
}
