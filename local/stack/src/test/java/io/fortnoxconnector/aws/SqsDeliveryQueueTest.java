package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.Wake;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@OverBackends
class SqsDeliveryQueueTest {

  private static final LaneKey LANE = new LaneKey("tenantone", "hook", "connectionone");

  private final SqsClient sqs;
  private final String url;
  private final SqsDeliveryQueue queue;

  SqsDeliveryQueueTest(Services aws) {
    sqs = aws.sqs();
    url = aws.queues(2).getOrDefault("DeliveriesQueue", "");
    queue = new SqsDeliveryQueue(aws::sqs, url);
  }

  private List<Message> received() {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  @Test
  void aWakeComesInAGroupOfItsTenants() {
    queue.send(new Wake(LANE, 7), "first");

    Message message = received().getFirst();

    assertThat(Wake.of(message.body())).contains(new Wake(LANE, 7));
    assertThat(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
        .isEqualTo(SqsDeliveryQueue.group(LANE))
        .startsWith("tenantone-");
  }

  @Test
  void whatIsNotDistinctComesOnce() {
    queue.send(Wake.of(LANE), "1-5");
    queue.send(Wake.of(LANE), "1-5");
    queue.send(Wake.of(LANE), "1-6");

    assertThat(received()).hasSize(2);
  }

  @Test
  void aTenantsManyLanesAreInEightGroups() {
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> SqsDeliveryQueue.group(new LaneKey("t", "h" + i % 7, "c" + i)))
                .collect(Collectors.toSet()))
        .hasSize(8);
  }
}
