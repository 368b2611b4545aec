package io.fortnoxconnector.connector.tokens;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a connection and the lease for renewing them. Every method is one atomic step. */
public interface TokenStore {

  /** Whether a lease was given. */
  enum Lease {
    /** Nobody had it. */
    FREE,
    /**
     * Somebody had it and neither stored nor released anything: what they had may lie in escrow. In
     * doubt, after a repeated request, it's this one.
     */
    ABANDONED,
    /** Another's lease runs, the version isn't the one seen, or the connection is gone. */
    REFUSED
  }

  /** Takes the right to renew the tokens. */
  Lease lease(String connection, long seenVersion, String owner, Instant now, Instant until);

  /**
   * Stores a refresh token's successor at once, and that the access token has expired; the lease
   * goes on.
   *
   * @return false where the lease was no longer {@code owner}'s, the version isn't the one seen, or
   *     the connection is gone
   */
  boolean rotated(String connection, long seenVersion, String owner, Sealed successor, Instant now);

  /**
   * Stores renewed tokens and gives the lease back.
   *
   * @param refresh null where the stored one stays
   * @return false where the lease was no longer {@code owner}'s, or the connection is gone
   */
  boolean renew(
      String connection,
      String owner,
      Sealed access,
      Instant accessExpiresAt,
      @Nullable Sealed refresh,
      Instant now);

  /** Gives the lease back without a change. */
  void release(String connection, String owner);

  /** Connections whose refresh token has not been used since long and would die of age. */
  List<String> idle(Instant now, int limit);
}
