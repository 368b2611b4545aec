package io.fortnoxconnector.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.data.LocalDynamoDb;
import io.fortnoxconnector.local.stack.template.TableSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The wire between AWS's own client and DynamoDB Local. */
class WiredDynamoDbTest {

  private static final LocalDynamoDb DATABASE = LocalDynamoDb.start();
  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("1"));

  private final Wire wire =
      new Wire(Map.of(Service.DYNAMODB, DATABASE.url()), Rule.FORWARD, () -> {});
  private final DynamoDbClient client = client(wire.urls().values().iterator().next());

  @BeforeAll
  static void createTable() {
    // Else the JDK would send a POST again by itself, before the SDK does; template.yaml says the
    // same for the functions.
    System.setProperty("sun.net.http.retryPost", "false");
    try (DynamoDbClient direct = client(DATABASE.url())) {
      LocalDynamoDb.create(
          direct,
          List.of(
              new TableSpec(
                  "Counters",
                  "counters",
                  Map.of("id", "S"),
                  new TableSpec.Key("id", Optional.empty()),
                  List.of(),
                  Optional.empty())));
    }
  }

  @AfterAll
  static void stop() {
    DATABASE.close();
  }

  @AfterEach
  void close() {
    client.deleteItem(request -> request.tableName("counters").key(KEY));
    client.close();
    wire.close();
  }

  @Test
  void aConditionalUpdateWhoseAnswerIsCutIsRepeatedByTheSdkAndRefused() {
    put("0");
    wire.obey(once("UpdateItem", Action.CUT));

    assertThatThrownBy(() -> update("0", "1")).isInstanceOf(ConditionalCheckFailedException.class);

    assertThat(wire.counts().of(Service.DYNAMODB, "UpdateItem")).isEqualTo(2);
    assertThat(value()).isEqualTo("1");
  }

  @Test
  void aDoubledConditionalUpdateTakesEffectOnce() {
    put("0");
    wire.obey(
        exchange -> exchange.operation().equals("UpdateItem") ? Action.TWICE : Action.FORWARD);

    assertThatThrownBy(() -> update("0", "1")).isInstanceOf(ConditionalCheckFailedException.class);

    assertThat(value()).isEqualTo("1");
  }

  @Test
  void theSdkTakesAThrottlingForDynamoDbsAndAsksAgain() {
    var asked = new AtomicInteger();
    wire.obey(
        exchange ->
            exchange.operation().equals("PutItem") && asked.getAndIncrement() == 0
                ? Action.fault(400, "ProvisionedThroughputExceededException")
                : Action.FORWARD);

    put("7");

    assertThat(asked).hasValue(2);
    assertThat(value()).isEqualTo("7");
  }

  private static Rule once(String operation, Action action) {
    var times = new AtomicInteger();
    return new Rule() {
      @Override
      public Action before(Exchange exchange) {
        return Action.FORWARD;
      }

      @Override
      public Action after(Exchange exchange, int status, String reply) {
        return exchange.operation().equals(operation) && times.getAndIncrement() == 0
            ? action
            : Action.FORWARD;
      }
    };
  }

  private void put(String value) {
    client.putItem(
        request ->
            request
                .tableName("counters")
                .item(Map.of("id", AttributeValue.fromS("1"), "n", AttributeValue.fromN(value))));
  }

  private void update(String from, String to) {
    client.updateItem(
        request ->
            request
                .tableName("counters")
                .key(KEY)
                .updateExpression("SET n = :to")
                .conditionExpression("n = :from")
                .expressionAttributeValues(
                    Map.of(":from", AttributeValue.fromN(from), ":to", AttributeValue.fromN(to))));
  }

  private String value() {
    return client.getItem(request -> request.tableName("counters").key(KEY)).item().get("n").n();
  }

  private static DynamoDbClient client(URI address) {
    return DynamoDbClient.builder()
        .endpointOverride(address)
        .region(Region.EU_NORTH_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
