package io.fortnoxconnector.local.stack.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.local.stack.template.KeySpec;
import io.fortnoxconnector.local.stack.template.Place;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AlreadyExistsException;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

class KmsTest {

  private static final String ALIAS = "alias/mine";
  private static final Map<String, String> CONTEXT =
      Map.of("connection", "c-1", "purpose", "token");

  private final AwsJsonServer server = AwsJsonServer.start(Place.LOCAL, Clock.systemUTC());
  private final KmsClient kms =
      KmsClient.builder()
          .endpointOverride(server.url())
          .region(Region.EU_NORTH_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final Map<String, String> made =
      Provisioning.create(
          kms,
          List.of(
              new KeySpec("Key", "", "a key", List.of(ALIAS)),
              new KeySpec("Other", "", "", List.of())));
  private final String arn = made.getOrDefault("Key", "");
  private final String otherArn = made.getOrDefault("Other", "");
  private final SdkBytes blob = encrypt(arn, "hemlighet".getBytes(UTF_8));

  @AfterEach
  void close() {
    kms.close();
    server.close();
  }

  @Test
  void aKeyIsKnownByIdArnAndAlias() {
    assertThat(arn).startsWith("arn:aws:kms:eu-north-1:000000000000:key/");
    String id = arn.substring(arn.indexOf('/') + 1);
    for (String name : List.of(id, arn, ALIAS, "arn:aws:kms:eu-north-1:000000000000:" + ALIAS)) {
      assertThat(decrypt(encrypt(name, "x".getBytes(UTF_8)), CONTEXT).keyId()).isEqualTo(arn);
    }
  }

  @Test
  void anAliasIsGivenOnce() {
    assertThatThrownBy(
            () -> kms.createAlias(request -> request.aliasName(ALIAS).targetKeyId(otherArn)))
        .isInstanceOf(AlreadyExistsException.class);
  }

  @Test
  void theBlobItselfSaysWhichKeyMadeIt() {
    DecryptResponse opened = decrypt(blob, CONTEXT);
    assertThat(opened.plaintext().asUtf8String()).isEqualTo("hemlighet");
    assertThat(new String(blob.asByteArray(), UTF_8)).doesNotContain("hemlighet");
  }

  @Test
  void anotherContextDoesNotOpenTheBlob() {
    assertThatThrownBy(() -> decrypt(blob, Map.of("connection", "c-2", "purpose", "token")))
        .isInstanceOf(InvalidCiphertextException.class);
    assertThatThrownBy(() -> decrypt(blob, Map.of()))
        .isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void aChangedBlobIsRefused() {
    byte[] changed = blob.asByteArray();
    changed[changed.length - 1] ^= 1;
    assertThatThrownBy(() -> decrypt(SdkBytes.fromByteArray(changed), CONTEXT))
        .isInstanceOf(InvalidCiphertextException.class);
    assertThatThrownBy(() -> decrypt(SdkBytes.fromUtf8String("nonsense"), CONTEXT))
        .isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void anotherKeyThanTheBlobsIsRefused() {
    assertThatThrownBy(
            () ->
                kms.decrypt(
                    request ->
                        request.keyId(otherArn).ciphertextBlob(blob).encryptionContext(CONTEXT)))
        .isInstanceOf(IncorrectKeyException.class);
  }

  @Test
  void anUnknownKeyIsNotFound() {
    assertThatThrownBy(() -> encrypt("alias/nobody", new byte[1]))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> encrypt("6d0b1f3c-0000-3b52-8a7f-0d4b7d6a1c11", new byte[1]))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void plaintextMayHave4096Bytes() {
    assertThat(encrypt(arn, new byte[4096]).asByteArray()).hasSizeGreaterThan(4096);
    assertThatThrownBy(() -> encrypt(arn, new byte[4097]))
        .isInstanceOfSatisfying(
            KmsException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }

  @Test
  void aDisabledKeyServesNobodyUntilItIsEnabledAgain() {
    kms.disableKey(request -> request.keyId(arn));
    assertThatThrownBy(() -> encrypt(arn, new byte[1])).isInstanceOf(DisabledException.class);
    assertThatThrownBy(() -> decrypt(blob, CONTEXT)).isInstanceOf(DisabledException.class);
    assertThat(kms.describeKey(request -> request.keyId(arn)).keyMetadata().enabled()).isFalse();
    kms.enableKey(request -> request.keyId(arn));
    assertThat(decrypt(blob, CONTEXT).plaintext().asUtf8String()).isEqualTo("hemlighet");
  }

  @Test
  void aDataKeyComesInClearAndSealed() {
    GenerateDataKeyResponse made =
        kms.generateDataKey(
            request -> request.keyId(arn).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT));
    assertThat(made.plaintext().asByteArray()).hasSize(32);
    assertThat(decrypt(made.ciphertextBlob(), CONTEXT).plaintext()).isEqualTo(made.plaintext());
  }

  @Test
  void anUnknownOperationIsNamed() {
    assertThatThrownBy(kms::listKeys)
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("doesn't know the operation ListKeys");
  }

  private SdkBytes encrypt(String key, byte[] plaintext) {
    return kms.encrypt(
            request ->
                request
                    .keyId(key)
                    .plaintext(SdkBytes.fromByteArray(plaintext))
                    .encryptionContext(CONTEXT))
        .ciphertextBlob();
  }

  private DecryptResponse decrypt(SdkBytes sealed, Map<String, String> context) {
    return kms.decrypt(request -> request.ciphertextBlob(sealed).encryptionContext(context));
  }
}
