package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.contract.SecretStoreContract;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class SecretsManagerStoreTest extends SecretStoreContract {

  private final SecretStore store;

  SecretsManagerStoreTest(Services aws) {
    store = new SecretsManagerStore(aws::secretsManager, new FakeTiming());
  }

  @Override
  protected SecretStore store() {
    return store;
  }
}
