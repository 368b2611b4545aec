package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.translation.Prices;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.SalesPrice;
import java.util.List;

/**
 * Writes an item's sales price to the company's preselected price list. Doing it again after a
 * crash writes the same price to the same place.
 */
final class PriceSync {

  /** Fortnox's code where a price exists already, or where there is none. */
  private static final String EXISTS_OR_NOT = "2000762";

  /** What the list is called where none is preselected. */
  private static final String USUAL_LIST = "A";

  private static final Resource LISTS = Prices.PRICE_LISTS;
  private static final Resource PRICES = Prices.PRICES;

  private final FortnoxGateway gateway;

  PriceSync(FortnoxGateway gateway) {
    this.gateway = gateway;
  }

  RowSync.Result sync(Task task, Connection connection, Written item, Deadline deadline) {
    List<ObjectNode> wanted = task.rows().get(SalesPrice.FIELD);
    if (wanted == null || isShown(wanted.getFirst(), item.entity())) {
      return new RowSync.Synced();
    }
    CallOutcome listed = call(connection, FortnoxCall.get(LISTS.collectionPath()), deadline);
    if (!(listed instanceof CallOutcome.Answered(var lists, _))) {
      return RowSync.unanswered(listed);
    }
    String list = preselected(lists.path(LISTS.listKey()));
    ObjectNode price = wanted.getFirst();
    CallOutcome changed =
        call(
            connection,
            FortnoxCall.put(firstPrice(list, item.entityId()), wrapped(price)),
            deadline);
    CallOutcome outcome =
        changed instanceof CallOutcome.Refused(var error) && isMissing(error)
            ? call(connection, created(list, item.entityId(), price), deadline)
            : changed;
    return outcome instanceof CallOutcome.Answered
        ? new RowSync.Synced()
        : RowSync.unanswered(outcome);
  }

  /** Who puts back what was read means no new price. */
  private static boolean isShown(ObjectNode price, ObjectNode article) {
    JsonNode shown = article.path("SalesPrice");
    return shown.isNumber()
        && shown.decimalValue().compareTo(price.path(SalesPrice.PRICE).decimalValue()) == 0;
  }

  private static String preselected(JsonNode lists) {
    return lists
        .valueStream()
        .filter(list -> list.path("PreSelected").asBoolean())
        .map(LISTS::idOf)
        .findFirst()
        .orElse(USUAL_LIST);
  }

  private static String firstPrice(String list, String item) {
    return PRICES.collectionPath()
        + "/"
        + FortnoxCall.segment(list)
        + "/"
        + FortnoxCall.segment(item);
  }

  private static FortnoxCall created(String list, String item, ObjectNode price) {
    ObjectNode whole = price.deepCopy();
    whole.put("PriceList", list).put("ArticleNumber", item).put("FromQuantity", 0);
    return FortnoxCall.post(PRICES.collectionPath(), wrapped(whole));
  }

  private static boolean isMissing(FortnoxError error) {
    return error.kind() == Kind.NOT_FOUND || EXISTS_OR_NOT.equals(error.code());
  }

  private static ObjectNode wrapped(ObjectNode price) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set(PRICES.singleKey(), price);
    return document;
  }

  private CallOutcome call(Connection connection, FortnoxCall call, Deadline deadline) {
    return gateway.repeatable(connection, PRICES.scope(), call, deadline);
  }
}
