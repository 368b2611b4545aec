package io.fortnoxconnector.writer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fortnoxconnector.api.QueueHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/**
 * Takes writes off the queue, one at a time per company. Event source: template.yaml,
 * WriterFunction.
 */
public final class WriterHandler extends QueueHandler {

  private final GroupedBatch batch;

  /** What Lambda calls. */
  public WriterHandler() {
    this(Environment.system());
  }

  public WriterHandler(Environment environment) {
    this(new Aws(environment));
  }

  private WriterHandler(Aws aws) {
    this.batch = new GroupedBatch(aws.taskRunner(), aws.delays(), aws.timing());
  }

  @Override
  protected SQSBatchResponse work(SQSEvent event, Context context) {
    return batch.work(event, context);
  }
}
