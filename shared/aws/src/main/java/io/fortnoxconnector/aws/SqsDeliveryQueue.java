package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Ids;
import io.fortnoxconnector.connector.webhooks.DeliveryQueue;
import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.Wake;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The deliveries queue, SQS FIFO. A tenant has eight message groups, and each lane is in one of
 * them: so many functions at most are kept busy by its receivers, however slow they are.
 */
final class SqsDeliveryQueue implements DeliveryQueue {

  private static final int GROUPS = 8;

  private final Supplier<SqsClient> client;
  private final String url;

  SqsDeliveryQueue(Supplier<SqsClient> client, String url) {
    this.client = client;
    this.url = url;
  }

  @Override
  public void send(Wake message, String distinct) {
    client
        .get()
        .sendMessage(
            request ->
                request
                    .queueUrl(url)
                    .messageBody(message.text())
                    .messageGroupId(group(message.lane()))
                    .messageDeduplicationId(Ids.derived(message.text(), distinct)));
  }

  static String group(LaneKey lane) {
    return lane.tenant() + "-" + Math.floorMod(lane.text().hashCode(), GROUPS);
  }
}
