package io.fortnoxconnector.bench.kill;

import io.fortnoxconnector.local.stack.Stack;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Ends the token leases of processes that are dead, so that a short run needn't wait 45 s. */
final class DeadLeases implements AutoCloseable {

  private final DynamoDbClient database;
  private final String table;

  DeadLeases(Stack stack) {
    database =
        DynamoDbClient.builder()
            .endpointOverride(stack.dynamoDbEndpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    table =
        database.listTablesPaginator().tableNames().stream()
            .filter(name -> name.endsWith("ConnectionsTable"))
            .findFirst()
            .orElseThrow();
  }

  void end(TokenLease lease) {
    try {
      database.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Map.of("id", AttributeValue.fromS(lease.connection())))
                  .updateExpression("SET leaseUntil = :now")
                  .conditionExpression("leaseOwner = :owner")
                  .expressionAttributeValues(
                      Map.of(
                          ":now", AttributeValue.fromN(Long.toString(System.currentTimeMillis())),
                          ":owner", AttributeValue.fromS(lease.owner()))));
    } catch (ConditionalCheckFailedException e) {
      // The lease had reached its end, and another process has taken it.
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
