package io.fortnoxconnector.connector;

import io.fortnoxconnector.fortnox.Secret;
import java.util.Optional;

/** Long-lived secrets of vendors, by name. Production: AWS Secrets Manager. */
public interface SecretStore {

  /** The current value; may be a few minutes old. */
  Optional<Secret> read(String name);

  /** The current value, now: for when Fortnox refused the one that {@link #read} gave. */
  Optional<Secret> readAnew(String name);

  /** Creates the secret or gives it a new value. */
  void write(String name, Secret value);

  /** Deletes it at once; nothing happens where there is none. */
  void delete(String name);
}
