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
import io.fortnoxconnector.connector.connections.Reception;
import io.fortnoxconnector.connector.events.EventList;
import io.fortnoxconnector.connector.events.Forgetting;
import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.events.Looker;
import io.fortnoxconnector.connector.events.Rhythm;
import io.fortnoxconnector.connector.events.TaskNews;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.reading.FileReader;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.BulkDesk;
import io.fortnoxconnector.connector.tasks.Housekeeper;
import io.fortnoxconnector.connector.tasks.JobDoor;
import io.fortnoxconnector.connector.tasks.OwnTasks;
import io.fortnoxconnector.connector.tasks.TaskRunner;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.connector.tenants.PassThroughSwitch;
import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.connector.tenants.Tenants;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenEscrow;
import io.fortnoxconnector.connector.tokens.TokenRenewal;
import io.fortnoxconnector.connector.tokens.TokenVault;
import io.fortnoxconnector.connector.webhooks.Courier;
import io.fortnoxconnector.connector.webhooks.FortnoxEntities;
import io.fortnoxconnector.connector.webhooks.Post;
import io.fortnoxconnector.connector.webhooks.PublicHttpSender;
import io.fortnoxconnector.connector.webhooks.ReceiverUrl;
import io.fortnoxconnector.connector.webhooks.Waker;
import io.fortnoxconnector.connector.webhooks.Webhooks;
import io.fortnoxconnector.fortnox.HttpFortnoxApi;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;

/**
 * The use cases, wired to AWS as a function's environment says. Each is made when it's asked for: a
 * function only needs the rights and the variables of what it does.
 */
public final class Aws {

  private final Environment environment;
  private final Timing timing = Timing.real(Clock.systemUTC());
  private final Randomness randomness = Randomness.secure();
  private final InvocationMeter meter;
  private final Ports ports;

  private final Lazy<TokenVault> vault;

  public Aws(Environment environment) {
    this.environment = environment;
    this.meter = new InvocationMeter(environment.get(Name.SERVICE_NAME));
    this.ports = new Ports(environment, randomness, timing);
    this.vault =
        new Lazy<>(() -> new TokenVault(ports.cipher(Purpose.ACCESS_TOKEN), renewal(), timing));
    ports.snapshot().forget(() -> vault.ifMade(TokenVault::clear));
  }

  public Timing timing() {
    return timing;
  }

  /** What all use cases measure with; the handler writes it down after each invocation. */
  public InvocationMeter meter() {
    return meter;
  }

  public SecretStore secrets() {
    return ports.secrets();
  }

  public TenantStore tenantStore() {
    return ports.tenantStore();
  }

  public ConnectionStore connections() {
    return ports.connections();
  }

  public OwnTasks ownTasks() {
    return new OwnTasks(ports.tasks(), meter, timing);
  }

  public Access access() {
    return new Access(ports.tenantStore(), ports.connections());
  }

  public Tenants tenants() {
    return new Tenants(
        ports.tenantStore(),
        ports.secrets(),
        environment.get(Name.CLIENT_SECRETS_PREFIX),
        randomness,
        timing);
  }

  public Connecting connecting() {
    return new Connecting(
        ports.tenantStore(),
        ports.flows(),
        ports.connections(),
        ports.grants(),
        randomness,
        timing);
  }

  public Reception reception() {
    return new Reception(
        ports.tenantStore(),
        ports.flows(),
        ports.connections(),
        ports.secrets(),
        ports.grants(),
        ports.cipher(Purpose.ACCESS_TOKEN),
        gateway(),
        randomness,
        timing);
  }

  public Ending ending() {
    return new Ending(
        ports.connections(), ports.secrets(), ports.cipher(Purpose.ACCESS_TOKEN), ports.grants());
  }

  public Reader reader() {
    return new Reader(gateway());
  }

  public FileReader fileReader() {
    return new FileReader(gateway());
  }

  public WriteDesk desk() {
    return new WriteDesk(
        ports.tasks(),
        ports.contents(),
        ports.queue(),
        environment.number(Name.MOST_OPEN_WRITES),
        randomness,
        meter,
        timing);
  }

  /** Beside the desk for single writes. */
  public BulkDesk bulkDesk(WriteDesk desk) {
    return new BulkDesk(desk, ports.tasks(), ports.contents(), timing);
  }

  public PassThroughSwitch passThroughSwitch() {
    return new PassThroughSwitch(ports.tenantStore());
  }

  public JobDoor jobDoor() {
    return new JobDoor(ports.connections(), desk());
  }

  public TaskRunner taskRunner() {
    return new TaskRunner(
        ports.tasks(),
        ports.contents(),
        ports.queue(),
        ports.connections(),
        gateway(),
        environment.seconds(Name.SETTLING_SECONDS),
        randomness,
        meter,
        timing);
  }

  public Housekeeper housekeeper() {
    return new Housekeeper(
        ports.tasks(),
        ports.queue(),
        ports.connections(),
        ports.tokens(),
        renewal(),
        meter,
        timing);
  }

  public Looker looker() {
    return new Looker(
        ports.rounds(),
        ports.connections(),
        ports.events(),
        gateway(),
        rhythm(),
        ports.intervals(),
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
    return ports.intervals();
  }

  public TaskNews taskNews() {
    return new TaskNews(
        ports.taskEnds(), ports.events(), ports.connections(), waker(), meter, timing);
  }

  public Forgetting forgetting() {
    return new Forgetting(ports.events(), ports.connections(), randomness, meter, timing);
  }

  public EventList eventList() {
    return new EventList(ports.events(), timing);
  }

  public Waker waker() {
    return new Waker(
        ports.webhookStore(), ports.laneStore(), ports.deliveries(), randomness, timing);
  }

  public Webhooks webhooks() {
    return new Webhooks(
        ports.webhookStore(),
        ports.laneStore(),
        ports.events(),
        ports.deliveries(),
        waker(),
        post(),
        ports.cipher(Purpose.WEBHOOK_SECRET),
        randomness,
        timing);
  }

  /** What a webhook may be sent to. */
  public ReceiverUrl receiverUrl() {
    return new ReceiverUrl(environment.flag(Name.WEBHOOK_LOOPBACK));
  }

  public Courier courier() {
    return new Courier(
        ports.webhookStore(),
        ports.laneStore(),
        ports.events(),
        new FortnoxEntities(ports.connections(), gateway(), timing),
        post(),
        waker(),
        randomness,
        meter,
        timing);
  }

  private Post post() {
    return new Post(
        ports.cipher(Purpose.WEBHOOK_SECRET),
        new PublicHttpSender(
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            environment.flag(Name.WEBHOOK_LOOPBACK),
            timing),
        timing);
  }

  public SqsDelays writeDelays() {
    return ports.delays(Name.WRITES_QUEUE_URL);
  }

  public SqsDelays jobDelays() {
    return ports.delays(Name.JOBS_QUEUE_URL);
  }

  public SqsDelays deliveryDelays() {
    return ports.delays(Name.DELIVERIES_QUEUE_URL);
  }

  public SqsDeadLetters jobsDeadLetters() {
    return ports.jobsDeadLetters();
  }

  private FortnoxGateway gateway() {
    ports.snapshot().rehearse(Rehearsals::callNobody);
    return new FortnoxGateway(
        vault.get(),
        ports.budget(),
        new HttpFortnoxApi(environment.uri(Name.FORTNOX_API_URL)),
        new ConsentKeeper(ports.connections()),
        meter,
        timing);
  }

  private TokenRenewal renewal() {
    return new TokenRenewal(
        ports.connections(),
        ports.tokens(),
        ports.cipher(Purpose.ACCESS_TOKEN),
        ports.secrets(),
        new TokenEscrow(ports.secrets(), environment.get(Name.TOKEN_ESCROW_PREFIX)),
        ports.grants(),
        randomness,
        meter,
        timing);
  }
}
