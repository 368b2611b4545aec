package io.fortnoxconnector.aws;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Puts a received message off: it and all later ones of its group come again after the delay, not
 * after the whole visibility timeout.
 */
public final class SqsDelays {

  /** Amazon SQS API reference, ChangeMessageVisibility: twelve hours. */
  private static final long LONGEST_SECONDS = 43_200;

  private final Supplier<SqsClient> client;
  private final String url;

  SqsDelays(Supplier<SqsClient> client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Makes the message invisible for that long.
   *
   * @param delay is rounded up to whole seconds
   */
  public void delay(String receiptHandle, Duration delay) {
    long seconds = Math.min(LONGEST_SECONDS, (delay.toMillis() + 999) / 1000);
    client
        .get()
        .changeMessageVisibility(
            request ->
                request
                    .queueUrl(url)
                    .receiptHandle(receiptHandle)
                    .visibilityTimeout((int) Math.max(0, seconds)));
  }
}
