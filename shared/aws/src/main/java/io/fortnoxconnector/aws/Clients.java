package io.fortnoxconnector.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The SDK's clients, each made when it's first used: a function only pays for what it calls. They
 * have one way to HTTP and one set of credentials (docs/adr/0016).
 *
 * <p>Region and credentials come from the SDK's own chain: with SnapStart Lambda hands credentials
 * out at a container endpoint, not in variables (AWS Lambda guide, "SnapStart").
 */
final class Clients {

  /** The stores' lazy clients lead back here, so that it lives as long as any of them. */
  private final Snapshot snapshot = Snapshot.register();

  private final Lazy<Credentials> credentials = new Lazy<>(Credentials::new);
  private final Lazy<SdkHttpClient> http = new Lazy<>(Clients::impatient);
  private final Lazy<DynamoDbClient> dynamo =
      new Lazy<>(() -> withShared(DynamoDbClient.builder()).build());
  private final Lazy<SqsClient> sqs = new Lazy<>(() -> withShared(SqsClient.builder()).build());
  private final Lazy<KmsClient> kms = new Lazy<>(() -> withShared(KmsClient.builder()).build());
  private final Lazy<SecretsManagerClient> secretsManager =
      new Lazy<>(() -> withShared(SecretsManagerClient.builder()).build());

  Clients() {
    snapshot.forget(() -> credentials.ifMade(Credentials::forget));
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Lazy<DynamoDbClient> dynamo() {
    return dynamo;
  }

  Lazy<SqsClient> sqs() {
    return sqs;
  }

  Lazy<KmsClient> kms() {
    return kms;
  }

  Lazy<SecretsManagerClient> secretsManager() {
    return secretsManager;
  }

  /**
   * What AWS hasn't answered in five seconds is asked again, by the SDK or by us: with its default
   * of thirty, one lost packet would use up an invocation.
   */
  private static SdkHttpClient impatient() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(2))
        .socketTimeout(Duration.ofSeconds(5))
        .build();
  }

  private <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B withShared(
      B builder) {
    return builder.httpClient(http.get()).credentialsProvider(credentials.get());
  }
}
