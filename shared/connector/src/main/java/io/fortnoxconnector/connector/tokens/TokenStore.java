package io.fortnoxconnector.connector.tokens;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a connection and the lease for renewing them. Every method is one atomic step. */
public interface TokenStore {

  /**
   * Takes the right to renew the tokens.
   *
   * @return true if {@code owner} has it now: nobody else had an unexpired lease and the version
   *     was the one seen
   */
  boolean lease(String connection, long seenVersion, String owner, Instant now, Instant until);

  /**
   * Stores renewed tokens and gives the lease back.
   *
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
