package io.fortnoxconnector.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * One index of a table: what changed a moment ago may show as it was (Amazon DynamoDB developer
 * guide, "Global secondary indexes").
 */
final class Index {

  private final Supplier<DynamoDbClient> client;
  private final String table;
  private final String name;

  Index(Supplier<DynamoDbClient> client, String table, String name) {
    this.client = client;
    this.table = table;
    this.name = name;
  }

  /** The first entries. */
  List<Item> query(String condition, Item values, int limit) {
    return query(condition, values, limit, Map.of());
  }

  /**
   * Entries in the index's order.
   *
   * @param after the key of the entry that they come after; empty for the first ones
   */
  List<Item> query(String condition, Item values, int limit, Map<String, AttributeValue> after) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(name)
            .keyConditionExpression(condition)
            .expressionAttributeValues(values.attributes())
            .limit(limit);
    if (!after.isEmpty()) {
      request.exclusiveStartKey(after);
    }
    return client.get().query(request.build()).items().stream().map(Item::of).toList();
  }

  /**
   * Which entries of an index.
   *
   * @param key the condition on the index's key; it may speak of {@code #connection}
   * @param among attributes, and of which values each must have one
   * @param limit how many are looked at, whether they meet the conditions or not
   */
  record Question(String key, Map<String, Set<String>> among, Item values, int limit) {}

  /**
   * Entries of an index.
   *
   * @param last the key of the last one that was looked at; empty where there are no more
   */
  record Page(List<Item> items, Map<String, AttributeValue> last) {}

  /** From the end of the index's order to its beginning. */
  Page page(Question question, Map<String, AttributeValue> after) {
    var names = new HashMap<>(Map.of("#connection", "connection"));
    var filters = new ArrayList<String>();
    question
        .among()
        .forEach(
            (attribute, values) -> {
              names.put("#" + attribute, attribute);
              var places = new ArrayList<String>();
              for (String value : values) {
                places.add(":" + attribute + places.size());
                question.values().with(places.getLast(), value);
              }
              filters.add("#" + attribute + " IN (" + String.join(", ", places) + ")");
            });
    var request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(name)
            .keyConditionExpression(question.key())
            .filterExpression(filters.isEmpty() ? null : String.join(" AND ", filters))
            .expressionAttributeNames(names)
            .expressionAttributeValues(question.values().attributes())
            .scanIndexForward(false)
            .limit(question.limit());
    if (!after.isEmpty()) {
      request.exclusiveStartKey(after);
    }
    var response = client.get().query(request.build());
    return new Page(
        response.items().stream().map(Item::of).toList(),
        response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of());
  }
}
