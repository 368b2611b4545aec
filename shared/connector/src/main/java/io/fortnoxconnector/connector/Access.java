package io.fortnoxconnector.connector;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.tenants.TenantStore;
import java.util.Optional;

/** Who a pair of keys belongs to. A foreign key opens exactly what an unknown one does: nothing. */
public final class Access {

  private final TenantStore tenants;
  private final ConnectionStore connections;

  public Access(TenantStore tenants, ConnectionStore connections) {
    this.tenants = tenants;
    this.connections = connections;
  }

  /** The tenant of an API key. */
  public Optional<String> tenant(String apiKey) {
    return Key.parse(Key.Kind.API, apiKey)
        .flatMap(
            key ->
                tenants
                    .findKey(key.id())
                    .filter(stored -> key.matches(stored.hash()))
                    .map(TenantStore.ApiKeyRecord::tenant));
  }

  /** The connection of an account key, if it's the tenant's. */
  public Optional<Connection> connection(String tenant, String accountKey) {
    return Key.parse(Key.Kind.ACCOUNT, accountKey)
        .flatMap(
            key ->
                connections
                    .find(key.id())
                    .filter(connection -> connection.tenant().equals(tenant))
                    .filter(
                        connection ->
                            connection.accountKeyHashes().stream().anyMatch(key::matches)));
  }
}
