package io.fortnoxconnector.connector.connections;

import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.fortnox.AppCredentials;
import io.fortnoxconnector.fortnox.FortnoxGrants;
import io.fortnoxconnector.fortnox.Secret;
import java.util.Optional;

/**
 * Ends a connection: its keys and tokens are deleted first, so that nothing of it works whatever
 * Fortnox then says; then the consent is revoked there.
 */
public final class Ending {

  private final ConnectionStore connections;
  private final SecretStore secrets;
  private final TokenCipher cipher;
  private final FortnoxGrants grants;

  public Ending(
      ConnectionStore connections, SecretStore secrets, TokenCipher cipher, FortnoxGrants grants) {
    this.connections = connections;
    this.secrets = secrets;
    this.cipher = cipher;
    this.grants = grants;
  }

  /** How it ended. */
  public enum End {
    /** Nothing to end: unknown, or another tenant's. */
    UNKNOWN,
    ENDED_AND_REVOKED,
    /**
     * Ended here; the company's administrator can still see the integration at Fortnox and remove
     * it there.
     */
    ENDED_HERE_ONLY
  }

  public End end(String connection, String tenant) {
    Optional<Connection> removed = connections.remove(connection, tenant);
    if (removed.isEmpty()) {
      return End.UNKNOWN;
    }
    Sealed refresh = removed.get().tokens().refresh();
    Optional<Secret> secret = secrets.read(removed.get().secretName());
    if (refresh == null || secret.isEmpty()) {
      return End.ENDED_HERE_ONLY;
    }
    boolean revoked =
        grants.revoke(
            new AppCredentials(removed.get().clientId(), secret.get()),
            cipher.open(refresh, connection, Purpose.REFRESH_TOKEN));
    return revoked ? End.ENDED_AND_REVOKED : End.ENDED_HERE_ONLY;
  }
}
