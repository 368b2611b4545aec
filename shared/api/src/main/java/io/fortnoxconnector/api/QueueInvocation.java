package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One batch: event in, failures out. It reads the event as a stream with Jackson: the runtime's own
 * binding needs a date library for any event class, half a megabyte for nothing, since an SQS event
 * has no dates.
 */
final class QueueInvocation {

  /**
   * SQS writes {@code Records} and {@code eventSourceARN} where the event's class has lower-case
   * names.
   */
  private static final ObjectMapper EVENTS =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final GroupedBatch batch;
  private final InvocationMeter meter;
  private final Timing timing;

  QueueInvocation(MessageWork work, MessageDelays delays, InvocationMeter meter, Timing timing) {
    this.batch = new GroupedBatch(work, delays, meter, timing);
    this.meter = meter;
    this.timing = timing;
  }

  void run(InputStream in, OutputStream out, Context context) throws IOException {
    SQSBatchResponse response = batch.run(EVENTS.readValue(in, SQSEvent.class), context);
    MetricLine.write(meter, timing, context);
    EVENTS.writeValue(out, response);
  }
}
