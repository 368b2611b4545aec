package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.tasks.ContentStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bytes in a map. */
public final class InMemoryContentStore implements ContentStore {

  private final Map<String, byte[]> kept = new HashMap<>();

  @Override
  public synchronized void put(String key, byte[] bytes, Instant expires) {
    kept.put(key, bytes.clone());
  }

  @Override
  public synchronized Optional<byte[]> find(String key) {
    return Optional.ofNullable(kept.get(key)).map(byte[]::clone);
  }

  @Override
  public synchronized void remove(String key) {
    kept.remove(key);
  }

  public synchronized Set<String> keys() {
    return Set.copyOf(kept.keySet());
  }
}
