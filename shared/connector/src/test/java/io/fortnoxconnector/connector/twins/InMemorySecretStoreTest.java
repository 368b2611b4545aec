package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.contract.SecretStoreContract;

class InMemorySecretStoreTest extends SecretStoreContract {

  private final SecretStore twin = new InMemorySecretStore();

  @Override
  protected SecretStore store() {
    return twin;
  }
}
