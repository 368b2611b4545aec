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
    REFRESH_TOKEN
  }

  /**
   * Encrypts.
   *
   * @throws IllegalArgumentException where the token is longer than 4,096 bytes, the most that KMS
   *     encrypts directly
   */
  Sealed seal(Secret token, String connection, Purpose purpose);

  Secret open(Sealed token, String connection, Purpose purpose);
}
