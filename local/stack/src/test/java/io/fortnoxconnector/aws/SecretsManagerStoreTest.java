package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.contract.SecretStoreContract;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.fortnox.Secret;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;
import org.junit.jupiter.api.Test;

@OverBackends
class SecretsManagerStoreTest extends SecretStoreContract {

  private final SecretsManagerStore store;
  private int calls;

  SecretsManagerStoreTest(Services aws) {
    store =
        new SecretsManagerStore(
            () -> {
              calls++;
              return aws.secretsManager();
            },
            new FakeTiming());
  }

  @Override
  protected SecretStore store() {
    return store;
  }

  @Test
  void whatItRememberedIsGoneBeforeASnapshot() {
    String name = "tenants/" + Randomness.secure().id();
    store.write(name, new Secret("client-secret"));
    store.read(name);
    int before = calls;
    store.read(name);
    assertThat(calls).isEqualTo(before);

    store.clear();

    store.read(name);
    assertThat(calls).isEqualTo(before + 1);
  }
}
