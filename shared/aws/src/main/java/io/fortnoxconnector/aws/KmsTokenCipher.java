package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.fortnox.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/**
 * Tokens under a KMS key: access tokens and webhooks' secrets directly, which makes reading them
 * one call; refresh tokens in an {@link Envelope}, whose key is fetched before the token exists.
 * Both with the encryption context {@code {connection, purpose}}: a ciphertext that is moved to
 * another connection doesn't open. The context stands in clear in CloudTrail, so it holds opaque
 * ids only (AWS KMS developer guide, "Encryption context").
 */
final class KmsTokenCipher implements TokenCipher {

  /** AWS KMS API reference, Encrypt: the most that a symmetric key encrypts directly. */
  private static final int MOST_BYTES = 4096;

  private final Supplier<KmsClient> client;
  private final String keyId;
  private final Randomness randomness;

  KmsTokenCipher(Supplier<KmsClient> client, String keyId, Randomness randomness) {
    this.client = client;
    this.keyId = keyId;
    this.randomness = randomness;
  }

  @Override
  public Sealed seal(Secret token, String connection, Purpose purpose) {
    return switch (purpose) {
      case ACCESS_TOKEN, WEBHOOK_SECRET -> sealDirectly(clear(token), context(connection, purpose));
      case REFRESH_TOKEN -> prepare(connection).seal(token);
    };
  }

  private Sealed sealDirectly(byte[] clear, Map<String, String> context) {
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
                        .encryptionContext(context))
            .ciphertextBlob()
            .asByteArray());
  }

  @Override
  public Sealer prepare(String connection) {
    Map<String, String> context = context(connection, Purpose.REFRESH_TOKEN);
    GenerateDataKeyResponse key =
        client
            .get()
            .generateDataKey(
                request ->
                    request.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(context));
    byte[] nonce = randomness.bytes(Envelope.NONCE_BYTES);
    return token ->
        Sealed.of(
            Envelope.seal(
                    clear(token),
                    key.plaintext().asByteArray(),
                    key.ciphertextBlob().asByteArray(),
                    nonce,
                    context)
                .bytes());
  }

  @Override
  public Secret open(Sealed token, String connection, Purpose purpose) {
    Map<String, String> context = context(connection, purpose);
    return switch (purpose) {
      case ACCESS_TOKEN, WEBHOOK_SECRET ->
          new Secret(decrypt(token.bytes(), context).asUtf8String());
      case REFRESH_TOKEN -> {
        Envelope envelope = Envelope.of(token.bytes());
        byte[] key = decrypt(envelope.encryptedKey(), context).asByteArray();
        yield new Secret(new String(envelope.open(key, context), StandardCharsets.UTF_8));
      }
    };
  }

  private SdkBytes decrypt(byte[] ciphertext, Map<String, String> context) {
    return client
        .get()
        .decrypt(
            request ->
                request
                    .keyId(keyId)
                    .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                    .encryptionContext(context))
        .plaintext();
  }

  private static byte[] clear(Secret token) {
    return token.reveal().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> context(String connection, Purpose purpose) {
    return Map.of("connection", connection, "purpose", purpose.name());
  }
}
