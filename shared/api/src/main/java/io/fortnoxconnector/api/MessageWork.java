package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.fortnoxconnector.connector.Deadline;
import java.time.Duration;
import java.util.Optional;

/** What a function does with one message of its queue. */
@FunctionalInterface
public interface MessageWork {

  /**
   * Works on the message.
   *
   * @return how long it and all later ones of its group must wait; empty where it can go
   */
  Optional<Duration> on(QueueMessage message, Deadline deadline, LambdaLogger logger);

  /**
   * Does with a message that means nothing what it does with all, as far as that changes nothing:
   * before a snapshot.
   */
  default void rehearse(QueueMessage message, Deadline deadline, LambdaLogger logger) {}
}
