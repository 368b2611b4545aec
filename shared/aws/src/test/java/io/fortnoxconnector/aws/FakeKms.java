package io.fortnoxconnector.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** A KMS that only checks what it's given: a blob opens under the context that it was made with. */
final class FakeKms implements KmsClient {

  private int calls;
  private int keys;

  int calls() {
    return calls;
  }

  @Override
  public EncryptResponse encrypt(EncryptRequest request) {
    calls++;
    return EncryptResponse.builder()
        .ciphertextBlob(blob(request.plaintext().asByteArray(), request.encryptionContext()))
        .build();
  }

  @Override
  public GenerateDataKeyResponse generateDataKey(GenerateDataKeyRequest request) {
    calls++;
    byte[] key = new byte[32];
    key[0] = (byte) ++keys;
    return GenerateDataKeyResponse.builder()
        .plaintext(SdkBytes.fromByteArray(key))
        .ciphertextBlob(blob(key, request.encryptionContext()))
        .build();
  }

  @Override
  public DecryptResponse decrypt(DecryptRequest request) {
    calls++;
    String clear = flipped(request.ciphertextBlob().asByteArray());
    String context = new TreeMap<>(request.encryptionContext()) + "\n";
    if (!clear.startsWith(context)) {
      throw InvalidCiphertextException.builder().build();
    }
    return DecryptResponse.builder()
        .plaintext(
            SdkBytes.fromByteArray(
                clear.substring(context.length()).getBytes(StandardCharsets.ISO_8859_1)))
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private static SdkBytes blob(byte[] clear, Map<String, String> context) {
    String text = new TreeMap<>(context) + "\n" + new String(clear, StandardCharsets.ISO_8859_1);
    return SdkBytes.fromByteArray(
        flipped(text.getBytes(StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String flipped(byte[] bytes) {
    byte[] flipped = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      flipped[i] = (byte) ~bytes[i];
    }
    return new String(flipped, StandardCharsets.ISO_8859_1);
  }
}
