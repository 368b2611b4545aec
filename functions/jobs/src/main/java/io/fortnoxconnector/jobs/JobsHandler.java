package io.fortnoxconnector.jobs;

import io.fortnoxconnector.api.QueueHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/**
 * Writes that other programs of the account ask for by queue. Event source: template.yaml,
 * JobsFunction.
 */
public final class JobsHandler extends QueueHandler {

  /** What Lambda calls. */
  public JobsHandler() {
    this(Environment.system());
  }

  public JobsHandler(Environment environment) {
    this(new Aws(environment));
  }

  private JobsHandler(Aws aws) {
    super(
        new Jobs(aws.jobDoor(), aws.jobsDeadLetters()::put),
        aws.jobDelays()::delay,
        aws.meter(),
        aws.timing());
  }
}
