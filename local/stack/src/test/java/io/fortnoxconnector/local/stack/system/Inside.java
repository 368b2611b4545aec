package io.fortnoxconnector.local.stack.system;

import io.fortnoxconnector.local.stack.template.Place;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The stack as its operator sees it with AWS's clients: tables and queues. */
final class Inside implements AutoCloseable {

  private final DynamoDbClient dynamo =
      DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  private final SqsClient sqs =
      SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

  private final String prefix;

  /**
   * @param place whose tables and queues; other stacks may live in the same services
   */
  Inside(Place place) {
    prefix = place.stackName() + "-";
  }

  SqsClient sqs() {
    return sqs;
  }

  /** Every item of every table. */
  Map<String, Set<Map<String, AttributeValue>>> items() {
    var items = new HashMap<String, Set<Map<String, AttributeValue>>>();
    for (String table : tables()) {
      items.put(table, new HashSet<>());
      dynamo
          .scanPaginator(request -> request.tableName(table))
          .items()
          .forEach(item -> items.get(table).add(item));
    }
    return items;
  }

  /** The messages in each queue, taken or not. */
  Map<String, Integer> messages() {
    var messages = new HashMap<String, Integer>();
    for (String queue : sqs.listQueues(request -> request.queueNamePrefix(prefix)).queueUrls()) {
      Map<QueueAttributeName, String> counts =
          sqs.getQueueAttributes(
                  request ->
                      request
                          .queueUrl(queue)
                          .attributeNames(
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
              .attributes();
      messages.put(queue, counts.values().stream().mapToInt(Integer::parseInt).sum());
    }
    return messages;
  }

  /** As if an hour had passed since each was begun. */
  void letConnectFlowsExpire() {
    String table = table("ConnectFlowsTable");
    dynamo
        .scanPaginator(request -> request.tableName(table))
        .items()
        .forEach(
            flow -> {
              var expired = new HashMap<>(flow);
              expired.put(
                  "validUntil",
                  AttributeValue.fromN(String.valueOf(Instant.now().toEpochMilli() - 1)));
              dynamo.putItem(request -> request.tableName(table).item(expired));
            });
  }

  /** Puts something in the place of a connection's access token that nobody can decrypt. */
  void spoilTokens(String connection) {
    dynamo.updateItem(
        request ->
            request
                .tableName(table("ConnectionsTable"))
                .key(Map.of("id", AttributeValue.fromS(connection)))
                .updateExpression("SET access = :spoilt, tokenVersion = tokenVersion + :one")
                .expressionAttributeValues(
                    Map.of(
                        ":spoilt",
                        AttributeValue.fromB(SdkBytes.fromUtf8String("spoilt")),
                        ":one",
                        AttributeValue.fromN("1"))));
  }

  private String table(String logicalId) {
    return tables().stream().filter(name -> name.endsWith(logicalId)).findFirst().orElseThrow();
  }

  private List<String> tables() {
    return dynamo.listTablesPaginator().tableNames().stream()
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
  }
}
