package io.fortnoxconnector.api;

import java.time.Duration;

/** Makes a received message invisible for a while. Production: SQS, ChangeMessageVisibility. */
@FunctionalInterface
public interface MessageDelays {

  void delay(String receiptHandle, Duration delay);
}
