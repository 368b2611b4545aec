package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.RoundsContract;
import io.fortnoxconnector.connector.events.Rounds;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoRoundsTest extends RoundsContract {

  private final DynamoConnectionStore store;

  DynamoRoundsTest(Services aws) {
    store = new DynamoConnectionStore(Tables.make(aws, "ConnectionsTable"));
  }

  @Override
  protected Rounds rounds() {
    return store;
  }

  @Override
  protected ConnectionStore connections() {
    return store;
  }
}
