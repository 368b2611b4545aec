package io.fortnoxconnector.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A FIFO dead-letter queue that messages are put on by hand, where a queue's own redrive would
 * block a group for long.
 */
public final class SqsDeadLetters {

  private final Supplier<SqsClient> client;
  private final String url;

  SqsDeadLetters(Supplier<SqsClient> client, String url) {
    this.client = client;
    this.url = url;
  }

  /** Each message is a group of its own: nothing waits for it. */
  public void put(String body, String messageId) {
    client
        .get()
        .sendMessage(
            request ->
                request
                    .queueUrl(url)
                    .messageBody(body)
                    .messageGroupId(messageId)
                    .messageDeduplicationId(messageId));
  }
}
