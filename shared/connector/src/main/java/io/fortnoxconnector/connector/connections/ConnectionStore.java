package io.fortnoxconnector.connector.connections;

import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connections. Every method is one atomic step; tokens have a store of their own, {@link
 * io.fortnoxconnector.connector.tokens.TokenStore}.
 */
public interface ConnectionStore {

  /** Read consistently: it sees every write that was confirmed before. */
  Optional<Connection> find(String id);

  /**
   * Creates it, or renews it: tokens, scopes and consent are replaced; account keys stay, and names
   * until there are newer ones.
   */
  void connect(Connection connection);

  /** Notes what Fortnox says the company is called. */
  void describe(String id, String companyName, String organisationNumber);

  /**
   * Adds an account key's hash in front and keeps two; false where the connection isn't there, or
   * not the tenant's.
   */
  boolean addAccountKey(String id, String tenant, String hash);

  /** Nothing happens where the connection isn't there any more. */
  void setConsent(String id, Consent consent, @Nullable ConsentDetail detail);

  /** Deletes it and gives back what was there; empty where it isn't there, or not the tenant's. */
  Optional<Connection> remove(String id, String tenant);

  /** A page of a tenant's connections, oldest first. */
  Page ofTenant(String tenant, int limit, @Nullable String after);

  /** Some connections; {@code next} is null after the last. */
  record Page(List<Connection> connections, @Nullable String next) {}
}
