package io.fortnoxconnector.connector.tokens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection's tokens as they are stored: encrypted, with the lease under which they're renewed.
 *
 * @param version counts every change; a writer must have seen the newest
 * @param access encrypted access token
 * @param accessExpiresAt when Fortnox stops taking it
 * @param refresh encrypted refresh token: the one to use next (REFRESH_TOKEN), or the one kept to
 *     revoke the consent with (CLIENT_CREDENTIALS)
 * @param leaseOwner who is renewing the tokens right now
 * @param renewedAt when the tokens last came from Fortnox
 */
public record TokenState(
    Grant grant,
    long version,
    Sealed access,
    Instant accessExpiresAt,
    @Nullable Sealed refresh,
    @Nullable String leaseOwner,
    @Nullable Instant leaseUntil,
    Instant renewedAt) {

  /** How the next access token is asked for. */
  public enum Grant {
    /** With client id, secret and the company's number: nothing that could be lost. */
    CLIENT_CREDENTIALS,
    /** With a single-use refresh token. */
    REFRESH_TOKEN
  }
}
