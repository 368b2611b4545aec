package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.fortnox.Secret;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a store of vendors' secrets must do. */
public abstract class SecretStoreContract {

  private static final Secret FIRST = new Secret("first");
  private static final Secret SECOND = new Secret("second");

  /** Stores may be shared, and a name belongs to whoever uses it first. */
  private final String name = "contract/" + UUID.randomUUID();

  /** A store without secrets of this test, the same one for the whole of a test. */
  protected abstract SecretStore store();

  @Test
  void aSecretIsReadAsItWasWritten() {
    assertThat(store().read(name)).isEmpty();

    store().write(name, FIRST);

    assertThat(store().read(name)).contains(FIRST);
    assertThat(store().readAnew(name)).contains(FIRST);
    assertThat(store().read(name + "/other")).isEmpty();
  }

  @Test
  void aNewValueReplacesTheOld() {
    store().write(name, FIRST);
    store().read(name);

    store().write(name, SECOND);

    assertThat(store().read(name)).contains(SECOND);
    assertThat(store().readAnew(name)).contains(SECOND);
  }

  @Test
  void aDeletedSecretIsGone() {
    store().write(name, FIRST);
    store().read(name);

    store().delete(name);
    store().delete(name);

    assertThat(store().read(name)).isEmpty();
    assertThat(store().readAnew(name)).isEmpty();
  }
}
