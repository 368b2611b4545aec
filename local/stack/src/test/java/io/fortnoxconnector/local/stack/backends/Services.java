package io.fortnoxconnector.local.stack.backends;

import static java.util.stream.Collectors.toMap;

import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.data.LocalDynamoDb;
import io.fortnoxconnector.local.stack.data.LocalSqs;
import io.fortnoxconnector.local.stack.services.Provisioning;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.QueueSpec;
import io.fortnoxconnector.local.stack.template.QueueSpec.DeadLetters;
import io.fortnoxconnector.local.stack.template.TableSpec;
import io.fortnoxconnector.local.stack.template.Template;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The services of one backend with a client for each, and the template's resources made anew for
 * whoever asks, so that tests don't meet in one.
 */
public final class Services {

  private static final AtomicInteger PLACES = new AtomicInteger();

  private final Map<Service, URI> endpoints;
  private final DynamoDbClient dynamoDb;
  private final SqsClient sqs;
  private final KmsClient kms;
  private final SecretsManagerClient secretsManager;

  Services(AwsServer server) {
    endpoints = server.endpoints();
    dynamoDb = client(DynamoDbClient.builder(), server.at(Service.DYNAMODB));
    sqs = client(SqsClient.builder(), server.at(Service.SQS));
    kms = client(KmsClient.builder(), server.at(Service.KMS));
    secretsManager = client(SecretsManagerClient.builder(), server.at(Service.SECRETS_MANAGER));
  }

  public Map<Service, URI> endpoints() {
    return endpoints;
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  public SqsClient sqs() {
    return sqs;
  }

  public KmsClient kms() {
    return kms;
  }

  public SecretsManagerClient secretsManager() {
    return secretsManager;
  }

  /** A stack's name that no other test has. */
  public static Place newPlace() {
    return new Place(
        "test-" + PLACES.incrementAndGet(), Place.LOCAL.region(), Place.LOCAL.accountId());
  }

  static Template template(Place place) {
    return Template.read(StackOptions.defaults().template(), place);
  }

  /** A new, empty table; its name. Nothing expires in it: the contracts' clock is behind. */
  public String table(String logicalId) {
    TableSpec table =
        template(newPlace()).tables().stream()
            .filter(candidate -> candidate.logicalId().equals(logicalId))
            .map(Services::withoutTimeToLive)
            .findFirst()
            .orElseThrow();
    LocalDynamoDb.create(dynamoDb, List.of(table));
    return table.name();
  }

  private static TableSpec withoutTimeToLive(TableSpec table) {
    return new TableSpec(
        table.logicalId(),
        table.name(),
        table.attributeTypes(),
        table.key(),
        table.indexes(),
        Optional.empty());
  }

  /** New, empty queues; their URLs by their keys in the template. */
  public Map<String, String> queues(int maxReceiveCount) {
    List<QueueSpec> queues =
        template(newPlace()).queues().stream()
            .map(queue -> withMaxReceiveCount(queue, maxReceiveCount))
            .toList();
    Map<String, String> urls = LocalSqs.create(sqs, queues);
    return queues.stream().collect(toMap(QueueSpec::logicalId, queue -> urls.get(queue.name())));
  }

  private static QueueSpec withMaxReceiveCount(QueueSpec queue, int count) {
    Optional<DeadLetters> deadLetters =
        queue.deadLetters().map(letters -> new DeadLetters(letters.queueArn(), count));
    return new QueueSpec(queue.logicalId(), queue.name(), queue.attributes(), deadLetters);
  }

  /** A key to encrypt under; its ARN. */
  public String key() {
    return Provisioning.create(kms, template(newPlace()).keys()).get("DataKey");
  }

  private static <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(Place.LOCAL.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
