package io.fortnoxconnector.deliveries;

import io.fortnoxconnector.api.QueueHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/** Brings events to webhooks. Event source: template.yaml, DeliveriesFunction. */
public final class DeliveriesHandler extends QueueHandler {

  /** What Lambda calls. */
  public DeliveriesHandler() {
    this(Environment.system());
  }

  public DeliveriesHandler(Environment environment) {
    this(new Aws(environment));
  }

  private DeliveriesHandler(Aws aws) {
    super(
        new Deliveries(aws.courier(), aws.timing()),
        aws.deliveryDelays()::delay,
        aws.meter(),
        aws.timing());
  }
}
