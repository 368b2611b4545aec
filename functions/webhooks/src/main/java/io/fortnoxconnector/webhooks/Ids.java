package io.fortnoxconnector.webhooks;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhooks;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request means by an id. */
final class Ids {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");

  private Ids() {}

  /** The tenant's webhook that the route names. */
  static Webhook webhook(HttpRequest request, String tenant, Webhooks webhooks) {
    return checked(request.pathParameter("webhookId"))
        .flatMap(id -> webhooks.find(tenant, id))
        .orElseThrow(Ids::noWebhook);
  }

  static Rejected noWebhook() {
    return new Rejected(NOT_FOUND.about("There is no webhook with this id."));
  }

  /** Empty for what nothing has as its id, and no store need be asked for. */
  static Optional<String> checked(String id) {
    return Optional.of(id).filter(text -> ID.matcher(text).matches());
  }
}
