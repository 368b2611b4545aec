package io.fortnoxconnector.local.stack.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.QueueSource;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Writes a batch of messages as the event that Lambda gets, <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">AWS: Using Lambda with SQS</a>.
 */
final class SqsEvent {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SqsEvent() {}

  static byte[] json(QueueSource source, Place place, List<Message> messages) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> records.add(recordOf(source, place, message)));
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode recordOf(QueueSource source, Place place, Message message) {
    ObjectNode record =
        JSON.createObjectNode()
            .put("messageId", message.messageId())
            .put("receiptHandle", message.receiptHandle())
            .put("body", message.body());
    ObjectNode attributes = record.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode own = record.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> own.set(name, attribute(value)));
    return record
        .put("md5OfBody", message.md5OfBody())
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", source.queueArn())
        .put("awsRegion", place.region());
  }

  private static ObjectNode attribute(MessageAttributeValue value) {
    ObjectNode attribute = JSON.createObjectNode().put("dataType", value.dataType());
    if (value.stringValue() != null) {
      attribute.put("stringValue", value.stringValue());
    }
    SdkBytes binary = value.binaryValue();
    if (binary != null) {
      attribute.put("binaryValue", Base64.getEncoder().encodeToString(binary.asByteArray()));
    }
    attribute.putArray("stringListValues");
    attribute.putArray("binaryListValues");
    return attribute;
  }
}
