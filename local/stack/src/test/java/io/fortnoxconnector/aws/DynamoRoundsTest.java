package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.contract.RoundsContract;
import io.fortnoxconnector.connector.events.Rounds;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoRoundsTest extends RoundsContract {

  private final Rounds rounds;
  private final ConnectionStore connections;

  DynamoRoundsTest(Services aws) {
    Table table = Tables.make(aws, "ConnectionsTable");
    rounds = new DynamoRounds(table);
    connections = new DynamoConnectionStore(table);
  }

  @Override
  protected Rounds rounds() {
    return rounds;
  }

  @Override
  protected ConnectionStore connections() {
    return connections;
  }
}
