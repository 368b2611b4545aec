package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.contract.EventStoreContract;
import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoEventStoreTest extends EventStoreContract {

  private final EventStore store;

  DynamoEventStoreTest(Services aws) {
    store = new DynamoEventStore(Tables.make(aws, "EventsTable"));
  }

  @Override
  protected EventStore store() {
    return store;
  }
}
