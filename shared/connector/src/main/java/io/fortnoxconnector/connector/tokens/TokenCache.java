package io.fortnoxconnector.connector.tokens;

import io.fortnoxconnector.connector.tokens.TokenReply.Ready;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decrypted access tokens of this process: bounded, tied to the stored version, emptied before a
 * snapshot. Refresh tokens are never kept.
 */
final class TokenCache {

  private static final int MOST = 1000;

  private final Map<String, Ready> byConnection =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ready> eldest) {
          return size() > MOST;
        }
      };

  /** A token of that version, or of a later one. */
  synchronized Optional<Ready> get(String connection, long version) {
    return Optional.ofNullable(byConnection.get(connection)).filter(r -> r.version() >= version);
  }

  synchronized void put(String connection, Ready token) {
    byConnection.put(connection, token);
  }

  synchronized void clear() {
    byConnection.clear();
  }
}
