package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.fortnox.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Tokens under a KMS key, with the encryption context {@code {connection, purpose}}: a ciphertext
 * that is moved to another connection doesn't open. The context stands in clear in CloudTrail, so
 * it holds opaque ids only (AWS KMS developer guide, "Encryption context").
 */
final class KmsTokenCipher implements TokenCipher {

  /** AWS KMS API reference, Encrypt: the most that a symmetric key encrypts directly. */
  private static final int MOST_BYTES = 4096;

  private final Supplier<KmsClient> client;
  private final String keyId;

  KmsTokenCipher(Supplier<KmsClient> client, String keyId) {
    this.client = client;
    this.keyId = keyId;
  }

  @Override
  public Sealed seal(Secret token, String connection, Purpose purpose) {
    byte[] clear = token.reveal().getBytes(StandardCharsets.UTF_8);
    if (clear.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "A token of " + clear.length + " bytes is longer than KMS encrypts directly");
    }
    return Sealed.of(
        client
            .get()
            .encrypt(
                request ->
                    request
                        .keyId(keyId)
                        .plaintext(SdkBytes.fromByteArray(clear))
                        .encryptionContext(context(connection, purpose)))
            .ciphertextBlob()
            .asByteArray());
  }

  @Override
  public Secret open(Sealed token, String connection, Purpose purpose) {
    return new Secret(
        client
            .get()
            .decrypt(
                request ->
                    request
                        .keyId(keyId)
                        .ciphertextBlob(SdkBytes.fromByteArray(token.bytes()))
                        .encryptionContext(context(connection, purpose)))
            .plaintext()
            .asUtf8String());
  }

  private static Map<String, String> context(String connection, Purpose purpose) {
    return Map.of("connection", connection, "purpose", purpose.name());
  }
}
