package io.fortnoxconnector.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortnoxconnector.local.stack.handlers.BatchHandler;
import io.fortnoxconnector.local.stack.handlers.ScheduledHandler;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import io.fortnoxconnector.local.stack.http.PortTakenException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * One stack for all tests here, made from a small template; the AWS clients are as a function would
 * build them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE = "fortnox-connector-Table";

  /** What the functions get for Fortnox's address, as if something stood between. */
  private static final URI BETWEEN = URI.create("http://127.0.0.1:1/between");

  /** Other tests' services may run in this process. */
  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  private Stack stack;
  private SqsClient sqs;
  private FakeFortnox fortnox;

  private static final class FakeFortnox implements FortnoxServer {
    private boolean closed;

    @Override
    public URI apiUrl() {
      return URI.create("http://127.0.0.1:1/fortnox");
    }

    @Override
    public URI authUrl() {
      return URI.create("http://127.0.0.1:1/oauth-v1");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static StackOptions options() {
    return StackOptions.defaults().template(Path.of("src/test/resources/stack.yaml"));
  }

  @BeforeAll
  void start() {
    fortnox = new FakeFortnox();
    stack =
        Stack.start(
            options()
                .fortnox(clock -> fortnox)
                .between(
                    services -> {
                      var others = new EnumMap<>(services);
                      others.replace(Service.FORTNOX_API, BETWEEN);
                      return others;
                    }));
    sqs = SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  @AfterAll
  void closingLeavesNothingBehind() throws Exception {
    sqs.close();
    stack.close();
    assertThat(fortnox.closed).isTrue();
    assertThat(System.getProperty("aws.endpointUrlSqs")).isNull();
    assertThat(Path.of("dynamodb-local-metadata.json")).doesNotExist();
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!holdingTheJvm().isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(holdingTheJvm()).isEmpty();
  }

  private List<String> holdingTheJvm() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(
            name ->
                !name.equals("main")
                    && !name.startsWith("surefire")
                    && !name.equals("DestroyJavaVM"))
        .toList();
  }

  @BeforeEach
  void forget() {
    BatchHandler.RECEIVED.clear();
    ScheduledHandler.EVENTS.clear();
  }

  @Test
  void anHttpRequestReachesAFunctionThatKnowsTheLocalParts() throws Exception {
    JsonNode environment = get("/items").path("environment");
    assertThat(environment.path("TENANTS_TABLE").asText()).isEqualTo(TABLE);
    assertThat(environment.path("WRITES_QUEUE_URL").asText()).isEqualTo(stack.queueUrl("Queue"));
    assertThat(environment.path("PUBLIC_BASE_URL").asText()).isEqualTo(stack.baseUrl().toString());
    assertThat(environment.path("FORTNOX_API_URL").asText()).isEqualTo(BETWEEN.toString());
    assertThat(environment.path("ADMIN_KEY_SECRET").asText()).startsWith("arn:aws:secretsmanager:");
    assertThat(System.getProperty("stack.test.option")).isEqualTo("from-the-template");
  }

  @Test
  void theTablesHaveTheirIndexes() {
    try (DynamoDbClient dynamo =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      for (int i = 0; i < 3; i++) {
        String number = Integer.toString(i);
        dynamo.putItem(
            put ->
                put.tableName(TABLE)
                    .item(
                        Map.of(
                            "id", AttributeValue.fromS("i-" + number),
                            "owner", AttributeValue.fromS("me"),
                            "madeAt", AttributeValue.fromN(number),
                            "colour", AttributeValue.fromS("red"))));
      }
      List<Map<String, AttributeValue>> found =
          dynamo
              .query(
                  query ->
                      query
                          .tableName(TABLE)
                          .indexName("byOwner")
                          .keyConditionExpression("#o = :o AND madeAt > :m")
                          .expressionAttributeNames(Map.of("#o", "owner"))
                          .expressionAttributeValues(
                              Map.of(
                                  ":o",
                                  AttributeValue.fromS("me"),
                                  ":m",
                                  AttributeValue.fromN("0"))))
              .items();
      assertThat(found).extracting(item -> item.get("id").s()).containsExactly("i-1", "i-2");
      assertThat(found).noneMatch(item -> item.containsKey("colour"));
      assertThat(
              dynamo
                  .describeTimeToLive(ttl -> ttl.tableName(TABLE))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expiresAt");
    }
  }

  @Test
  void theKeyAndTheSecretsAnswerToTheTemplatesNames() throws Exception {
    JsonNode environment = get("/items").path("environment");
    try (KmsClient kms = KmsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
        SecretsManagerClient secrets =
            SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      String key = environment.path("TOKEN_KEY_ID").asText();
      assertThat(kms.encrypt(e -> e.keyId(key).plaintext(SdkBytes.fromUtf8String("x"))).keyId())
          .isEqualTo(key);
      assertThat(kms.describeKey(d -> d.keyId("alias/test")).keyMetadata().arn()).isEqualTo(key);
      String secret = environment.path("ADMIN_KEY_SECRET").asText();
      assertThat(secrets.getSecretValue(g -> g.secretId(secret)).secretString())
          .isEqualTo(stack.adminKey())
          .matches("[A-Za-z0-9]{48}");
    }
  }

  @Test
  void aMessageReachesItsFunctionAsLambdaWouldDeliverIt() throws Exception {
    send("group-1", "hello");
    SQSMessage message = received();
    assertThat(message.getBody()).isEqualTo("hello");
    assertThat(message.getEventSource()).isEqualTo("aws:sqs");
    assertThat(message.getEventSourceArn())
        .isEqualTo("arn:aws:sqs:eu-north-1:000000000000:fortnox-connector-things.fifo");
    assertThat(message.getAwsRegion()).isEqualTo("eu-north-1");
    assertThat(message.getAttributes())
        .containsEntry("MessageGroupId", "group-1")
        .containsEntry("ApproximateReceiveCount", "1")
        .containsKeys("MessageDeduplicationId", "SequenceNumber", "SentTimestamp", "SenderId");
    assertThat(message.getMd5OfBody()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(message.getMessageAttributes().get("trace").getStringValue()).isEqualTo("t-1");
  }

  @Test
  void aMessageIsPickedUpAtOnce() throws Exception {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      send("quick", "m" + i);
      long sent = System.nanoTime();
      received();
      fastest = Math.min(fastest, System.nanoTime() - sent);
    }
    assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(20));
  }

  @Test
  void theMessagesOfAGroupKeepTheirOrder() throws Exception {
    for (int i = 0; i < 12; i++) {
      send("orderly", "m" + i);
    }
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      bodies.add(received().getBody());
    }
    assertThat(bodies)
        .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11");
  }

  @Test
  void aReportedMessageComesAgainUntilItGoesToTheDeadLetters() throws Exception {
    send("failing", "fail this");
    assertThat(received().getAttributes()).containsEntry("ApproximateReceiveCount", "1");
    assertThat(received().getAttributes()).containsEntry("ApproximateReceiveCount", "2");
    assertThat(deadLetter().body()).isEqualTo("fail this");
  }

  @Test
  void whatAFunctionThrewOnComesAgain() throws Exception {
    send("throwing", "throw on this");
    assertThat(received().getAttributes()).containsEntry("ApproximateReceiveCount", "1");
    assertThat(received().getAttributes()).containsEntry("ApproximateReceiveCount", "2");
    assertThat(deadLetter().body()).isEqualTo("throw on this");
  }

  @Test
  void aScheduleFiresWhenTold() throws Exception {
    stack.runSchedule("EveryMinute");
    Map<String, Object> event = ScheduledHandler.EVENTS.remove();
    assertThat(event)
        .containsEntry("source", "aws.scheduler")
        .containsEntry("detail-type", "Scheduled Event")
        .containsEntry("region", "eu-north-1")
        .containsEntry("detail", "{}");
  }

  @Test
  void aFunctionCanBeInvokedDirectly() throws Exception {
    JsonNode answer = JSON.readTree(stack.invoke("EchoFunction", "{\"hello\":1}"));
    assertThat(JSON.readTree(answer.path("body").asText()).path("event").path("hello").asInt())
        .isEqualTo(1);
    assertThatThrownBy(() -> stack.invoke("Nobody", "{}"))
        .hasMessage("The template has no function Nobody");
    assertThatThrownBy(() -> stack.queueUrl("Nobody"))
        .hasMessage("The template has no queue Nobody");
  }

  @Test
  void aSecondStackIsRefused() {
    assertThatThrownBy(() -> Stack.start(options()))
        .hasMessageContaining("running in this process already");
  }

  @Test
  void aTakenPortIsToldBeforeAnythingElseStarts() {
    assertThatThrownBy(() -> LoopbackServer.start(stack.baseUrl().getPort(), exchange -> {}))
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining("Port " + stack.baseUrl().getPort());
  }

  private JsonNode get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JSON.readTree(
          client
              .send(
                  HttpRequest.newBuilder(stack.baseUrl().resolve(path)).build(),
                  BodyHandlers.ofString())
              .body());
    }
  }

  private void send(String group, String body) {
    sqs.sendMessage(
        message ->
            message
                .queueUrl(stack.queueUrl("Queue"))
                .messageGroupId(group)
                .messageDeduplicationId(UUID.randomUUID().toString())
                .messageAttributes(
                    Map.of(
                        "trace",
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue("t-1")
                            .build()))
                .messageBody(body));
  }

  private Message deadLetter() {
    String queue = stack.queueUrl("DeadLetters");
    List<Message> messages = List.of();
    // Several short polls: ElasticMQ's moving of a message doesn't wake a long one.
    for (int i = 0; i < 10 && messages.isEmpty(); i++) {
      messages =
          sqs.receiveMessage(
                  receive -> receive.queueUrl(queue).waitTimeSeconds(1).maxNumberOfMessages(1))
              .messages();
    }
    assertThat(messages).hasSize(1);
    Message message = messages.getFirst();
    sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
    return message;
  }

  private static SQSMessage received() throws InterruptedException {
    SQSMessage message = BatchHandler.RECEIVED.poll(10, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return message;
  }
}
