package io.fortnoxconnector.connector.tokens;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenCipher.Sealer;
import io.fortnoxconnector.connector.tokens.TokenEscrow.Escrowed;
import io.fortnoxconnector.connector.tokens.TokenReply.Ready;
import io.fortnoxconnector.fortnox.GrantReply.Granted;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps what Fortnox granted. A refresh token's successor comes first, since nothing can replace
 * it: one write to the connection, or else into escrow. The access token follows; if it's lost, the
 * next request asks for another.
 */
final class TokenKeeper {

  /** Without as much time left, no further attempt is begun. */
  private static final Duration ATTEMPT_TIME = Duration.ofSeconds(3);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final TokenStore tokens;
  private final TokenCipher cipher;
  private final TokenEscrow escrow;
  private final Timing timing;

  TokenKeeper(TokenStore tokens, TokenCipher cipher, TokenEscrow escrow, Timing timing) {
    this.tokens = tokens;
    this.cipher = cipher;
    this.escrow = escrow;
    this.timing = timing;
  }

  /**
   * Stores what an earlier owner of the lease could only put into escrow.
   *
   * @return whether the connection's refresh token is another now
   */
  boolean adopt(Connection connection, String owner) {
    Optional<Escrowed> left = escrow.find(connection.id());
    if (left.isEmpty()) {
      return false;
    }
    long version = connection.tokens().version();
    boolean adopted =
        left.get().version() == version
            && tokens.rotated(
                connection.id(), version, owner, left.get().successor(), timing.now());
    if (adopted || left.get().version() < version) {
      escrow.remove(connection.id());
    }
    return adopted;
  }

  /** The access token to use, or empty where the lease was lost or the store can't be reached. */
  Optional<Ready> keep(TokenRequest request, String owner, Granted granted, Deadline deadline) {
    Connection connection = request.connection();
    long version = connection.tokens().version();
    Secret successor = granted.refreshToken();
    Sealer sealer = request.sealer();
    if (successor != null && sealer != null) {
      if (!isSafe(connection, owner, sealer.seal(successor), deadline)) {
        return Optional.empty();
      }
      version++;
    }
    Sealed access;
    try {
      access = cipher.seal(granted.accessToken(), connection.id(), Purpose.ACCESS_TOKEN);
    } catch (RuntimeException trouble) {
      // Nothing is lost: the stored one counts as expired, so whoever comes next renews.
      tokens.release(connection.id(), owner);
      return Optional.of(new Ready(granted.accessToken(), version));
    }
    return tokens.renew(
            connection.id(),
            owner,
            access,
            timing.now().plus(granted.lifetime()),
            null,
            timing.now())
        ? Optional.of(new Ready(granted.accessToken(), version + 1))
        : Optional.empty();
  }

  /**
   * Whether the successor is stored. If at first it can't be, it goes into escrow; if it never can,
   * it stays there, and the lease is left to expire, which sends the next owner to look.
   */
  private boolean isSafe(Connection connection, String owner, Sealed successor, Deadline deadline) {
    long version = connection.tokens().version();
    boolean escrowed = false;
    for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
      RuntimeException trouble;
      try {
        boolean stored = tokens.rotated(connection.id(), version, owner, successor, timing.now());
        if (escrowed && stored) {
          forget(connection);
        }
        return stored;
      } catch (RuntimeException unreachable) {
        trouble = unreachable;
      }
      if (!escrowed) {
        escrowed = isEscrowed(connection, new Escrowed(version, successor), trouble);
      }
      if (!deadline.allows(pause.plus(ATTEMPT_TIME), timing)) {
        if (escrowed) {
          return false;
        }
        throw trouble;
      }
      timing.pause(pause);
    }
  }

  private boolean isEscrowed(Connection connection, Escrowed escrowed, RuntimeException trouble) {
    try {
      escrow.put(connection.id(), escrowed);
      return true;
    } catch (RuntimeException unreachable) {
      trouble.addSuppressed(unreachable);
      return false;
    }
  }

  /** What can't be removed now is of an older version to whoever finds it, who then removes it. */
  private void forget(Connection connection) {
    try {
      escrow.remove(connection.id());
    } catch (RuntimeException unreachable) {
      // as said above
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
