package io.fortnoxconnector.local.stack.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Which messages of a batch are done, by the rules of ReportBatchItemFailures: an empty or null
 * list means all, an unknown or empty id, or a wrong key, means none, <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">AWS: Handling
 * errors for an SQS event source</a>.
 */
final class BatchResult {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchResult() {}

  static List<Message> done(byte[] result, List<Message> batch, boolean reportsItemFailures) {
    if (!reportsItemFailures) {
      return batch;
    }
    JsonNode failures;
    try {
      failures = JSON.readTree(result).path("batchItemFailures");
    } catch (IOException e) {
      return List.of();
    }
    Set<String> known = new HashSet<>();
    batch.forEach(message -> known.add(message.messageId()));
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : failures) {
      String id = failure.path("itemIdentifier").asText("");
      if (!known.contains(id)) {
        return List.of();
      }
      failed.add(id);
    }
    return batch.stream().filter(message -> !failed.contains(message.messageId())).toList();
  }
}
