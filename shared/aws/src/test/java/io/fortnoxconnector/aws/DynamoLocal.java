package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * DynamoDB inside this process, with tables as template.yaml declares them. Every call makes a new,
 * empty table, so that tests don't meet in one.
 */
final class DynamoLocal {

  private static final boolean NO_TELEMETRY = true;
  private static final AtomicInteger TABLES = new AtomicInteger();

  private DynamoLocal() {}

  /** One server for all tests of the process; it ends with it. */
  private static final class Server {
    private static final DynamoDbClient CLIENT =
        DynamoDBEmbedded.create(NO_TELEMETRY).dynamoDbClient();
  }

  /** TenantsTable, ConnectFlowsTable and BudgetsTable: nothing but a partition key. */
  static Table plain() {
    return create(List.of(text("id")), List.of());
  }

  /** ConnectionsTable. */
  static Table connections() {
    return create(
        List.of(
            text("id"),
            text("tenant"),
            number("connectedAt"),
            text("keepAlive"),
            number("refreshDueAt")),
        List.of(
            index("byTenant", ProjectionType.ALL, "tenant", "connectedAt"),
            index("byKeepAlive", ProjectionType.KEYS_ONLY, "keepAlive", "refreshDueAt")));
  }

  /** TasksTable. */
  static Table tasks() {
    return create(
        List.of(text("id"), text("made"), text("openIn"), number("dueAt")),
        List.of(
            index("byEntity", ProjectionType.KEYS_ONLY, "made"),
            index("byOpen", ProjectionType.KEYS_ONLY, "openIn", "dueAt")));
  }

  private static Table create(
      List<AttributeDefinition> attributes, List<GlobalSecondaryIndex> indexes) {
    String name = "table-" + TABLES.incrementAndGet();
    Server.CLIENT.createTable(
        request ->
            request
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(keys("id"))
                .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes));
    return new Table(
        () -> Server.CLIENT,
        name,
        new Contention(Randomness.secure(), Timing.real(Clock.systemUTC())));
  }

  private static GlobalSecondaryIndex index(
      String name, ProjectionType projection, String... keys) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(keys))
        .projection(p -> p.projectionType(projection))
        .build();
  }

  /** The partition key, then the sort key where there is one. */
  private static List<KeySchemaElement> keys(String... names) {
    var keys = new ArrayList<KeySchemaElement>();
    for (String name : names) {
      keys.add(
          KeySchemaElement.builder()
              .attributeName(name)
              .keyType(keys.isEmpty() ? KeyType.HASH : KeyType.RANGE)
              .build());
    }
    return keys;
  }

  private static AttributeDefinition text(String name) {
    return attribute(name, ScalarAttributeType.S);
  }

  private static AttributeDefinition number(String name) {
    return attribute(name, ScalarAttributeType.N);
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }
}
