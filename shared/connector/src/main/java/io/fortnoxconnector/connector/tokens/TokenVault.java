package io.fortnoxconnector.connector.tokens;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenReply.Ready;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hands out access tokens: from memory, from the connection's item, or renewed. */
public final class TokenVault {

  /**
   * A token is renewed this long before Fortnox stops taking it, so that no call starts with a
   * dying one.
   */
  static final Duration EXPIRY_MARGIN = Duration.ofMinutes(5);

  private final TokenCache cache = new TokenCache();
  private final TokenCipher cipher;
  private final TokenRenewal renewal;
  private final Timing timing;

  public TokenVault(TokenCipher cipher, TokenRenewal renewal, Timing timing) {
    this.cipher = cipher;
    this.renewal = renewal;
    this.timing = timing;
  }

  /** A token for one call that starts now. */
  public TokenReply access(Connection connection, Deadline deadline) {
    if (!connection.consent().isUsable()) {
      return new TokenReply.Lost(
          ProblemType.RECONNECT_REQUIRED.about(
              "The company's connection is "
                  + connection.consent()
                  + ". Send a user of it through the connect flow again."));
    }
    TokenState tokens = connection.tokens();
    Optional<Ready> cached = cache.get(connection.id(), tokens.version());
    // A request reads its connection once; its own renewals are only in the cache.
    boolean renewedSince = cached.filter(r -> r.version() > tokens.version()).isPresent();
    if (!renewedSince && !isFresh(tokens.accessExpiresAt())) {
      return remembered(connection, renewal.renew(connection, deadline));
    }
    return cached.orElseGet(
        () -> {
          var opened =
              new Ready(
                  cipher.open(tokens.access(), connection.id(), Purpose.ACCESS_TOKEN),
                  tokens.version());
          cache.put(connection.id(), opened);
          return opened;
        });
  }

  /** Another token, after Fortnox answered 401 to this one. */
  public TokenReply accessAfterRefusal(Connection connection, Ready refused, Deadline deadline) {
    return remembered(connection, renewal.renewRefused(connection, refused.version(), deadline));
  }

  /** Forgets all tokens: before a snapshot of the process is taken. */
  public void clear() {
    cache.clear();
  }

  private boolean isFresh(Instant expiresAt) {
    return timing.now().plus(EXPIRY_MARGIN).isBefore(expiresAt);
  }

  private TokenReply remembered(Connection connection, TokenReply reply) {
    if (reply instanceof Ready ready) {
      cache.put(connection.id(), ready);
    }
    return reply;
  }
}
