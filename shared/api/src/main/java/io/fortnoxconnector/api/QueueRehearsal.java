package io.fortnoxconnector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A batch that a function hands itself: one message, which the work only rehearses. */
final class QueueRehearsal implements Priming.Rehearsal {

  private static final byte[] EVENT =
      """
      {"Records":[{"messageId":"rehearsal","receiptHandle":"rehearsal","body":"rehearsal",
       "attributes":{"ApproximateReceiveCount":"1","MessageGroupId":"rehearsal"},
       "messageAttributes":{},"eventSource":"aws:sqs","eventSourceARN":"","awsRegion":""}]}
      """
          .getBytes(UTF_8);

  private final QueueInvocation invocation;

  QueueRehearsal(MessageWork work, InvocationMeter meter, Timing timing) {
    this.invocation =
        new QueueInvocation(
            (message, deadline, logger) -> {
              work.rehearse(message, deadline, logger);
              return Optional.empty();
            },
            (receipt, wait) -> {},
            meter,
            timing);
  }

  @Override
  public void run(Context context) throws IOException {
    invocation.run(new ByteArrayInputStream(EVENT), OutputStream.nullOutputStream(), context);
  }
}
