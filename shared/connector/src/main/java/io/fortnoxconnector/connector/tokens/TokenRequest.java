package io.fortnoxconnector.connector.tokens;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenCipher.Sealer;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.fortnox.AppCredentials;
import io.fortnoxconnector.fortnox.FortnoxGrants;
import io.fortnoxconnector.fortnox.GrantReply;
import io.fortnoxconnector.fortnox.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A request for new tokens, with all at hand that it takes to send it and to keep the answer.
 *
 * @param refresh null with client credentials, and where none is stored
 * @param sealer for its successor
 */
record TokenRequest(Connection connection, @Nullable Secret refresh, @Nullable Sealer sealer) {

  static TokenRequest prepare(Connection connection, TokenCipher cipher) {
    Sealed refresh = connection.tokens().refresh();
    return refresh == null || connection.tokens().grant() == Grant.CLIENT_CREDENTIALS
        ? new TokenRequest(connection, null, null)
        : new TokenRequest(
            connection,
            cipher.open(refresh, connection.id(), Purpose.REFRESH_TOKEN),
            cipher.prepare(connection.id()));
  }

  GrantReply send(FortnoxGrants grants, Secret clientSecret) {
    var app = new AppCredentials(connection.clientId(), clientSecret);
    if (connection.tokens().grant() == Grant.CLIENT_CREDENTIALS) {
      return grants.clientCredentials(app, connection.companyId());
    }
    return refresh == null
        ? new GrantReply.InvalidGrant("no refresh token is stored")
        : grants.refresh(app, refresh);
  }
}
