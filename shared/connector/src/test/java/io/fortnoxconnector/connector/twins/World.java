package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.Access;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.ConsentKeeper;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connecting;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Ending;
import io.fortnoxconnector.connector.connections.Reception;
import io.fortnoxconnector.connector.events.Looker;
import io.fortnoxconnector.connector.events.Rhythm;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.BulkDesk;
import io.fortnoxconnector.connector.tasks.ContentStore;
import io.fortnoxconnector.connector.tasks.Housekeeper;
import io.fortnoxconnector.connector.tasks.JobDoor;
import io.fortnoxconnector.connector.tasks.OwnTasks;
import io.fortnoxconnector.connector.tasks.Run;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.TaskQueue;
import io.fortnoxconnector.connector.tasks.TaskRunner;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.connector.tenants.Tenants;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenEscrow;
import io.fortnoxconnector.connector.tokens.TokenRenewal;
import io.fortnoxconnector.connector.tokens.TokenState;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.tokens.TokenVault;
import io.fortnoxconnector.connector.webhooks.Courier;
import io.fortnoxconnector.connector.webhooks.FortnoxEntities;
import io.fortnoxconnector.connector.webhooks.Post;
import io.fortnoxconnector.connector.webhooks.Sender;
import io.fortnoxconnector.connector.webhooks.Waker;
import io.fortnoxconnector.connector.webhooks.Webhooks;
import io.fortnoxconnector.fortnox.FortnoxApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/** All use cases over the twins: what a test needs to play a scene through. */
public final class World {

  /** Under this and a connection's id a token lies in escrow. */
  public static final String ESCROW_PREFIX = "fortnox/escrow/";

  /** Not the template's default, so that a constant in its place would be seen. */
  public static final Duration SETTLING_TIME = Duration.ofSeconds(70);

  /** How often what changed is looked for. */
  public static final Duration LOOK_EVERY = Duration.ofMinutes(5);

  public final FakeTiming timing = new FakeTiming();
  public final FakeRandomness randomness = new FakeRandomness();
  public final InMemoryTenantStore tenantStore = new InMemoryTenantStore();
  public final InMemoryConnectionStore connections = new InMemoryConnectionStore();
  public final InMemoryFlowStore flows = new InMemoryFlowStore();
  public final InMemoryTaskStore tasks = new InMemoryTaskStore();
  public final InMemoryContentStore contents = new InMemoryContentStore();
  public final InMemoryTaskQueue queue = new InMemoryTaskQueue(timing);
  public final InMemoryEventStore events = new InMemoryEventStore();
  public final InMemoryWebhookStore webhookStore = new InMemoryWebhookStore();
  public final InMemoryLaneStore laneStore = new InMemoryLaneStore();
  public final InMemoryDeliveryQueue deliveries = new InMemoryDeliveryQueue();
  public final InMemoryBudget budget = new InMemoryBudget();
  public final InMemoryTokenCipher cipher = new InMemoryTokenCipher();
  public final InMemorySecretStore secrets = new InMemorySecretStore();
  public final TokenEscrow escrow = new TokenEscrow(secrets, ESCROW_PREFIX);
  public final FakeGrants grants = new FakeGrants();
  public final FakeFortnox fortnox = new FakeFortnox();
  public final InvocationMeter meter = new InvocationMeter("world");

  /** How many unfinished writes a company may have. */
  public int mostOpen = 100;

  /** The client secret of {@link Samples}' integration is known. */
  public World() {
    secrets.write(Samples.SECRET_NAME, FakeGrants.CLIENT_SECRET);
  }

  public Access access() {
    return new Access(tenantStore, connections);
  }

  public Tenants tenants() {
    return new Tenants(tenantStore, secrets, "fortnox/", randomness, timing);
  }

  public Connecting connecting() {
    return new Connecting(tenantStore, flows, connections, grants, randomness, timing);
  }

  public Reception reception() {
    return new Reception(
        tenantStore, flows, connections, secrets, grants, cipher, gateway(), randomness, timing);
  }

  public Ending ending() {
    return new Ending(connections, secrets, cipher, grants);
  }

  public TokenRenewal renewal() {
    return renewal(timing);
  }

  public TokenRenewal renewal(Timing by) {
    return new TokenRenewal(
        connections, connections, cipher, secrets, escrow, grants, randomness, meter, by);
  }

  /** A vault as a process has it when it starts: nothing is cached. */
  public TokenVault vault() {
    return new TokenVault(cipher, renewal(), timing);
  }

  public FortnoxGateway gateway() {
    return gateway(fortnox);
  }

  /** The same to another Fortnox. */
  public FortnoxGateway gateway(FortnoxApi other) {
    return new FortnoxGateway(
        vault(), budget, other, new ConsentKeeper(connections), meter, timing);
  }

  public Reader reader() {
    return new Reader(gateway());
  }

  public WriteDesk desk() {
    return new WriteDesk(tasks, contents, queue, mostOpen, randomness, meter, timing);
  }

  public BulkDesk bulkDesk() {
    return new BulkDesk(desk(), tasks, contents, timing);
  }

  public OwnTasks ownTasks() {
    return new OwnTasks(tasks, meter, timing);
  }

  public JobDoor jobDoor() {
    return new JobDoor(connections, desk());
  }

  public TaskRunner runner() {
    return new TaskRunner(
        tasks, contents, queue, connections, gateway(), SETTLING_TIME, randomness, meter, timing);
  }

  /** One that may die at a call of its ports, in front of another Fortnox. */
  public TaskRunner runner(Death death, FortnoxApi other) {
    return new TaskRunner(
        death.of(TaskStore.class, tasks),
        death.of(ContentStore.class, contents),
        death.of(TaskQueue.class, queue),
        connections,
        gateway(death.of(FortnoxApi.class, other)),
        SETTLING_TIME,
        randomness,
        meter,
        timing);
  }

  public Housekeeper housekeeper() {
    return new Housekeeper(tasks, queue, connections, connections, renewal(), meter, timing);
  }

  public Looker looker() {
    return new Looker(
        connections,
        connections,
        events,
        gateway(),
        new Rhythm(LOOK_EVERY),
        tenantStore,
        waker(),
        randomness,
        meter,
        timing);
  }

  public Waker waker() {
    return new Waker(webhookStore, laneStore, deliveries, randomness, timing);
  }

  /** What a vendor does with webhooks that are sent to that receiver. */
  public Webhooks webhooks(Sender receiver) {
    return new Webhooks(
        webhookStore,
        laneStore,
        events,
        deliveries,
        waker(),
        new Post(cipher, receiver, timing),
        cipher,
        randomness,
        timing);
  }

  public Courier courier(Sender receiver) {
    return new Courier(
        webhookStore,
        laneStore,
        events,
        new FortnoxEntities(connections, gateway(), timing),
        new Post(cipher, receiver, timing),
        waker(),
        randomness,
        meter,
        timing);
  }

  /** An invocation's deadline, a minute from now. */
  public Deadline minute() {
    return Deadline.in(Duration.ofMinutes(1), timing);
  }

  /** One invocation of the writer, in a process that has just started. */
  public Run run(Task task) {
    return runner().run(task.id(), minute());
  }

  /** As the queue does it: again after each pause, until there's nothing left to do. */
  public void runToTheEnd(Task task) {
    for (int i = 0; i < 100; i++) {
      if (!(run(task) instanceof Run.Later(var pause))) {
        return;
      }
      timing.advance(pause);
    }
    throw new AssertionError("the task never ends");
  }

  /**
   * Works off the writes queue as one writer after the other does it: a message that must wait
   * holds all up.
   *
   * @param writer what a process makes of a task; what it throws is its death
   */
  public void workOff(Function<String, Run> writer) {
    int patience = 10_000;
    for (int at = 0; at < queue.messages().size(); ) {
      Duration pause = Duration.ofMinutes(6);
      boolean gone = false;
      try {
        switch (writer.apply(queue.messages().get(at))) {
          case Run.Finished(), Run.Continues() -> gone = true;
          case Run.Later later -> pause = later.pause();
          case Run.Stumbled stumbled -> pause = stumbled.pause();
        }
      } catch (Death.Killed killed) {
        // The message comes again once it shows.
      }
      if (gone) {
        at++;
      } else {
        timing.advance(pause);
      }
      if (patience-- == 0) {
        throw new AssertionError("the queue never gets empty");
      }
    }
  }

  /** The same, each message in a process that has just started. */
  public void workOff() {
    workOff(task -> runner().run(task, minute()));
  }

  /** What a finished task came to. */
  public TaskOutcome outcome(Task task) {
    return Objects.requireNonNull(tasks.find(task.id()).orElseThrow().progress().outcome());
  }

  /** A connection with real tokens, made now: the access token lives an hour. */
  public Connection connect(Grant grant) {
    String id = "connectionone";
    Instant now = timing.now();
    var tokens =
        new TokenState(
            grant,
            1,
            cipher.seal(grants.accessToken(Samples.COMPANY), id, Purpose.ACCESS_TOKEN),
            now.plus(Duration.ofHours(1)),
            cipher.seal(grants.refreshToken(Samples.COMPANY), id, Purpose.REFRESH_TOKEN),
            null,
            null,
            now);
    connections.connect(Samples.connection(id, Samples.TENANT, now, tokens));
    return connection();
  }

  /** That connection as it's stored now. */
  public Connection connection() {
    return connections.find("connectionone").orElseThrow();
  }
}
