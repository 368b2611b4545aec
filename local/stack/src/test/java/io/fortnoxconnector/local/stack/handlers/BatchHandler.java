package io.fortnoxconnector.local.stack.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fortnoxconnector.aws.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Keeps what it received. A body that begins with "fail" is reported as failed; "throw" fails the
 * whole batch.
 */
public final class BatchHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  public static final BlockingQueue<SQSEvent.SQSMessage> RECEIVED = new LinkedBlockingQueue<>();

  BatchHandler(Environment environment) {}

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    RECEIVED.addAll(event.getRecords());
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      if (message.getBody().startsWith("throw")) {
        throw new IllegalStateException("as asked");
      }
      if (message.getBody().startsWith("fail")) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }
}
