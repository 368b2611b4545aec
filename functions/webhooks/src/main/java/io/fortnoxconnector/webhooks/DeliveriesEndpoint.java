package io.fortnoxconnector.webhooks;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.webhooks.Attempt;
import io.fortnoxconnector.connector.webhooks.Delivery;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhooks;

/** A webhook's log: what was sent, and sending it again or a test. */
final class DeliveriesEndpoint implements Endpoint {

  private static final Followed<Delivery> LIST =
      new Followed<>("deliveries", Delivery::id, WebhookView::of);

  private static final Problem NO_DELIVERY = NOT_FOUND.about("There is no delivery with this id.");

  private final Gate gate;
  private final Webhooks webhooks;

  DeliveriesEndpoint(Gate gate, Webhooks webhooks) {
    this.gate = gate;
    this.webhooks = webhooks;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String tenant = gate.tenant(request);
    Webhook webhook = Ids.webhook(request, tenant, webhooks);
    return switch (request.route()) {
      case "POST /webhooks/{webhookId}/test" -> test(request, webhook);
      case "GET /webhooks/{webhookId}/deliveries" ->
          LIST.answer(request, (most, after) -> webhooks.deliveries(webhook, most, after));
      case "POST /webhooks/{webhookId}/deliveries/{deliveryId}/replay" -> replay(request, webhook);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse test(HttpRequest request, Webhook webhook) {
    Body.none(request);
    Attempt attempt = webhooks.test(webhook);
    return Envelope.of(
            JsonNodeFactory.instance
                .objectNode()
                .put("eventId", attempt.event().id())
                .put("outcome", attempt.reply().outcome().name())
                .put("status", attempt.reply().status())
                .put("millis", attempt.millis()))
        .response(200);
  }

  private HttpResponse replay(HttpRequest request, Webhook webhook) {
    Body.none(request);
    String delivery =
        Ids.checked(request.pathParameter("deliveryId"))
            .orElseThrow(() -> new Rejected(NO_DELIVERY));
    return switch (webhooks.replay(webhook, delivery)) {
      case ACCEPTED ->
          Envelope.of(JsonNodeFactory.instance.objectNode().put("deliveryId", delivery))
              .response(202);
      case UNKNOWN -> throw new Rejected(NO_DELIVERY);
      case GONE ->
          throw new Rejected(NOT_FOUND.about("This event isn't kept any longer, or was a test."));
    };
  }
}
