package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.TokenStoreContract;
import io.fortnoxconnector.connector.tokens.TokenStore;

class DynamoTokenStoreTest extends TokenStoreContract {

  private final DynamoConnectionStore store = new DynamoConnectionStore(DynamoLocal.connections());

  @Override
  protected ConnectionStore connections() {
    return store;
  }

  @Override
  protected TokenStore store() {
    return store;
  }
}
