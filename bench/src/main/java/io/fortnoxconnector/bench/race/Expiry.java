package io.fortnoxconnector.bench.race;

import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.Stack;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lets the hour of a connection's access token be over. */
record Expiry(Stack stack) {

  void of(WritingCompany company) {
    try (DynamoDbClient dynamo =
        DynamoDbClient.builder()
            .endpointOverride(stack.dynamoDbEndpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      String table =
          dynamo.listTablesPaginator().tableNames().stream()
              .filter(name -> name.endsWith("ConnectionsTable"))
              .findFirst()
              .orElseThrow();
      dynamo.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(Map.of("id", AttributeValue.fromS(company.connection())))
                  .updateExpression("SET accessExpiresAt = :past")
                  .conditionExpression("attribute_exists(accessExpiresAt)")
                  .expressionAttributeValues(
                      Map.of(
                          ":past",
                          AttributeValue.fromN(Long.toString(System.currentTimeMillis() - 1)))));
    }
  }
}
