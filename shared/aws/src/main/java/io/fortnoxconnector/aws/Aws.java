package io.fortnoxconnector.aws;

import io.fortnoxconnector.aws.Environment.Name;
import io.fortnoxconnector.connector.Access;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.ConsentKeeper;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connecting;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.Ending;
import io.fortnoxconnector.connector.connections.FlowStore;
import io.fortnoxconnector.connector.connections.Reception;
import io.fortnoxconnector.connector.events.EventList;
import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.events.Looker;
import io.fortnoxconnector.connector.events.Rhythm;
import io.fortnoxconnector.connector.events.TaskNews;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.reading.FileReader;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.BulkDesk;
import io.fortnoxconnector.connector.tasks.ContentStore;
import io.fortnoxconnector.connector.tasks.Housekeeper;
import io.fortnoxconnector.connector.tasks.JobDoor;
import io.fortnoxconnector.connector.tasks.OwnTasks;
import io.fortnoxconnector.connector.tasks.TaskQueue;
import io.fortnoxconnector.connector.tasks.TaskRunner;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.connector.tenants.PassThroughSwitch;
import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.connector.tenants.Tenants;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenEscrow;
import io.fortnoxconnector.connector.tokens.TokenRenewal;
import io.fortnoxconnector.connector.tokens.TokenStore;
import io.fortnoxconnector.connector.tokens.TokenVault;
import io.fortnoxconnector.connector.webhooks.Courier;
import io.fortnoxconnector.connector.webhooks.DeliveryQueue;
import io.fortnoxconnector.connector.webhooks.FortnoxEntities;
import io.fortnoxconnector.connector.webhooks.Post;
import io.fortnoxconnector.connector.webhooks.PublicHttpSender;
import io.fortnoxconnector.connector.webhooks.ReceiverUrl;
import io.fortnoxconnector.connector.webhooks.Waker;
import io.fortnoxconnector.connector.webhooks.WebhookStore;
import io.fortnoxconnector.connector.webhooks.Webhooks;
import io.fortnoxconnector.fortnox.FortnoxGrants;
import io.fortnoxconnector.fortnox.HttpFortnoxApi;
import io.fortnoxconnector.fortnox.HttpFortnoxGrants;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The use cases, wired to AWS as a function's environment says. Clients are made when they're first
 * used: a function only pays for, and only needs the variables of, what it calls.
 *
 * <p>Region and credentials come from the SDK's own chain: with SnapStart Lambda hands credentials
 * out at a container endpoint, not in variables (AWS Lambda guide, "SnapStart").
 */
public final class Aws {

  private final Environment environment;
  private final Timing timing = Timing.real(Clock.systemUTC());
  private final Randomness randomness = Randomness.secure();
  private final InvocationMeter meter;

  /** The stores' lazy clients lead back here, so that it lives as long as any of them. */
  private final Snapshot snapshot = Snapshot.register(this::forgetSecrets);

  private final Lazy<Credentials> credentials = new Lazy<>(Credentials::new);
  private final Lazy<SdkHttpClient> http = new Lazy<>(Aws::impatient);
  private final Lazy<DynamoDbClient> dynamo =
      new Lazy<>(() -> withShared(DynamoDbClient.builder()).build());
  private final Lazy<SqsClient> sqs = new Lazy<>(() -> withShared(SqsClient.builder()).build());
  private final Lazy<KmsClient> kms = new Lazy<>(() -> withShared(KmsClient.builder()).build());
  private final Lazy<SecretsManagerClient> secretsManager =
      new Lazy<>(() -> withShared(SecretsManagerClient.builder()).build());

  private final Lazy<SecretsManagerStore> secrets;
  private final Lazy<TokenVault> vault;
  private final Lazy<DynamoBudget> budget;

  public Aws(Environment environment) {
    this.environment = environment;
    this.meter = new InvocationMeter(environment.get(Name.SERVICE_NAME));
    this.secrets = new Lazy<>(() -> new SecretsManagerStore(secretsManager, timing));
    this.budget = new Lazy<>(() -> new DynamoBudget(table(Name.BUDGETS_TABLE), randomness));
    this.vault = new Lazy<>(() -> new TokenVault(cipher(), renewal(), timing));
  }

  public Timing timing() {
    return timing;
  }

  /** What all use cases measure with; the handler writes it down after each invocation. */
  public InvocationMeter meter() {
    return meter;
  }

  public SecretStore secrets() {
    snapshot.rehearse(secretsManager::get);
    return secrets.get();
  }

  public TenantStore tenantStore() {
    return new DynamoTenantStore(table(Name.TENANTS_TABLE));
  }

  public ConnectionStore connections() {
    return new DynamoConnectionStore(table(Name.CONNECTIONS_TABLE));
  }

  private DynamoTaskStore tasks() {
    return new DynamoTaskStore(table(Name.TASKS_TABLE));
  }

  public OwnTasks ownTasks() {
    return new OwnTasks(tasks(), meter, timing);
  }

  private ContentStore contents() {
    return new DynamoContentStore(table(Name.TASKS_TABLE));
  }

  public Access access() {
    return new Access(tenantStore(), connections());
  }

  public Tenants tenants() {
    return new Tenants(
        tenantStore(), secrets(), environment.get(Name.CLIENT_SECRETS_PREFIX), randomness, timing);
  }

  public Connecting connecting() {
    return new Connecting(tenantStore(), flows(), connections(), grants(), randomness, timing);
  }

  public Reception reception() {
    return new Reception(
        tenantStore(),
        flows(),
        connections(),
        secrets(),
        grants(),
        cipher(),
        gateway(),
        randomness,
        timing);
  }

  public Ending ending() {
    return new Ending(connections(), secrets(), cipher(), grants());
  }

  public Reader reader() {
    return new Reader(gateway());
  }

  public FileReader fileReader() {
    return new FileReader(gateway());
  }

  public WriteDesk desk() {
    return new WriteDesk(
        tasks(),
        contents(),
        queue(),
        environment.number(Name.MOST_OPEN_WRITES),
        randomness,
        meter,
        timing);
  }

  /** Beside the desk for single writes. */
  public BulkDesk bulkDesk(WriteDesk desk) {
    return new BulkDesk(desk, tasks(), contents(), timing);
  }

  public PassThroughSwitch passThroughSwitch() {
    return new PassThroughSwitch(tenantStore());
  }

  public JobDoor jobDoor() {
    return new JobDoor(connections(), desk());
  }

  public TaskRunner taskRunner() {
    return new TaskRunner(
        tasks(),
        contents(),
        queue(),
        connections(),
        gateway(),
        environment.seconds(Name.SETTLING_SECONDS),
        randomness,
        meter,
        timing);
  }

  public Housekeeper housekeeper() {
    return new Housekeeper(tasks(), queue(), connections(), tokens(), renewal(), meter, timing);
  }

  public Looker looker() {
    return new Looker(
        new DynamoRounds(table(Name.CONNECTIONS_TABLE)),
        connections(),
        events(),
        gateway(),
        rhythm(),
        intervals(),
        waker(),
        randomness,
        meter,
        timing);
  }

  /** How often resources are looked at whose vendor has said nothing about it. */
  public Rhythm rhythm() {
    return new Rhythm(environment.seconds(Name.LOOK_SECONDS));
  }

  public Intervals intervals() {
    return new DynamoTenantStore(table(Name.TENANTS_TABLE));
  }

  public TaskNews taskNews() {
    return new TaskNews(
        new DynamoTaskEnds(table(Name.TASKS_TABLE)),
        events(),
        connections(),
        waker(),
        meter,
        timing);
  }

  public EventList eventList() {
    return new EventList(events(), timing);
  }

  public Waker waker() {
    return new Waker(webhookStore(), deliveries(), randomness, timing);
  }

  public Webhooks webhooks() {
    return new Webhooks(
        webhookStore(),
        events(),
        deliveries(),
        waker(),
        post(),
        cipher(Purpose.WEBHOOK_SECRET),
        randomness,
        timing);
  }

  /** What a webhook may be sent to. */
  public ReceiverUrl receiverUrl() {
    return new ReceiverUrl(environment.flag(Name.WEBHOOK_LOOPBACK));
  }

  public Courier courier() {
    return new Courier(
        webhookStore(),
        events(),
        new FortnoxEntities(connections(), gateway(), timing),
        post(),
        waker(),
        randomness,
        meter,
        timing);
  }

  private Post post() {
    return new Post(
        cipher(Purpose.WEBHOOK_SECRET),
        new PublicHttpSender(
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            environment.flag(Name.WEBHOOK_LOOPBACK),
            timing),
        timing);
  }

  private WebhookStore webhookStore() {
    return new DynamoWebhookStore(table(Name.WEBHOOKS_TABLE));
  }

  private DeliveryQueue deliveries() {
    snapshot.rehearse(sqs::get);
    return new SqsDeliveryQueue(sqs, environment.get(Name.DELIVERIES_QUEUE_URL));
  }

  private EventStore events() {
    return new DynamoEventStore(table(Name.EVENTS_TABLE));
  }

  public SqsDelays writeDelays() {
    return new SqsDelays(sqs, environment.get(Name.WRITES_QUEUE_URL));
  }

  public SqsDelays jobDelays() {
    return new SqsDelays(sqs, environment.get(Name.JOBS_QUEUE_URL));
  }

  public SqsDelays deliveryDelays() {
    return new SqsDelays(sqs, environment.get(Name.DELIVERIES_QUEUE_URL));
  }

  public SqsDeadLetters jobsDeadLetters() {
    return new SqsDeadLetters(sqs, environment.get(Name.JOBS_DEAD_LETTERS_URL));
  }

  /** Forgets all secrets in memory: before a snapshot of the process is taken. */
  void forgetSecrets() {
    secrets.ifMade(SecretsManagerStore::clear);
    vault.ifMade(TokenVault::clear);
    credentials.ifMade(Credentials::forget);
  }

  private FortnoxGateway gateway() {
    snapshot.rehearse(Rehearsals::callNobody);
    return new FortnoxGateway(
        vault.get(),
        budget.get(),
        new HttpFortnoxApi(environment.uri(Name.FORTNOX_API_URL)),
        new ConsentKeeper(connections()),
        meter,
        timing);
  }

  private TokenRenewal renewal() {
    return new TokenRenewal(
        connections(),
        tokens(),
        cipher(),
        secrets(),
        new TokenEscrow(secrets(), environment.get(Name.TOKEN_ESCROW_PREFIX)),
        grants(),
        randomness,
        meter,
        timing);
  }

  private TokenStore tokens() {
    return new DynamoTokenStore(table(Name.CONNECTIONS_TABLE));
  }

  private FlowStore flows() {
    return new DynamoFlowStore(table(Name.CONNECT_FLOWS_TABLE));
  }

  private TaskQueue queue() {
    snapshot.rehearse(sqs::get);
    return new SqsTaskQueue(sqs, environment.get(Name.WRITES_QUEUE_URL));
  }

  private TokenCipher cipher() {
    return cipher(Purpose.ACCESS_TOKEN);
  }

  /**
   * A cipher.
   *
   * @param rehearsed what the function's role may open
   */
  private TokenCipher cipher(Purpose rehearsed) {
    var cipher = new KmsTokenCipher(kms, environment.get(Name.TOKEN_KEY_ID), randomness);
    snapshot.rehearse(() -> Rehearsals.openNothing(cipher, rehearsed));
    return cipher;
  }

  private FortnoxGrants grants() {
    return new HttpFortnoxGrants(environment.uri(Name.FORTNOX_AUTH_URL));
  }

  private Table table(Name name) {
    return new Table(dynamo, environment.get(name), new Contention(randomness, timing));
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
