package io.fortnoxconnector.connector.tokens;

import io.fortnoxconnector.fortnox.Secret;

/**
 * Encrypts tokens so that a ciphertext opens only for the connection and purpose that it was made
 * for. Production: AWS KMS.
 */
public interface TokenCipher {

  /** What a token is for; part of the encryption context. */
  enum Purpose {
    ACCESS_TOKEN,
    REFRESH_TOKEN,
    /** What a webhook's messages are signed with; the webhook stands for the connection. */
    WEBHOOK_SECRET
  }

  /**
   * Encrypts.
   *
   * @throws IllegalArgumentException where an access token is longer than 4,096 bytes, the most
   *     that KMS encrypts directly
   */
  Sealed seal(Secret token, String connection, Purpose purpose);

  /**
   * Makes all calls that encrypting the connection's next refresh token needs: the sealer makes
   * none. So nothing can keep a token from being stored once Fortnox has given it.
   */
  Sealer prepare(String connection);

  /** Encrypts one refresh token, in this process alone. */
  @FunctionalInterface
  interface Sealer {
    Sealed seal(Secret refreshToken);
  }

  Secret open(Sealed token, String connection, Purpose purpose);
}
