package io.fortnoxconnector.local.stack.system;

import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Route;
import io.fortnoxconnector.local.stack.template.Template;
import io.fortnoxconnector.translation.Resources;
import java.util.List;
import java.util.Set;

/** The routes of template.yaml, so that a test of all of them can't forget a new one. */
final class Routes {

  /** Whoever asks, without keys. */
  static final Set<String> OF_ANYBODY =
      Set.of(
          "GET /health",
          "GET /openapi.json",
          "GET /accounting/capabilities",
          "GET /problems/{code}",
          "GET /console",
          "GET /console/console.js",
          "GET /console/console.css",
          "GET /auth/fortnox/login",
          "GET /auth/callback/fortnox",
          Route.DEFAULT);

  /** The one that the admin key opens. */
  static final String OF_THE_ADMINISTRATOR = "POST /tenants";

  /** Those that take an API key and no account key. */
  static final Set<String> OF_A_VENDOR =
      Set.of(
          "POST /tenants/keys",
          "GET /tenants/keys",
          "DELETE /tenants/keys/{keyId}",
          "POST /tenants/register-system",
          "GET /tenants/get-registered-systems",
          "GET /tenants/get-registered-systems-masked",
          "DELETE /tenants/delete-registered-system/{targetSystem}",
          "POST /tenants/add-callback-urls",
          "GET /tenants/get-callback-urls",
          "GET /tenants/pass-through",
          "PUT /tenants/pass-through",
          "GET /tenants/event-intervals",
          "PUT /tenants/event-intervals",
          "GET /tenants/get-end-user-list",
          "DELETE /tenants/delete-end-user",
          "POST /webhooks",
          "GET /webhooks",
          "GET /webhooks/{webhookId}",
          "PATCH /webhooks/{webhookId}",
          "DELETE /webhooks/{webhookId}",
          "POST /webhooks/{webhookId}/secret",
          "POST /webhooks/{webhookId}/test",
          "GET /webhooks/{webhookId}/deliveries",
          "POST /webhooks/{webhookId}/deliveries/{deliveryId}/replay",
          "GET /auth/fortnox",
          "POST /auth/fortnox",
          "POST /auth/token");

  private Routes() {}

  /** Their keys: {@code GET /accounting/customers/{contactId}} and the like. */
  static List<String> all() {
    return Template.read(StackOptions.defaults().template(), Place.LOCAL)
        .functions(name -> name)
        .stream()
        .map(FunctionSpec::routes)
        .flatMap(List::stream)
        .map(Route::operations)
        .flatMap(List::stream)
        .toList();
  }

  /** Those that need both keys: all that aren't listed above. */
  static List<String> ofACompany() {
    return all().stream()
        .filter(route -> !OF_ANYBODY.contains(route))
        .filter(route -> !OF_A_VENDOR.contains(route))
        .filter(route -> !OF_THE_ADMINISTRATOR.equals(route))
        .toList();
  }

  /** Those that want a JSON object. */
  static List<String> withABody() {
    return all().stream()
        .filter(route -> route.matches("(POST|PUT|PATCH) .*"))
        // A further key is made for the asking.
        .filter(route -> !route.equals("POST /tenants/keys"))
        // What a webhook is told to do takes no body.
        .filter(route -> !route.matches("POST /webhooks/.*"))
        .filter(route -> !isAction(route))
        // Its body is an option.
        .filter(route -> !route.endsWith("/reverse"))
        .toList();
  }

  /** What an entity is told to do takes no body. */
  static boolean isAction(String route) {
    String name = route.substring(route.lastIndexOf('/') + 1);
    return Resources.ALL.stream().anyMatch(resource -> resource.action(name).isPresent());
  }

  /** Those that a file can be sent to. */
  static boolean takesFiles(String route) {
    return route.matches("POST .*/(files|files/async|attachments|Attachments)");
  }

  /** Those that many rows can be sent to. */
  static boolean takesRows(String route) {
    return route.endsWith("/bulk");
  }

  static String method(String route) {
    return route.substring(0, route.indexOf(' '));
  }

  /**
   * The path, with this in the place of its id, a dimension that there is before it, a line's place
   * behind it, and a kind before a contact's or a transaction's.
   */
  static String path(String route, String id) {
    return route
        .substring(route.indexOf(' ') + 1)
        .replace("{dimension}/", "projects/")
        .replace("/{lineItemId}", "/1")
        .replace("contacts/{contactId}", "contacts/customer-" + id)
        .replace("{transactionId}", "invoice-" + id)
        .replace("{priceId}", id.contains(":") ? id : "A:" + id + ":0")
        .replaceAll("\\{[a-zA-Z]+}", id);
  }
}
