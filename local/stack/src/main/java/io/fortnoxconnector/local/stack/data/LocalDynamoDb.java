package io.fortnoxconnector.local.stack.data;

import io.fortnoxconnector.local.stack.template.TableSpec;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local, in memory. Its own server class would listen on all interfaces, report its start
 * to AWS and write a file; its request handler alone, on a Jetty of ours, does none of it.
 */
public final class LocalDynamoDb implements AutoCloseable {

  private final LocalDynamoDBRequestHandler database;
  private final Server server;
  private final URI url;

  private LocalDynamoDb(LocalDynamoDBRequestHandler database, Server server, URI url) {
    this.database = database;
    this.server = server;
    this.url = url;
  }

  public static LocalDynamoDb start() {
    try {
      LocalDynamoDBRequestHandler database =
          new LocalDynamoDBRequestHandler(0, true, null, true, false);
      QueuedThreadPool threads = new QueuedThreadPool();
      threads.setDaemon(true);
      Server server = new Server(threads);
      ServerConnector connector = new ServerConnector(server, 1, 1);
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
      server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(database, null), "/"));
      server.start();
      return new LocalDynamoDb(
          database, server, URI.create("http://127.0.0.1:" + connector.getLocalPort()));
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local doesn't start", e);
    }
  }

  public URI url() {
    return url;
  }

  /** Creates the tables with their indexes. */
  public static void create(DynamoDbClient client, List<TableSpec> tables) {
    for (TableSpec table : tables) {
      client.createTable(request(table));
      table
          .timeToLive()
          .ifPresent(
              attribute ->
                  client.updateTimeToLive(
                      update ->
                          update
                              .tableName(table.name())
                              .timeToLiveSpecification(
                                  TimeToLiveSpecification.builder()
                                      .attributeName(attribute)
                                      .enabled(true)
                                      .build())));
    }
  }

  private static CreateTableRequest request(TableSpec table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keys(table.key()))
            .attributeDefinitions(
                table.attributeTypes().entrySet().stream()
                    .map(
                        attribute ->
                            AttributeDefinition.builder()
                                .attributeName(attribute.getKey())
                                .attributeType(attribute.getValue())
                                .build())
                    .toList());
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(LocalDynamoDb::index).toList());
    }
    return request.build();
  }

  private static GlobalSecondaryIndex index(TableSpec.Index index) {
    Projection.Builder projection = Projection.builder().projectionType(index.projectionType());
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.key()))
        .projection(projection.build())
        .build();
  }

  private static List<KeySchemaElement> keys(TableSpec.Key key) {
    KeySchemaElement hash =
        KeySchemaElement.builder().attributeName(key.hash()).keyType(KeyType.HASH).build();
    return key.range()
        .map(
            range ->
                List.of(
                    hash,
                    KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build()))
        .orElse(List.of(hash));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local doesn't stop", e);
    } finally {
      database.shutdown();
    }
  }
}
