package io.fortnoxconnector.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message of a FIFO queue, as Lambda hands it over (AWS Lambda guide, "Using Lambda with Amazon
 * SQS", example event).
 *
 * @param receiptHandle for changing when it comes again
 * @param group its message group; empty where it has none
 * @param receives how often it has been handed over, this time included
 * @param last whether none is behind it in its batch
 */
public record QueueMessage(
    String id, String receiptHandle, String group, int receives, String body, boolean last) {

  static QueueMessage of(JsonNode message, boolean last) {
    JsonNode attributes = message.path("attributes");
    return new QueueMessage(
        message.path("messageId").asText(),
        message.path("receiptHandle").asText(),
        attributes.path("MessageGroupId").asText(),
        attributes.path("ApproximateReceiveCount").asInt(1),
        message.path("body").asText(),
        last);
  }
}
