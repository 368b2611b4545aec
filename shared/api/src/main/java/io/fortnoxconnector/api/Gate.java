package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.KEY_INVALID;

import io.fortnoxconnector.connector.Access;
import io.fortnoxconnector.connector.connections.Connection;

/**
 * Who a request comes from, by its keys. Unknown, withdrawn and foreign keys get one and the same
 * answer.
 */
public final class Gate {

  private final Access access;

  public Gate(Access access) {
    this.access = access;
  }

  /** The tenant of {@code X-API-KEY}. */
  public String tenant(HttpRequest request) {
    return request
        .header("x-api-key")
        .flatMap(access::tenant)
        .orElseThrow(
            () ->
                new Rejected(
                    KEY_INVALID.about(
                        "X-API-KEY", "Send a valid API key in the header X-API-KEY.")));
  }

  /** The tenant's connection of {@code X-ACCOUNT-KEY}. */
  public Connection connection(HttpRequest request) {
    String tenant = tenant(request);
    return request
        .header("x-account-key")
        .flatMap(key -> access.connection(tenant, key))
        .orElseThrow(
            () ->
                new Rejected(
                    KEY_INVALID.about(
                        "X-ACCOUNT-KEY", "Send a valid account key in the header X-ACCOUNT-KEY.")));
  }
}
