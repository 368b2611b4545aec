package io.fortnoxconnector.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One DynamoDB table with the partition key {@code id}, and the few requests that the stores make
 * of it. Of one that also has a sort key, {@code place}, it's one partition, whose items are known
 * by their places.
 */
final class Table {

  /** Amazon DynamoDB developer guide, "Quotas": bytes of a partition key. */
  private static final int LONGEST_KEY = 2048;

  /** Amazon DynamoDB API reference, BatchGetItem. */
  private static final int MOST_AT_ONCE = 100;

  private final Supplier<DynamoDbClient> client;
  private final String name;
  private final Contention contention;
  private final @Nullable String partition;

  Table(Supplier<DynamoDbClient> client, String name, Contention contention) {
    this(client, name, contention, null);
  }

  private Table(
      Supplier<DynamoDbClient> client,
      String name,
      Contention contention,
      @Nullable String partition) {
    this.client = client;
    this.name = name;
    this.contention = contention;
    this.partition = partition;
  }

  /** Of a table with a sort key, the items of one partition. */
  Table within(String id) {
    return new Table(client, name, contention, id);
  }

  Index index(String itsName) {
    return new Index(client, name, itsName);
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

  /** Those of them that are there, in no order; consistent. */
  List<Item> getAll(List<String> ids) {
    var found = new ArrayList<Item>();
    Deque<String> left = new ArrayDeque<>(new LinkedHashSet<>(ids));
    while (!left.isEmpty()) {
      var keys = new ArrayList<Map<String, AttributeValue>>();
      while (keys.size() < MOST_AT_ONCE && !left.isEmpty()) {
        keys.add(key(left.removeFirst()));
      }
      var response =
          client
              .get()
              .batchGetItem(
                  request ->
                      request.requestItems(
                          Map.of(
                              name,
                              KeysAndAttributes.builder()
                                  .keys(keys)
                                  .consistentRead(true)
                                  .build())));
      response.responses().getOrDefault(name, List.of()).forEach(item -> found.add(Item.of(item)));
      // What was too much for one answer is asked for again.
      KeysAndAttributes unprocessed = response.unprocessedKeys().get(name);
      if (unprocessed != null) {
        unprocessed.keys().forEach(key -> left.add(Item.of(key).required("id")));
      }
    }
    return found;
  }

  Write put(Item item, String condition) {
    return contention.attempt(
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
    return update(id, expression, condition, values, ReturnValue.NONE);
  }

  /** The same, with the attributes that it changed as they were before. */
  Write updateShowingOld(String id, String expression, String condition, Item values) {
    return update(id, expression, condition, values, ReturnValue.UPDATED_OLD);
  }

  /** The same, with the whole item as it is then. */
  Write updateShowingNew(String id, String expression, String condition, Item values) {
    return update(id, expression, condition, values, ReturnValue.ALL_NEW);
  }

  private Write update(
      String id, String expression, String condition, Item values, ReturnValue shown) {
    return contention.attempt(
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
                            .returnValues(shown)
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes());
  }

  /** The item that was there, if there was one that met the condition. */
  Write delete(String id, String condition, Item values) {
    return contention.attempt(
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

  /** The partition's items whose places begin so, in the places' order; consistent. */
  Stream<Item> beginningWith(String prefix) {
    // No place has a sign beyond this one.
    return between(prefix, prefix + "\uffff", null);
  }

  /**
   * The partition's items from one place to another, both included; consistent.
   *
   * @param atOnce how many are asked for with one request; null for as many as it can give
   */
  Stream<Item> between(String from, String to, @Nullable Integer atOnce) {
    return between(from, to, atOnce, true);
  }

  /** The same from the end to the beginning. */
  Stream<Item> latest(String from, String to, int atOnce) {
    return between(from, to, atOnce, false);
  }

  private Stream<Item> between(
      String from, String to, @Nullable Integer atOnce, boolean isForward) {
    return client
        .get()
        .queryPaginator(
            request ->
                request
                    .tableName(name)
                    .keyConditionExpression("id = :id AND place BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Item.empty()
                            .with(":id", Objects.requireNonNull(partition))
                            .with(":from", from)
                            .with(":to", to)
                            .attributes())
                    .consistentRead(true)
                    .scanIndexForward(isForward)
                    .limit(atOnce))
        .items()
        .stream()
        .map(Item::of);
  }

  /** One write of {@link #transact}, in any case. */
  TransactWriteItem putting(Item item) {
    return putting(item, null);
  }

  /**
   * One write of {@link #transact}.
   *
   * @param condition null where it's written in any case
   */
  TransactWriteItem putting(Item item, @Nullable String condition) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(name)
                    .item(item.attributes())
                    .conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  /**
   * One write of {@link #transact}.
   *
   * @param condition null where it's written in any case
   */
  TransactWriteItem updating(
      String id, String expression, @Nullable String condition, Item values) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(name)
                    .key(key(id))
                    .updateExpression(expression)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.attributes())
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  /** One write of {@link #transact}: the item goes. */
  TransactWriteItem deleting(String id, @Nullable String condition) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(name)
                    .key(key(id))
                    .conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  /** All of these writes or none of them. What the SDK repeats after a lost reply counts once. */
  Transaction transact(TransactWriteItem... writes) {
    return contention.transact(client.get(), writes);
  }

  private Map<String, AttributeValue> key(String id) {
    return partition == null
        ? Map.of("id", Item.text(id))
        : Map.of("id", Item.text(partition), "place", Item.text(id));
  }
}
