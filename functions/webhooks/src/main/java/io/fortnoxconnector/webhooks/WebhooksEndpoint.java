package io.fortnoxconnector.webhooks;

import static io.fortnoxconnector.connector.problems.ProblemType.TOO_MANY_WEBHOOKS;

import com.fasterxml.jackson.databind.node.NullNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.webhooks.ReceiverUrl;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;

/**
 * {@code /webhooks}, in Maesn's shape. They're the tenant's; one that is made with an account key
 * is about that key's connection alone, as Maesn's are.
 */
final class WebhooksEndpoint implements Endpoint {

  private static final Followed<Webhook> LIST =
      new Followed<>("webhooks", Webhook::id, WebhookView::of);

  private final Gate gate;
  private final Webhooks webhooks;
  private final ReceiverUrl urls;

  WebhooksEndpoint(Gate gate, Webhooks webhooks, ReceiverUrl urls) {
    this.gate = gate;
    this.webhooks = webhooks;
    this.urls = urls;
  }

  @Override
  public String rehearsalRoute() {
    return "GET /webhooks";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String tenant = gate.tenant(request);
    return switch (request.route()) {
      case "POST /webhooks" -> create(request, tenant);
      case "GET /webhooks" ->
          LIST.answer(request, (most, after) -> webhooks.list(tenant, most, after));
      case "GET /webhooks/{webhookId}" ->
          Envelope.of(WebhookView.of(Ids.webhook(request, tenant, webhooks))).response(200);
      case "PATCH /webhooks/{webhookId}" -> change(request, tenant);
      case "DELETE /webhooks/{webhookId}" -> remove(Ids.webhook(request, tenant, webhooks));
      case "POST /webhooks/{webhookId}/secret" ->
          rotate(request, Ids.webhook(request, tenant, webhooks));
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse create(HttpRequest request, String tenant) {
    @Nullable String connection =
        request.header("x-account-key").isPresent() ? gate.connection(request).id() : null;
    WebhookBody body = WebhookBody.created(request, urls);
    return webhooks
        .create(tenant, connection, body.settings())
        .map(keyed -> Envelope.of(WebhookView.of(keyed)).response(201))
        .orElseThrow(
            () ->
                new Rejected(
                    TOO_MANY_WEBHOOKS.about(
                        "A vendor has at most "
                            + Webhooks.MOST
                            + " webhooks for all its connections, and as many for each.")));
  }

  private HttpResponse change(HttpRequest request, String tenant) {
    Body.object(request);
    Webhook webhook = Ids.webhook(request, tenant, webhooks);
    WebhookBody body = WebhookBody.patched(request, webhook, urls);
    return webhooks
        .change(webhook, body.settings(), body.status())
        .map(changed -> Envelope.of(WebhookView.of(changed)).response(200))
        .orElseThrow(Ids::noWebhook);
  }

  private HttpResponse remove(Webhook webhook) {
    if (!webhooks.remove(webhook.tenant(), webhook.id())) {
      throw Ids.noWebhook();
    }
    return Envelope.of(NullNode.instance).response(200);
  }

  private HttpResponse rotate(HttpRequest request, Webhook webhook) {
    Body.none(request);
    return webhooks
        .rotate(webhook.tenant(), webhook.id())
        .map(keyed -> Envelope.of(WebhookView.of(keyed)).response(200))
        .orElseThrow(Ids::noWebhook);
  }
}
