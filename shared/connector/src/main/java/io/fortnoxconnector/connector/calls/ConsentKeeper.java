package io.fortnoxconnector.connector.calls;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.fortnox.FortnoxError;

/**
 * Keeps a connection's consent state in step with what Fortnox answers. A 403 on one resource
 * doesn't end the connection.
 */
public final class ConsentKeeper {

  private final ConnectionStore connections;

  public ConsentKeeper(ConnectionStore connections) {
    this.connections = connections;
  }

  void refused(Connection connection, String scope, FortnoxError error) {
    switch (error.kind()) {
      case SCOPE_MISSING -> note(connection, Consent.SCOPE_MISSING, scope, error);
      case LICENCE_MISSING -> note(connection, Consent.LICENCE_MISSING, scope, error);
      case PERMISSION_MISSING -> note(connection, Consent.PERMISSION_MISSING, scope, error);
      case NOT_FOUND, CONFLICT, INVALID, LOGIN_REFUSED, BAD_CALL -> {}
    }
  }

  /**
   * What was missing for this scope isn't any more; nor is what kept the token endpoint from giving
   * tokens at all, which is noted without a scope.
   */
  void worked(Connection connection, String scope) {
    ConsentDetail detail = connection.consentDetail();
    if (connection.consent() != Consent.ACTIVE
        && detail != null
        && (detail.scope().isEmpty() || detail.scope().equals(scope))) {
      connections.setConsent(connection.id(), Consent.ACTIVE, null);
    }
  }

  private void note(Connection connection, Consent consent, String scope, FortnoxError error) {
    var detail = new ConsentDetail(scope, error.message());
    if (connection.consent() != consent || !detail.equals(connection.consentDetail())) {
      connections.setConsent(connection.id(), consent, detail);
    }
  }
}
