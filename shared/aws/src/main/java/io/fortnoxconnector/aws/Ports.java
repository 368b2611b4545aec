package io.fortnoxconnector.aws;

import io.fortnoxconnector.aws.Environment.Name;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.FlowStore;
import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.events.Rounds;
import io.fortnoxconnector.connector.tasks.ContentStore;
import io.fortnoxconnector.connector.tasks.TaskEnds;
import io.fortnoxconnector.connector.tasks.TaskQueue;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenStore;
import io.fortnoxconnector.connector.webhooks.DeliveryQueue;
import io.fortnoxconnector.connector.webhooks.LaneStore;
import io.fortnoxconnector.connector.webhooks.WebhookStore;
import io.fortnoxconnector.fortnox.FortnoxGrants;
import io.fortnoxconnector.fortnox.HttpFortnoxGrants;

/**
 * The ports of the use cases, each made for the table, queue or key that a function's environment
 * names when it's asked for: a function only needs the variables of what it uses.
 */
final class Ports {

  private final Environment environment;
  private final Randomness randomness;
  private final Timing timing;
  private final Clients clients = new Clients();
  private final Lazy<SecretsManagerStore> secrets;
  private final Lazy<DynamoBudget> budget;

  Ports(Environment environment, Randomness randomness, Timing timing) {
    this.environment = environment;
    this.randomness = randomness;
    this.timing = timing;
    this.secrets = new Lazy<>(() -> new SecretsManagerStore(clients.secretsManager(), timing));
    this.budget = new Lazy<>(() -> new DynamoBudget(table(Name.BUDGETS_TABLE), randomness));
    snapshot().forget(() -> secrets.ifMade(SecretsManagerStore::clear));
  }

  Snapshot snapshot() {
    return clients.snapshot();
  }

  TenantStore tenantStore() {
    return new DynamoTenantStore(table(Name.TENANTS_TABLE));
  }

  Intervals intervals() {
    return new DynamoTenantStore(table(Name.TENANTS_TABLE));
  }

  ConnectionStore connections() {
    return new DynamoConnectionStore(table(Name.CONNECTIONS_TABLE));
  }

  TokenStore tokens() {
    return new DynamoTokenStore(table(Name.CONNECTIONS_TABLE));
  }

  Rounds rounds() {
    return new DynamoRounds(table(Name.CONNECTIONS_TABLE));
  }

  FlowStore flows() {
    return new DynamoFlowStore(table(Name.CONNECT_FLOWS_TABLE));
  }

  TaskStore tasks() {
    return new DynamoTaskStore(table(Name.TASKS_TABLE));
  }

  TaskEnds taskEnds() {
    return new DynamoTaskEnds(table(Name.TASKS_TABLE));
  }

  ContentStore contents() {
    return new DynamoContentStore(table(Name.TASKS_TABLE));
  }

  TaskQueue queue() {
    snapshot().rehearse(clients.sqs()::get);
    return new SqsTaskQueue(clients.sqs(), environment.get(Name.WRITES_QUEUE_URL));
  }

  EventStore events() {
    return new DynamoEventStore(table(Name.EVENTS_TABLE));
  }

  WebhookStore webhookStore() {
    return new DynamoWebhookStore(table(Name.WEBHOOKS_TABLE));
  }

  LaneStore laneStore() {
    return new DynamoLaneStore(table(Name.WEBHOOKS_TABLE));
  }

  DeliveryQueue deliveries() {
    snapshot().rehearse(clients.sqs()::get);
    return new SqsDeliveryQueue(clients.sqs(), environment.get(Name.DELIVERIES_QUEUE_URL));
  }

  /**
   * Another time for a queue's messages.
   *
   * @param queueUrl the variable with its URL
   */
  SqsDelays delays(Name queueUrl) {
    return new SqsDelays(clients.sqs(), environment.get(queueUrl));
  }

  SqsDeadLetters jobsDeadLetters() {
    return new SqsDeadLetters(clients.sqs(), environment.get(Name.JOBS_DEAD_LETTERS_URL));
  }

  /** One for all: it remembers what it saw last. */
  Budget budget() {
    return budget.get();
  }

  SecretStore secrets() {
    snapshot().rehearse(clients.secretsManager()::get);
    return secrets.get();
  }

  /**
   * A cipher.
   *
   * @param rehearsed what the function's role may open
   */
  TokenCipher cipher(Purpose rehearsed) {
    var cipher = new KmsTokenCipher(clients.kms(), environment.get(Name.TOKEN_KEY_ID), randomness);
    snapshot().rehearse(() -> Rehearsals.openNothing(cipher, rehearsed));
    return cipher;
  }

  FortnoxGrants grants() {
    return new HttpFortnoxGrants(environment.uri(Name.FORTNOX_AUTH_URL));
  }

  private Table table(Name name) {
    return new Table(clients.dynamo(), environment.get(name), new Contention(randomness, timing));
  }
}
