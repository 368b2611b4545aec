package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.TaskStoreContract;
import io.fortnoxconnector.connector.tasks.TaskEnds;
import io.fortnoxconnector.connector.tasks.TaskStore;

class InMemoryTaskStoreTest extends TaskStoreContract {

  private final InMemoryTaskStore twin = new InMemoryTaskStore();

  @Override
  protected TaskStore store() {
    return twin;
  }

  @Override
  protected TaskEnds ends() {
    return twin;
  }
}
