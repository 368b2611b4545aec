package io.fortnoxconnector.local.stack.template;

import java.util.Map;
import java.util.Optional;

/**
 * An SQS queue.
 *
 * @param attributes as SQS's CreateQueue names and writes them
 */
public record QueueSpec(
    String logicalId,
    String name,
    Map<String, String> attributes,
    Optional<DeadLetters> deadLetters) {

  /** Where a message goes after it was received too often. */
  public record DeadLetters(String queueArn, int maxReceiveCount) {}
}
