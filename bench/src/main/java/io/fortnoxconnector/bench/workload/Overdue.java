package io.fortnoxconnector.bench.workload;

import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Lets housekeeping find now what it would find hours later. */
public final class Overdue implements AutoCloseable {

  private final Stack stack;
  private final String table;
  private final DynamoDbClient dynamo;

  public Overdue(Stack stack) {
    this.stack = stack;
    this.dynamo =
        DynamoDbClient.builder()
            .endpointOverride(stack.dynamoDbEndpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    this.table =
        dynamo.listTablesPaginator().tableNames().stream()
            .filter(name -> name.endsWith("TasksTable"))
            .findFirst()
            .orElseThrow();
  }

  /** Every unfinished task is due, and housekeeping goes round once. */
  public void sweep() throws FunctionFailure {
    dynamo
        .scanPaginator(
            request -> request.tableName(table).filterExpression("attribute_exists(dueAt)"))
        .items()
        .forEach(this::letComeDue);
    stack.runSchedule("EveryMinute");
  }

  private void letComeDue(Map<String, AttributeValue> item) {
    var key = new HashMap<>(item);
    key.keySet().retainAll(Set.of("id"));
    try {
      dynamo.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(key)
                  .updateExpression("SET dueAt = :past")
                  .conditionExpression("attribute_exists(dueAt)")
                  .expressionAttributeValues(
                      Map.of(
                          ":past",
                          AttributeValue.fromN(Long.toString(System.currentTimeMillis() - 1000)))));
    } catch (ConditionalCheckFailedException finished) {
      // Meanwhile it has ended.
    }
  }

  @Override
  public void close() {
    dynamo.close();
  }
}
