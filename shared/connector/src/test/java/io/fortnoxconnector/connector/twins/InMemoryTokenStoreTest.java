package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.TokenStoreContract;
import io.fortnoxconnector.connector.tokens.TokenStore;

class InMemoryTokenStoreTest extends TokenStoreContract {

  private final InMemoryConnectionStore twin = new InMemoryConnectionStore();

  @Override
  protected ConnectionStore connections() {
    return twin;
  }

  @Override
  protected TokenStore store() {
    return twin;
  }
}
