package io.fortnoxconnector.webhooks;

import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.webhooks.Webhooks;
import java.util.Map;

/** A vendor's webhooks, and what was sent to them. Routes: template.yaml, WebhooksFunction. */
public final class WebhooksHandler extends HttpHandler {

  /** What Lambda calls. */
  public WebhooksHandler() {
    this(Environment.system());
  }

  public WebhooksHandler(Environment environment) {
    this(new Aws(environment));
  }

  private WebhooksHandler(Aws aws) {
    this(aws, new Gate(aws.access()), aws.webhooks());
  }

  private WebhooksHandler(Aws aws, Gate gate, Webhooks webhooks) {
    this(
        aws,
        new WebhooksEndpoint(gate, webhooks, aws.receiverUrl()),
        new DeliveriesEndpoint(gate, webhooks));
  }

  private WebhooksHandler(Aws aws, WebhooksEndpoint webhooks, DeliveriesEndpoint deliveries) {
    super(
        new Endpoints(
            Map.of(
                "/webhooks",
                webhooks,
                "/webhooks/{webhookId}/secret",
                webhooks,
                "/webhooks/{webhookId}/test",
                deliveries,
                "/webhooks/{webhookId}/deliveries",
                deliveries,
                "/webhooks/{webhookId}/deliveries/{deliveryId}/replay",
                deliveries)),
        aws.meter(),
        aws.timing());
  }
}
