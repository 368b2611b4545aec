package io.fortnoxconnector.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.twins.FakeTiming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against AWS's own classes for what comes in and goes out. */
class QueueInvocationTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void aMessageIsReadAsAwsWritesIt() throws IOException {
    var theirs = new SQSMessage();
    theirs.setMessageId("2e1424d4-f796-459a-8184-9c92662be6da");
    theirs.setReceiptHandle("AQEBzWwaftRI0KuVm4tP");
    theirs.setBody("{\"text\":\"åäö\"}");
    theirs.setAttributes(
        Map.of("ApproximateReceiveCount", "3", "MessageGroupId", "k-1", "SequenceNumber", "17"));

    assertThat(seen(MAPPER.valueToTree(theirs)))
        .containsExactly(
            new QueueMessage(
                theirs.getMessageId(),
                theirs.getReceiptHandle(),
                "k-1",
                3,
                theirs.getBody(),
                true));
  }

  @Test
  void aMessageWithoutAGroupIsOneOfItsOwnForTheFirstTime() throws IOException {
    assertThat(seen(JsonNodeFactory.instance.objectNode().put("messageId", "m").put("body", "")))
        .containsExactly(new QueueMessage("m", "", "", 1, "", true));
  }

  @Test
  void theLastMessageOfABatchKnowsThatItIs() throws IOException {
    JsonNode message = JsonNodeFactory.instance.objectNode().put("messageId", "m");

    assertThat(seen(message, message, message))
        .extracting(QueueMessage::last)
        .containsExactly(false, false, true);
  }

  @Test
  void failuresAreAnsweredAsAwsReadsThem() throws IOException {
    JsonNode message = JsonNodeFactory.instance.objectNode().put("messageId", "m");
    var out = new ByteArrayOutputStream();

    invocation((_, _, _) -> Optional.of(Duration.ofSeconds(1)))
        .run(event(message), out, new Invocation());

    assertThat(MAPPER.readTree(out.toByteArray()))
        .isEqualTo(MAPPER.valueToTree(new SQSBatchResponse(List.of(new BatchItemFailure("m")))));
  }

  private static List<QueueMessage> seen(JsonNode... messages) throws IOException {
    var seen = new ArrayList<QueueMessage>();
    invocation(
            (received, _, _) -> {
              seen.add(received);
              return Optional.empty();
            })
        .run(event(messages), new ByteArrayOutputStream(), new Invocation());
    return seen;
  }

  private static ByteArrayInputStream event(JsonNode... messages) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putArray("Records").addAll(List.of(messages));
    return new ByteArrayInputStream(event.toString().getBytes(UTF_8));
  }

  private static QueueInvocation invocation(MessageWork work) {
    var timing = new FakeTiming();
    return new QueueInvocation(work, (_, _) -> {}, new InvocationMeter("stack"), timing);
  }
}
