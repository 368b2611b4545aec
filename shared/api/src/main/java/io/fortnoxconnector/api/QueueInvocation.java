package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.fortnox.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One batch: event in, failures out. It reads the event as a tree, as all else: the library of
 * event classes is half a megabyte of each zip, for five fields.
 */
final class QueueInvocation {

  private final GroupedBatch batch;
  private final InvocationMeter meter;
  private final Timing timing;

  QueueInvocation(MessageWork work, MessageDelays delays, InvocationMeter meter, Timing timing) {
    this.batch = new GroupedBatch(work, delays, meter, timing);
    this.meter = meter;
    this.timing = timing;
  }

  void run(InputStream in, OutputStream out, Context context) throws IOException {
    List<QueueMessage> messages = new ArrayList<>();
    JsonNode records = Json.read(in).path("Records");
    records.forEach(
        message -> messages.add(QueueMessage.of(message, messages.size() + 1 == records.size())));
    List<String> failed = batch.run(messages, context);
    MetricLine.write(meter, timing, context);
    out.write(Json.bytes(answer(failed)));
  }

  /** What Lambda reads of it: AWS Lambda guide, "Implementing partial batch responses". */
  private static ObjectNode answer(List<String> failed) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    failed.forEach(id -> failures.addObject().put("itemIdentifier", id));
    return answer;
  }
}
