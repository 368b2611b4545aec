package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.ContentStoreContract;
import io.fortnoxconnector.connector.tasks.ContentStore;

class InMemoryContentStoreTest extends ContentStoreContract {

  private final ContentStore twin = new InMemoryContentStore();

  @Override
  protected ContentStore store() {
    return twin;
  }
}
