package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.contract.TaskStoreContract;

class InMemoryTaskStoreTest extends TaskStoreContract {

  private final TaskStore twin = new InMemoryTaskStore();

  @Override
  protected TaskStore store() {
    return twin;
  }
}
