package io.fortnoxconnector.aws;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * One DynamoDB table with the partition key {@code id}, and the few requests that the stores make
 * of it.
 */
final class Table {

  /** Amazon DynamoDB developer guide, "Quotas": bytes of a partition key. */
  private static final int LONGEST_KEY = 2048;

  private final Supplier<DynamoDbClient> client;
  private final String name;

  Table(Supplier<DynamoDbClient> client, String name) {
    this.client = client;
    this.name = name;
  }

  /** What a conditional write came to. */
  sealed interface Write {

    /**
     * It was written.
     *
     * @param old the item before the write; empty unless it was asked for
     */
    record Done(Item old) implements Write {}

    /**
     * Nothing was written.
     *
     * @param found the item that didn't meet the condition; empty where there was none
     */
    record Unmet(Item found) implements Write {}

    default boolean isDone() {
      return this instanceof Done;
    }
  }

  /** Consistent: it sees every confirmed write. Nothing has an id that DynamoDB doesn't take. */
  Optional<Item> get(String id) {
    if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      return Optional.empty();
    }
    var response =
        client.get().getItem(request -> request.tableName(name).key(key(id)).consistentRead(true));
    return response.hasItem() ? Optional.of(Item.of(response.item())) : Optional.empty();
  }

  Write put(Item item, String condition) {
    return attempt(
        () ->
            client
                .get()
                .putItem(
                    request ->
                        request
                            .tableName(name)
                            .item(item.attributes())
                            .conditionExpression(condition)
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes());
  }

  void put(Item item) {
    client.get().putItem(request -> request.tableName(name).item(item.attributes()));
  }

  /** Writes whether the item is there or not. */
  void update(String id, String expression, Item values) {
    client
        .get()
        .updateItem(
            request ->
                request
                    .tableName(name)
                    .key(key(id))
                    .updateExpression(expression)
                    .expressionAttributeValues(values.attributes()));
  }

  Write update(String id, String expression, String condition, Item values) {
    return attempt(
        () ->
            client
                .get()
                .updateItem(
                    request ->
                        request
                            .tableName(name)
                            .key(key(id))
                            .updateExpression(expression)
                            .conditionExpression(condition)
                            .expressionAttributeValues(
                                values.attributes().isEmpty() ? null : values.attributes())
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes());
  }

  /** The item that was there, if there was one that met the condition. */
  Write delete(String id, String condition, Item values) {
    return attempt(
        () ->
            client
                .get()
                .deleteItem(
                    request ->
                        request
                            .tableName(name)
                            .key(key(id))
                            .conditionExpression(condition)
                            .expressionAttributeValues(
                                values.attributes().isEmpty() ? null : values.attributes())
                            .returnValues(ReturnValue.ALL_OLD)
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes());
  }

  List<Item> query(
      String index, String condition, Item values, int limit, Map<String, AttributeValue> after) {
    var request =
        QueryRequest.builder()
            .tableName(name)
            .indexName(index)
            .keyConditionExpression(condition)
            .expressionAttributeValues(values.attributes())
            .limit(limit);
    if (!after.isEmpty()) {
      request.exclusiveStartKey(after);
    }
    return client.get().query(request.build()).items().stream().map(Item::of).toList();
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", Item.text(id));
  }

  private static Write attempt(Supplier<Map<String, AttributeValue>> write) {
    try {
      return new Write.Done(Item.of(write.get()));
    } catch (ConditionalCheckFailedException e) {
      return new Write.Unmet(
          Item.of(e.hasItem() ? e.item() : new HashMap<String, AttributeValue>()));
    }
  }
}
