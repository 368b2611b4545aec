package io.fortnoxconnector.webhooks;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.Paging;
import io.fortnoxconnector.api.Parameters;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhooks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request means by an id or a cursor. */
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

  /** The id behind which the list of that name goes on; null for its beginning. */
  static @Nullable String after(HttpRequest request, Paging paging, String list) {
    Parameters.filters(request)
        .keySet()
        .forEach(
            name -> {
              throw new Rejected(
                  PARAMETER_INVALID.about(name, "This list has no filters, only after and limit."));
            });
    if (request.parameter("page").isPresent()) {
      throw new Rejected(
          PARAMETER_INVALID.about(
              "page", "This list has no pages: go on with after=…, as meta.after says."));
    }
    return paging
        .cursor()
        .map(
            cursor ->
                Optional.of(cursor)
                    .filter(one -> one.list().equals(list) && one.trail().size() == 1)
                    .flatMap(one -> checked(one.trail().getFirst()))
                    .orElseThrow(Paging::noCursor))
        .orElse(null);
  }

  static Cursor cursor(String list, String last) {
    return new Cursor(list, 0, List.of(last));
  }
}
