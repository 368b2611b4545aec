package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.TokenStoreContract;
import io.fortnoxconnector.connector.tokens.TokenStore;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoTokenStoreTest extends TokenStoreContract {

  private final TokenStore store;
  private final ConnectionStore connections;

  DynamoTokenStoreTest(Services aws) {
    Table table = Tables.make(aws, "ConnectionsTable");
    store = new DynamoTokenStore(table);
    connections = new DynamoConnectionStore(table);
  }

  @Override
  protected ConnectionStore connections() {
    return connections;
  }

  @Override
  protected TokenStore store() {
    return store;
  }
}
