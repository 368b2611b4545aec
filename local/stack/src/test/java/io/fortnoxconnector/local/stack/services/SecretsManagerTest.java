package io.fortnoxconnector.local.stack.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.SecretSpec;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

class SecretsManagerTest {

  private static final SecretSpec.Value.Generated LETTERS_AND_DIGITS =
      new SecretSpec.Value.Generated(
          20, "abc", true, true, true, false, false, true, Optional.empty());

  private static final List<SecretSpec> TEMPLATES =
      List.of(
          new SecretSpec("Given", "given", "", new SecretSpec.Value.Given("as it stands")),
          new SecretSpec("Made", "made", "", LETTERS_AND_DIGITS),
          new SecretSpec(
              "Json",
              "json",
              "",
              new SecretSpec.Value.Generated(
                  8,
                  "",
                  true,
                  false,
                  false,
                  false,
                  false,
                  true,
                  Optional.of(new SecretSpec.Value.Into("{\"user\":\"a\"}", "password")))));

  private final AwsJsonServer server = AwsJsonServer.start(Place.LOCAL, Clock.systemUTC());
  private final SecretsManagerClient client =
      SecretsManagerClient.builder()
          .endpointOverride(server.url())
          .region(Region.EU_NORTH_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void theTemplatesSecretsAreMadeByItsRules() {
    Provisioning.create(client, TEMPLATES);

    assertThat(text("given")).isEqualTo("as it stands");
    assertThat(text("made")).hasSize(20).matches("[d-zA-Z0-9]+").isEqualTo(text("made"));
    assertThat(text("json")).matches("\\{\"user\":\"a\",\"password\":\"[a-z]{8}\"}");
  }

  @Test
  void aSecretIsReadByNameAndByArn() {
    var made = client.createSecret(request -> request.name("tenants/t-1").secretString("one"));
    assertThat(made.arn())
        .startsWith("arn:aws:secretsmanager:eu-north-1:000000000000:secret:tenants/t-1-");
    assertThat(text("tenants/t-1")).isEqualTo("one");
    assertThat(text(made.arn())).isEqualTo("one");
  }

  @Test
  void binarySecretsComeBackAsTheyWere() {
    SdkBytes bytes = SdkBytes.fromByteArray(new byte[] {0, -1, 7});
    client.createSecret(request -> request.name("binary").secretBinary(bytes));
    assertThat(client.getSecretValue(request -> request.secretId("binary")).secretBinary())
        .isEqualTo(bytes);
  }

  @Test
  void aNameIsGivenOnce() {
    client.createSecret(request -> request.name("once").secretString("one"));
    assertThatThrownBy(
            () -> client.createSecret(request -> request.name("once").secretString("two")))
        .isInstanceOf(ResourceExistsException.class);
  }

  @Test
  void theSameRequestAgainIsNoError() {
    String token = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      var made =
          client.createSecret(
              request -> request.name("again").secretString("one").clientRequestToken(token));
      assertThat(made.versionId()).isEqualTo(token);
    }
  }

  @Test
  void aNewValueBecomesCurrentAndTheOldOnePrevious() {
    String first =
        client.createSecret(request -> request.name("rolling").secretString("one")).versionId();
    String second =
        client
            .putSecretValue(request -> request.secretId("rolling").secretString("two"))
            .versionId();
    assertThat(text("rolling")).isEqualTo("two");
    assertThat(
            client
                .getSecretValue(request -> request.secretId("rolling").versionStage("AWSPREVIOUS"))
                .secretString())
        .isEqualTo("one");
    assertThat(
            client
                .getSecretValue(request -> request.secretId("rolling").versionId(first))
                .secretString())
        .isEqualTo("one");
    assertThat(client.describeSecret(request -> request.secretId("rolling")).versionIdsToStages())
        .containsEntry(first, List.of("AWSPREVIOUS"))
        .containsEntry(second, List.of("AWSCURRENT"));
    client.putSecretValue(request -> request.secretId("rolling").secretString("three"));
    assertThat(client.describeSecret(request -> request.secretId("rolling")).versionIdsToStages())
        .hasSize(2)
        .doesNotContainKey(first);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThatThrownBy(() -> text("nobody")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () -> client.putSecretValue(request -> request.secretId("nobody").secretString("x")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                client.getSecretValue(
                    request -> request.secretId("given").versionStage("AWSPREVIOUS")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aSecretThatWaitsForItsDeletionIsNotServedButCanBeRestored() {
    client.createSecret(request -> request.name("leaving").secretString("one"));
    client.deleteSecret(request -> request.secretId("leaving").recoveryWindowInDays(7L));
    assertThatThrownBy(() -> text("leaving")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(
            () -> client.createSecret(request -> request.name("leaving").secretString("two")))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(client.describeSecret(request -> request.secretId("leaving")).deletedDate())
        .isNotNull();
    client.restoreSecret(request -> request.secretId("leaving"));
    assertThat(text("leaving")).isEqualTo("one");
  }

  @Test
  void aForcedDeletionFreesTheNameAtOnce() {
    client.createSecret(request -> request.name("gone").secretString("one"));
    client.deleteSecret(request -> request.secretId("gone").forceDeleteWithoutRecovery(true));
    assertThatThrownBy(() -> text("gone")).isInstanceOf(ResourceNotFoundException.class);
    client.deleteSecret(request -> request.secretId("gone").forceDeleteWithoutRecovery(true));
    client.createSecret(request -> request.name("gone").secretString("two"));
    assertThat(text("gone")).isEqualTo("two");
  }

  @Test
  void impossibleDeletionsAreRefused() {
    assertThatThrownBy(
            () ->
                client.deleteSecret(request -> request.secretId("given").recoveryWindowInDays(3L)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () ->
                client.deleteSecret(
                    request ->
                        request
                            .secretId("given")
                            .recoveryWindowInDays(7L)
                            .forceDeleteWithoutRecovery(true)))
        .isInstanceOf(InvalidParameterException.class);
  }

  private String text(String id) {
    return client.getSecretValue(request -> request.secretId(id)).secretString();
  }
}
