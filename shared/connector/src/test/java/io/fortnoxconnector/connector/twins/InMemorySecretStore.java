package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.fortnox.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets in a map, with a cache that goes stale when somebody else changes a secret. */
public final class InMemorySecretStore implements SecretStore {

  private final Map<String, Secret> stored = new HashMap<>();
  private final Map<String, Secret> cached = new HashMap<>();
  private final List<String> lookups = new ArrayList<>();
  private Runnable beforeWriting = () -> {};

  @Override
  public synchronized Optional<Secret> read(String name) {
    Secret value = cached.get(name);
    return value == null ? readAnew(name) : Optional.of(value);
  }

  @Override
  public synchronized Optional<Secret> readAnew(String name) {
    lookups.add(name);
    Secret value = stored.get(name);
    if (value == null) {
      cached.remove(name);
      return Optional.empty();
    }
    cached.put(name, value);
    return Optional.of(value);
  }

  @Override
  public synchronized void write(String name, Secret value) {
    beforeWriting.run();
    stored.put(name, value);
    cached.remove(name);
  }

  @Override
  public synchronized void delete(String name) {
    stored.remove(name);
    cached.remove(name);
  }

  /** The names that were asked for where the secrets really are. */
  public synchronized List<String> lookups() {
    return List.copyOf(lookups);
  }

  /** Runs before a secret is written; what it throws keeps it from being written. */
  public synchronized void beforeWriting(Runnable doing) {
    beforeWriting = doing;
  }

  /** Another process gave the secret a new value: {@link #read} doesn't know it yet. */
  public synchronized void changeElsewhere(String name, Secret value) {
    stored.put(name, value);
  }
}
