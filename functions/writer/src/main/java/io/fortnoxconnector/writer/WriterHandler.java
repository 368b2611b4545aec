package io.fortnoxconnector.writer;

import io.fortnoxconnector.api.QueueHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/**
 * Takes writes off the queue, one at a time per company. Event source: template.yaml,
 * WriterFunction.
 */
public final class WriterHandler extends QueueHandler {

  /** What Lambda calls. */
  public WriterHandler() {
    this(Environment.system());
  }

  public WriterHandler(Environment environment) {
    this(new Aws(environment));
  }

  private WriterHandler(Aws aws) {
    super(new Writes(aws.taskRunner()), aws.writeDelays()::delay, aws.meter(), aws.timing());
  }
}
