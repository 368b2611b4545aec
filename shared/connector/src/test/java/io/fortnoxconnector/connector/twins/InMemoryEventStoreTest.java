package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.EventStoreContract;
import io.fortnoxconnector.connector.events.EventStore;

class InMemoryEventStoreTest extends EventStoreContract {
  private final EventStore store = new InMemoryEventStore();

  @Override
  protected EventStore store() {
    return store;
  }
}
