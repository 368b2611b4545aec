package io.fortnoxconnector.passthrough;

import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.PassThroughEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/** Calls in Fortnox's own terms. Routes: template.yaml, PassThroughFunction. */
public final class PassThroughHandler extends HttpHandler {

  /** What Lambda calls. */
  public PassThroughHandler() {
    this(Environment.system());
  }

  public PassThroughHandler(Environment environment) {
    this(new Aws(environment));
  }

  private PassThroughHandler(Aws aws) {
    super(
        new PassThroughEndpoint(
            new Gate(aws.access()),
            aws.reader(),
            aws.desk(),
            aws.passThroughSwitch(),
            aws.timing()),
        aws.meter(),
        aws.timing());
  }
}
