package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.RoundsContract;
import io.fortnoxconnector.connector.events.Rounds;

class InMemoryRoundsTest extends RoundsContract {
  private final InMemoryConnectionStore store = new InMemoryConnectionStore();

  @Override
  protected Rounds rounds() {
    return store;
  }

  @Override
  protected ConnectionStore connections() {
    return store;
  }
}
